// What people do with what they have taken in: rename it, remove it, and find everything in step.
import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Core } from './core.ts';
import { findExported } from './exports.ts';
import { extractStored } from './flow/find-steps.ts';
import { mineAndStore } from './flow/rebuild-graph.ts';
import { findRecordingSource } from './sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from './testing.ts';

test('a process, a recording and a log take other names, and the map says them', async () => {
  const { core, folder } = await takeIn();
  const { process, recording, log } = await readOnly(core);
  await core.client.process.rename({ processId: process.id, name: '  Returns  of goods' });
  await core.client.recording.rename({ recordingId: recording.id, title: 'In March' });
  await core.client.log.rename({ logId: log.id, name: 'March' });
  const view = await core.client.process.open({ processId: process.id });
  expect([view.process.name, view.headline.process, view.graph.process]).toEqual(Array(3).fill('Returns of goods'));
  expect([view.recordings[0]?.recording.title, view.logs[0]?.name]).toEqual(['In March', 'March']);
  expect(await core.client.process.find({ name: 'returns OF goods' })).toMatchObject({ id: process.id });

  // Its old name is free again, and means another process; taken in again, a recording keeps the name it was given.
  await take(core, folder, 'refunds', 'other.vtt');
  await take(core, folder, 'Returns of goods', 'refund.vtt');
  expect(await names(core)).toEqual([
    ['Returns of goods', ['In March'], ['March']],
    ['refunds', ['other'], []],
  ]);
  await expect(core.client.process.rename({ processId: process.id, name: 'Refunds' })).rejects.toMatchObject({
    data: { code: 'process/name-taken' },
  });
});

test('what is removed is gone with its files, and the map is made of what is left', async () => {
  const { core, folder } = await takeIn();
  const { process, recording, log } = await readOnly(core);
  await take(core, folder, 'refunds again', 'refund.vtt');
  await core.client.log.remove({ logId: log.id });
  expect(readdirSync(join(core.host.workspace.path, 'artifacts'))).toEqual([]);
  expect(await core.client.process.open({ processId: process.id })).toMatchObject({
    headline: { cases: 1, recordings: 1 },
    logs: [],
  });
  await core.client.recording.remove({ recordingId: recording.id });
  expect(await core.client.process.open({ processId: process.id })).toMatchObject({
    headline: { activities: 0, recordings: 0 },
    recordings: [],
  });
  await core.client.process.remove({ processId: process.id });
  expect(await names(core)).toEqual([['refunds again', ['refund'], []]]);
  await expect(core.client.recording.remove({ recordingId: recording.id })).rejects.toMatchObject({
    data: { code: 'recording/missing' },
  });
});

test('what is removed while it is worked on stays removed', async () => {
  const { core } = await takeIn();
  const { process, recording } = await readOnly(core);
  const reading = extractStored(core.host, recording.id);
  await core.client.recording.remove({ recordingId: recording.id });
  expect(await reading).toEqual([]);
  const mining = mineAndStore(core.host, process).then(
    () => 'stored',
    (error: unknown) => error,
  );
  await core.client.process.remove({ processId: process.id });
  expect(await mining).toMatchObject({ code: 'process/missing' });
  expect(await names(core)).toEqual([]);
});

test('no export of what is removed can be downloaded any more', async () => {
  const { core } = await takeIn();
  const { process, recording } = await readOnly(core);
  const exported = await finish(await core.client.process.export({ processId: process.id, format: 'csv' }));
  expect(await findExported(core.host.workspace, exported.url)).toBeDefined();
  await core.client.recording.remove({ recordingId: recording.id });
  expect(await findExported(core.host.workspace, exported.url)).toBeUndefined();
});

test('the files of a removal that was killed go at the next opening', async () => {
  const { core } = await takeIn();
  const { log } = await readOnly(core);
  const { store, workspace } = core.host;
  // As it stands when a removal is killed between its rows and its files.
  store.writeSetting('files to remove', [log.path]);
  store.removeLog(log.id);
  const again = await reopen(core);
  expect(readdirSync(join(workspace.path, 'artifacts'))).toEqual([]);
  expect(again.host.store.readSetting('files to remove')).toEqual([]);
});

test('a removal that was killed before anything was removed takes no file away', async () => {
  const { core } = await takeIn();
  const { log } = await readOnly(core);
  core.host.store.writeSetting('files to remove', [log.path]);
  await reopen(core);
  expect(readdirSync(join(core.host.workspace.path, 'artifacts'))).toHaveLength(1);
});

async function reopen(core: Core): Promise<Core> {
  await core.close();
  return createTestCore(core.host.workspace.path);
}

test('a file that two processes share stays until the last of them is gone', async () => {
  const { core, folder } = await takeIn();
  const { log } = await readOnly(core);
  const sources = [{ kind: 'log' as const, file: join(folder, 'log.csv'), columns: {} }];
  const { process: second } = await finish(await core.client.process.takeIn({ process: 'second', sources }));
  const artifacts = join(core.host.workspace.path, 'artifacts');
  await core.client.log.remove({ logId: log.id });
  expect(readdirSync(artifacts)).toHaveLength(1);
  await core.client.process.remove({ processId: second.id });
  expect(readdirSync(artifacts)).toEqual([]);
});

test('a backup is whole and readable by its owner alone', async () => {
  const { core, folder } = await takeIn();
  const file = join(folder, 'backup.db');
  const { sizeBytes } = await core.client.workspace.backup({ file });
  const { size, mode } = statSync(file);
  expect(sizeBytes).toBe(size);
  if (process.platform === 'win32') return;
  expect([mode, statSync(core.host.workspace.database).mode].map((each) => each & 0o777)).toEqual([0o600, 0o600]);
});

async function takeIn() {
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'));
  const file = join(folder, 'log.csv');
  writeFileSync(file, 'case,activity,time\n1,open return request,2026-01-01T10:00:00Z\n');
  await take(core, folder, 'refunds', 'refund.vtt');
  await finish(await core.client.process.takeIn({ process: 'refunds', sources: [{ kind: 'log', file, columns: {} }] }));
  return { core, folder };
}

async function take(core: Core, folder: string, process: string, name: string): Promise<void> {
  const about = { actor: 'Ida', role: 'support agent', title: undefined };
  const source = findRecordingSource(writeTranscript(folder, name), about);
  await finish(await core.client.process.takeIn({ process, sources: [source] }));
}

async function readOnly(core: Core) {
  const [summary] = await core.client.process.list();
  const { recordings, logs } = await core.client.process.contents({ processId: summary!.process.id });
  return { process: summary!.process, recording: recordings[0]!.recording, log: logs[0]! };
}

async function names(core: Core): Promise<[string, string[], string[]][]> {
  const summaries = await core.client.process.list();
  return Promise.all(
    summaries.map(async ({ process }) => {
      const { recordings, logs } = await core.client.process.contents({ processId: process.id });
      return [process.name, recordings.map(({ recording }) => recording.title), logs.map(({ name }) => name)];
    }),
  );
}
