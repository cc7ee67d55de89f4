// A process that moves a workspace step by step. In: WORKSPACE seal|unseal. Out: a line for each step, after which it
// waits for one on stdin: whoever kills it knows exactly where.
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createOffThread } from '../../off-thread/pool.ts';
import { holdWorkspace } from '../hold-workspace.ts';
import { makeVault } from '../keyring.ts';
import { moveWorkspace } from '../move.ts';
import { unwrapWithSecret } from '../slots.ts';
import { findVault } from '../vault-file.ts';
import { TEST_COST } from './fake-keystore.ts';

const [folder, direction] = process.argv.slice(2);
if (folder === undefined || direction === undefined) throw new Error('usage: WORKSPACE seal|unseal');
const held = holdWorkspace(folder);
const offThread = createOffThread();
const lines = createInterface(process.stdin);
for await (const { stage, done } of moveWorkspace(folder, await planMove(held.path), { offThread })) {
  process.stdout.write(`${stage} ${done}\n`);
  await once(lines, 'line');
}
process.stdout.write('end\n');
lines.close();
await offThread.close();
held.release();

async function planMove(path: string) {
  const vault = findVault(path);
  if (vault === undefined) {
    const { key, vault: made } = await makeVault({
      passphrase: 'four words or more',
      keystore: undefined,
      nowMs: 0,
      cost: TEST_COST,
    });
    return { fromKey: undefined, into: { key, vault: made } };
  }
  return { fromKey: await unwrapWithSecret(vault, 'four words or more'), into: undefined };
}
