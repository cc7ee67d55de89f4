import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTestFolder, writeTranscript } from '../host/testing.ts';
import { type Ran, runMirror } from './testing.ts';

const PASSPHRASE = 'four words or more';

/** With variables of the environment that are gone afterwards. */
async function runWith(
  env: Readonly<Record<string, string>>,
  args: readonly string[],
  workspace: string,
): Promise<Ran> {
  Object.assign(process.env, env);
  onTestFinished(() => Object.keys(env).forEach((name) => Reflect.deleteProperty(process.env, name)));
  return runMirror(args, workspace);
}

test('a workspace is sealed, opens with what opens it alone, and is unsealed again', async () => {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  await runMirror(['ingest', writeTranscript(folder), '--process', 'refunds'], workspace);
  expect(JSON.parse((await runMirror(['vault', '--json'], workspace)).stdout)).toEqual({ form: 'plain', slots: [] });
  const sealed = await runWith({ MIRROR_NEW_PASSPHRASE: PASSPHRASE }, ['vault', 'seal', '--json'], workspace);
  const { recoveryKey } = JSON.parse(sealed.stdout) as { recoveryKey: string };
  expect([sealed.code, recoveryKey.length, process.env['MIRROR_NEW_PASSPHRASE']]).toEqual([0, 41, undefined]);
  const asked = await runMirror(['list'], workspace);
  expect([asked.code, asked.stderr]).toEqual([
    2,
    'mirror: The workspace is sealed and locked. Open it with its passphrase or recovery key, in the app or with MIRROR_PASSPHRASE on the terminal.\n',
  ]);
  const wrong = await runWith({ MIRROR_PASSPHRASE: 'four other words' }, ['list'], workspace);
  expect([wrong.code, wrong.stdout, wrong.stderr]).toEqual([
    2,
    '',
    'mirror: This passphrase or recovery key does not open the workspace. Check capitals and the keyboard, or use the other of the two.\n',
  ]);
  const file = join(folder, 'key');
  writeFileSync(file, `${recoveryKey.toLowerCase()}\nnotes\n`);
  expect((await runWith({ MIRROR_PASSPHRASE_FILE: file }, ['list'], workspace)).stdout).toContain(
    'refunds: 1 recording',
  );
  const gone = await runWith({ MIRROR_PASSPHRASE_FILE: join(folder, 'gone') }, ['list'], workspace);
  expect([gone.code, gone.stderr.includes('gives no passphrase (ENOENT)')]).toEqual([2, true]);
  const unsealed = await runWith({ MIRROR_PASSPHRASE: PASSPHRASE }, ['vault', 'unseal', '--yes', '--json'], workspace);
  expect(JSON.parse(unsealed.stdout)).toEqual({ form: 'plain' });
  expect((await runMirror(['list'], workspace)).code).toBe(0);
}, 120_000);
