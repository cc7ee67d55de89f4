// Pictures of a made page go through the real reader in its child process, and into the store.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import type { Frame } from '../../../domain/evidence.ts';
import type { RecordingId } from '../../../domain/ids.ts';
import type { Core } from '../../core.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../../testing.ts';
import { screenTextStage } from './screen-text.ts';

const FIXTURES = join(import.meta.dirname, '../../../../models/screen/fixtures');

/** A recording in words, to which pictures are added as the recorder would have. */
async function keepWith(
  core: Core,
  pictures: readonly (readonly [atMs: number, file: string])[],
): Promise<RecordingId> {
  const file = writeTranscript(createTestFolder());
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const { process } = await finish(await core.client.process.takeIn({ process: 'Refunds', sources }));
  const [{ id } = { id: undefined }] = core.host.store.listRecordings(process.id);
  core.host.store.saveFrames(id!, await Promise.all(pictures.map(([atMs, name]) => addPicture(core, atMs, name))));
  return id!;
}

/** One row of the table: what a whole page takes is measured elsewhere. */
async function addPicture({ host }: Core, atMs: number, name: string): Promise<Frame> {
  const sha256 = Buffer.from(name).toString('hex').padEnd(64, '0').slice(0, 64);
  const path = `media/${sha256}.webp`;
  const row = sharp(join(FIXTURES, name)).extract({ left: 0, top: 255, width: 900, height: 46 });
  await row.webp({ lossless: true }).toFile(host.workspace.file(path));
  return { atMs, path, sha256, widthPx: 900, heightPx: 46, text: null };
}

async function follow({ host }: Core, id: RecordingId): Promise<readonly string[]> {
  const work = host.ingest.follow(host, id, undefined);
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
  }
}

test('what stands on the screen is stored with each picture, once', async () => {
  const core = await createTestCore();
  const { store } = core.host;
  const id = await keepWith(core, [
    [1000, 'waiting.webp'],
    [2000, 'approved.webp'],
    [3000, 'approved.webp'],
  ]);
  expect(await follow(core, id)).toEqual([]);
  const [waiting, approved, same] = store.listFrames(id);
  const row4 = (state: string): string =>
    `INV-20384\tKestrel Motors\t2026-03-04\tEUR 1466.55\t${state}\tIda Brandt\tneeds approval`;
  expect([waiting?.text, approved?.text]).toEqual([row4('On hold'), row4('Approved')]);
  expect({ text: same?.text, words: same?.words }).toEqual({ text: approved?.text, words: approved?.words });
  const row = store.listStages(id).find(({ stage }) => stage === 'screen-text');
  expect(row).toMatchObject({ state: 'done', problem: null, counts: { pictures: 3 } });
  expect(row?.madeBy).toMatch(/^tesseract(\.js)? \d\S* \(eng\), way 1$/);
  await follow(core, id);
  expect(store.listStages(id).find(({ stage }) => stage === 'screen-text')).toEqual(row);
  // Another program for the same language is no reason to read them again, one for another language is.
  const recording = store.findRecording(id)!;
  for (const [madeBy, isKept] of [
    ['tesseract 4.1 (eng), way 1', true],
    ['tesseract 4.1 (deu), way 1', false],
  ] as const) {
    store.saveStage({ ...row!, madeBy });
    expect(await screenTextStage.plan(core.host, recording)).toEqual({
      inputHash: row!.inputHash,
      madeBy: isKept ? madeBy : row!.madeBy,
    });
  }
});

test('a picture that is gone is told of, and the others are read', async () => {
  const core = await createTestCore();
  const { host } = core;
  const id = await keepWith(core, [
    [1000, 'waiting.webp'],
    [2000, 'approved.webp'],
  ]);
  const [first] = host.store.listFrames(id);
  rmSync(host.workspace.file(first!.path));
  expect(await follow(core, id)).toEqual(['refund: 1 of 2 pictures of the screen cannot be opened; they have no text']);
  expect(host.store.listFrames(id).map(({ text }) => text?.includes('Approved') ?? null)).toEqual([null, true]);
});

test('a recording without pictures is told so', async () => {
  const core = await createTestCore();
  const id = await keepWith(core, []);
  const recording = core.host.store.findRecording(id)!;
  expect(await screenTextStage.plan(core.host, recording)).toEqual({ skip: 'There are no pictures of its screen.' });
});

test('screens in a language that nothing here reads are read as English, and what would read them is named', async () => {
  const core = await createTestCore();
  const id = await keepWith(core, [[1000, 'waiting.webp']]);
  const recording = { ...core.host.store.findRecording(id)!, language: 'nl' };
  // A machine may have any language of Tesseract; whether it has this one is its own affair.
  const { isFitting } = await core.host.screens.choose('nl', { signal: new AbortController().signal });
  const { warnings } = await finish(screenTextStage.run(core.host, recording, new AbortController().signal));
  expect(warnings).toEqual(
    isFitting
      ? []
      : [
          'the screens were read as English, for no reader of Dutch is here: `mirror models pull tesseract-nld` fetches one',
        ],
  );
});
