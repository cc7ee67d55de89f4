// A sealed workspace through every way that files take: a window's files, a recording, a film, documents, exports, the
// ledger, pages. Nothing that anybody said or named stands in the folder, and everything opens.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { answerFile } from '../../web/answer.ts';
import type { Core } from '../core.ts';
import { createFfmpegFinder } from '../media/find-ffmpeg.ts';
import { sampleFilm } from '../media/sample-film.ts';
import { followSound, readSamples } from '../media/sound.ts';
import { makeSamples, request, samples, send } from '../recorder/testing.ts';
import { findRecordingSource } from '../sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../testing.ts';
import { makeVault } from '../vault/keyring.ts';
import { TEST_COST } from '../vault/testing/fake-keystore.ts';
import { writeVault } from '../vault/vault-file.ts';

const ffmpeg = await createFfmpegFinder(process.env).find();

/** A core of a new sealed workspace; opened again with the same key. */
async function createSealedCore(): Promise<{ core: Core; reopen: () => Promise<Core> }> {
  const workspace = join(createTestFolder(), 'workspace');
  mkdirSync(workspace);
  const { vault, key } = await makeVault({ passphrase: null, keystore: undefined, nowMs: 1, cost: TEST_COST });
  writeVault(workspace, vault);
  const open = (): Promise<Core> => createTestCore(workspace, { unlock: async () => key, recorder: { graceMs: 0 } });
  return { core: await open(), reopen: open };
}

/** Names and contents of all files in which one of the words stands as it is, in 8 or 16 bits a character. */
function findInOpen(root: string, words: readonly string[]): string[] {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name));
    return words
      .filter((word) => name.includes(word) || bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le')))
      .map((word) => `${name}: ${word}`);
  });
}

test('what a window sends is sealed while it waits and once it is kept, under no name of its own', async () => {
  const { core } = await createSealedCore();
  const leaving = new AbortController();
  const opened = await core.client.intake.open(undefined, { signal: leaving.signal });
  const first = await opened.next();
  if (first.done) throw new Error('the intake ended');
  const { intakeId } = first.value;
  const files = {
    'Berger/Berger talk.vtt': readFileSync(writeTranscript(createTestFolder())),
    'Berger/Berger orders.csv': Buffer.from('case,activity,time\nB1,check Ledgerly,2026-01-05T10:00:00Z\n'),
    'Berger/Berger rules.txt': Buffer.from('Ledgerly is closed on Fridays.'),
  };
  for (const [path, bytes] of Object.entries(files)) {
    const { file } = await core.client.intake.add({ intakeId, path, sizeBytes: bytes.length });
    const half = bytes.length >> 1;
    for (const [from, to] of [
      [0, half],
      [half, bytes.length],
    ] as const)
      await core.client.intake.chunk({
        intakeId,
        file,
        offset: from,
        data: new Blob([new Uint8Array(bytes.subarray(from, to))]),
      });
  }
  const words = ['Berger', 'Ledgerly'];
  expect(findInOpen(core.host.workspace.path, words)).toEqual([]);
  const { parts } = await core.client.intake.arrange({ intakeId });
  const wishes = parts.map(({ part, kind }) => ({ part, as: kind }));
  const taken = await finish(await core.client.intake.adopt({ intakeId, process: 'Refunds', parts: wishes }));
  leaving.abort();
  await opened.return?.(undefined);
  expect([taken.recordings, taken.logs, taken.documents]).toEqual([
    parts.filter(({ kind }) => kind === 'recording').length,
    parts.filter(({ kind }) => kind === 'log').length,
    parts.filter(({ kind }) => kind === 'document').length,
  ]);
  for (const format of ['xes', 'ocel-sqlite', 'spec']) {
    const exported = await finish(await core.client.process.export({ processId: taken.process.id, format }));
    const answer = await answerFile(core.host, { pathname: `/${exported.url}`, range: undefined });
    expect((await buffer(answer!.body!())).length).toBe(exported.sizeBytes);
  }
  expect(findInOpen(core.host.workspace.path, words)).toEqual([]);
});

test('a recording that goes on after a restart is whole, plays by ranges, and one that was cut is refused', async () => {
  const { core, reopen } = await createSealedCore();
  const { recordingId } = await core.client.recorder.start(request(samples));
  for (const chunk of [0, 1, 2]) await send(core, recordingId, samples, { chunk, data: makeSamples(chunk) });
  await core.close();
  const again = await reopen();
  await again.recorder.settled();
  const [receipt] = (await again.client.recorder.health({})).recovered;
  expect(receipt).toMatchObject({ recordingId, unreadable: [], durationMs: 3000 });
  const [track] = again.host.store.listTracks(recordingId);
  const answer = await answerFile(again.host, { pathname: `/media/${track!.id}`, range: 'bytes=44-1043' });
  expect([answer!.status, (await buffer(answer!.body!())).equals(makeSamples(0).subarray(0, 1000))]).toEqual([
    206,
    true,
  ]);
  const kept = readFileSync(again.host.workspace.file(track!.path));
  expect([kept.includes('WAVEfmt'), kept.includes(makeSamples(0).subarray(0, 64))]).toEqual([false, false]);
  const { store, workspace } = again.host;
  const sound = followSound(again.host, store.findRecording(recordingId)!, new AbortController().signal);
  let step = await sound.next();
  while (!step.done) step = await sound.next();
  expect((await readSamples(step.value, 0, 1)).length).toBe(16);
  writeFileSync(workspace.file(track!.path), kept.subarray(0, kept.length - 1));
  expect(await answerFile(again.host, { pathname: `/media/${track!.id}`, range: undefined })).toMatchObject({
    status: 500,
  });
});

test.skipIf(ffmpeg === undefined)(
  'a film that ends with its index is seen through a pipe as it is from its file',
  async () => {
    const { core } = await createSealedCore();
    const film = join(createTestFolder(), 'film.mp4');
    const made = ['-f', 'lavfi', '-i', 'testsrc=s=160x100:r=5', '-f', 'lavfi', '-i', 'sine=f=440', '-t', '3'];
    execFileSync(ffmpeg!.command, ['-v', 'error', ...made, '-c:v', 'mpeg4', '-c:a', 'aac', film]);
    writeFileSync(film.replace('.mp4', '.vtt'), 'WEBVTT\n\n00:00.000 --> 00:02.000\nI approve it.\n');
    const source = findRecordingSource(film, { actor: undefined, role: undefined, title: undefined });
    const { process } = await finish(await core.client.process.takeIn({ process: 'Approvals', sources: [source] }));
    const { store, workspace } = core.host;
    const [recording] = store.listRecordings(process.id);
    const [track] = store.listTracks(recording!.id);
    const { signal } = new AbortController();
    const size = { widthPx: 160, heightPx: 100 };
    const look = async (what: Parameters<typeof sampleFilm>[1]): Promise<string[]> => {
      const seen: string[] = [];
      for await (const { atMs, grey } of sampleFilm(ffmpeg!, what, signal))
        seen.push(`${atMs} ${Buffer.from(grey).toString('base64')}`);
      return seen;
    };
    const sealed = await look({ files: workspace.files, file: workspace.file(track!.path), size });
    expect(sealed.length).toBe(6);
    expect(sealed).toEqual(await look({ file: film, size }));
    const heard = followSound(core.host, recording!, signal);
    let step = await heard.next();
    while (!step.done) step = await heard.next();
    expect((await readSamples(step.value, 1000, 2000)).some((sample) => Math.abs(sample) > 0.05)).toBe(true);
    expect(findInOpen(workspace.path, ['ftyp', 'moov', 'approve'])).toEqual([]);
  },
);
