// Keeping a workspace from the terminal: list, remove, restore, and see that it is sound.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findRecordingSource } from '../host/sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../host/testing.ts';
import { runMirror } from './testing.ts';

test('a recording is removed only when it is meant, and a backup brings it back', async () => {
  const { workspace, backup } = await takeIn();
  const asked = await runMirror(['remove', '--process', 'refunds', '--recording', 'refund'], workspace);
  expect(asked).toEqual({
    code: 2,
    stdout: '',
    stderr: 'mirror: Removing cannot be undone; say that you mean it with --yes. See `mirror --help`.\n',
  });
  const unknown = await runMirror(['remove', '--process', 'refunds', '--recording', 'Bo', '--yes'], workspace);
  expect(unknown).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^mirror: Nothing in "refunds" is called "Bo"/),
  });
  const removed = await runMirror(['remove', '--process', 'refunds', '--recording', 'refund', '--yes'], workspace);
  expect(removed).toEqual({ code: 0, stdout: 'The recording "refund" is gone.\n', stderr: '' });
  expect(await list(workspace)).toEqual([{ name: 'refunds', recordings: [] }]);

  const restored = await runMirror(['restore', backup], workspace);
  expect(restored).toMatchObject({ code: 0, stderr: '' });
  expect(await list(workspace)).toEqual([{ name: 'refunds', recordings: ['refund'] }]);
});

test('the doctor reads the whole database and says when it is damaged', async () => {
  const { workspace } = await takeIn();
  expect(await diagnose(workspace)).toMatchObject({ state: 'ok', fix: null });
  const file = join(workspace, 'mirror.db');
  const bytes = readFileSync(file);
  bytes.fill(0xff, 8192, 12_288);
  writeFileSync(file, bytes);
  const fix = 'Put a backup in its place with: mirror restore FILE';
  expect(await diagnose(workspace)).toMatchObject({ state: 'problem', fix });
});

async function takeIn() {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const backup = join(folder, 'backup.db');
  const core = await createTestCore(workspace);
  const source = findRecordingSource(writeTranscript(folder), { actor: 'Ida', role: undefined, title: undefined });
  await finish(await core.client.process.takeIn({ process: 'refunds', sources: [source] }));
  await core.client.workspace.backup({ file: backup });
  await core.close();
  return { workspace, backup };
}

async function list(workspace: string) {
  const { stdout } = await runMirror(['list', '--json'], workspace);
  const { processes } = JSON.parse(stdout) as { processes: { name: string; recordings: { title: string }[] }[] };
  return processes.map(({ name, recordings }) => ({ name, recordings: recordings.map(({ title }) => title) }));
}

async function diagnose(workspace: string) {
  const { stdout } = await runMirror(['doctor', '--json'], workspace);
  const { checks } = JSON.parse(stdout) as { checks: { name: string }[] };
  return checks.find(({ name }) => name === 'Workspace');
}
