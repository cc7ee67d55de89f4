// npm run bench:vault -- [--events N] [--segments N] [--json]
// What a sealed workspace costs: each thing the product does, done in a plain and in a sealed workspace in turn, within
// one run, as ratios of the processor's time (the median of the rounds). Logs and segments are made up.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createCore, type Core } from '../src/host/core.ts';
import { createMemorySlots } from '../src/host/keys/key-store.ts';
import { makeVault } from '../src/host/vault/keyring.ts';
import { createOffThread } from '../src/host/off-thread/pool.ts';
import { writeVault } from '../src/host/vault/vault-file.ts';
import { makeFolder } from '../src/host/make-folder.ts';
import { noWindows } from '../src/host/windows/window-source.ts';
import { ACTS, prepareActs } from './vault/acts.ts';
import { measureFiles } from './vault/measure-files.ts';

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    segments: { type: 'string', default: '20000' },
    json: { type: 'boolean', default: false },
  },
});

const ROUNDS = 5;
const FORMS = ['plain', 'sealed'] as const;
type Form = (typeof FORMS)[number];

/** One for all: each takes a second to start, which would be measured with what is done in it. */
const offThread = createOffThread();
const folder = await mkdtemp(join(tmpdir(), 'mirror-bench-vault-'));
try {
  const open = { plain: await prepare('plain'), sealed: await prepare('sealed') };
  const sizes = { events: Number(values.events), segments: Number(values.segments) };
  const given = prepareActs(sizes);
  const figures = [];
  for (const [what, act] of Object.entries(ACTS)) {
    const took: Record<Form, number[]> = { plain: [], sealed: [] };
    for (let round = 0; round < ROUNDS; round += 1)
      // Whoever is second finds the caches of the processor warm: they take turns.
      for (const form of round % 2 === 0 ? FORMS : FORMS.toReversed())
        took[form].push(await act({ open: open[form], workspace: join(folder, form), round, given }));
    process.stderr.write(`${what}\n`);
    const [plainMs, sealedMs] = [median(took.plain), median(took.sealed)];
    figures.push({ what, plainMs, sealedMs, ratio: Math.round((sealedMs / plainMs) * 100) / 100 });
  }
  figures.push(...(await measureFiles()));
  if (values.json) console.log(JSON.stringify({ ...sizes, rounds: ROUNDS, figures }, null, 2));
  else console.table(figures);
} finally {
  await offThread.close();
  await rm(folder, { recursive: true, force: true });
}

/** Answers how to open the workspace. */
async function prepare(form: Form): Promise<(workspace: string) => Promise<Core>> {
  const made = await makeVault({ passphrase: null, keystore: undefined, nowMs: 0 });
  return (workspace) => {
    makeFolder(workspace, 0o700);
    if (form === 'sealed') writeVault(workspace, made.vault);
    return createCore({
      workspace,
      models: join(folder, 'models'),
      keys: createMemorySlots(),
      door: 'terminal',
      offThread,
      recorder: { windows: noWindows('not in benches') },
      unlock: () => Promise.resolve(made.key),
    });
  };
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return Math.round((sorted[Math.floor(sorted.length / 2)] ?? 0) * 10) / 10;
}
