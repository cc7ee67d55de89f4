// A film made by ffmpeg of two pictures of a page, taken in as a person would.
import { execFileSync } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Recording } from '../../../domain/process.ts';
import type { Core } from '../../core.ts';
import { createFfmpegFinder } from '../../media/find-ffmpeg.ts';
import { sampleFilm } from '../../media/sample-film.ts';
import { findRecordingSource } from '../../sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../../testing.ts';
import { framesStage } from './frames.ts';

const FIXTURES = join(import.meta.dirname, '../../../../models/screen/fixtures');
const ffmpeg = await createFfmpegFinder(process.env).find();
if (ffmpeg === undefined) console.warn('Skipped: films need ffmpeg.');

/** Four seconds in VP8: one row of a table of 900 by 46, then the same changed. */
function makeFilm(folder: string): string {
  const still = (name: string): string[] => ['-loop', '1', '-t', '2', '-i', join(FIXTURES, name)];
  const film = join(folder, 'approval.webm');
  const cut = [
    '-filter_complex',
    '[0][1]concat=n=2:v=1,fps=10,crop=900:46:0:254,format=yuv420p',
    '-c:v',
    'libvpx',
    '-b:v',
    '2M',
  ];
  execFileSync(ffmpeg!.command, ['-v', 'error', ...still('waiting.webp'), ...still('approved.webp'), ...cut, film]);
  return film;
}

async function takeFilmIn(core: Core): Promise<Recording> {
  const folder = createTestFolder();
  const film = makeFilm(folder);
  writeFileSync(join(folder, 'approval.vtt'), 'WEBVTT\n\n00:00.000 --> 00:03.000\nI approve the invoice.\n');
  const source = findRecordingSource(film, { actor: 'Ida', role: undefined, title: undefined });
  const { process } = await finish(await core.client.process.takeIn({ process: 'Approvals', sources: [source] }));
  return core.host.store.listRecordings(process.id)[0]!;
}

describe.skipIf(ffmpeg === undefined)('with ffmpeg', () => {
  test('a film becomes a picture for each time the screen had changed, and what stands on them', async () => {
    const core = await createTestCore();
    const { store } = core.host;
    const { id } = await takeFilmIn(core);
    // The stages may be worked off by whoever comes first.
    for await (const _ of core.host.ingest.follow(core.host, id, undefined));
    const frames = store.listFrames(id);
    const said = frames.map(({ atMs, widthPx, heightPx, text }) => ({
      atMs,
      widthPx,
      heightPx,
      isApproved: text?.includes('Approved'),
    }));
    expect(said).toEqual([
      { atMs: 0, widthPx: 900, heightPx: 46, isApproved: false },
      { atMs: 2000, widthPx: 900, heightPx: 46, isApproved: true },
    ]);
    const row = store.listStages(id).find(({ stage }) => stage === 'frames');
    expect(row).toMatchObject({ state: 'done', counts: { pictures: 2 } });
    // Made again, it is the same, and what was read stays.
    const { save } = await finish(framesStage.run(core.host, store.findRecording(id)!, new AbortController().signal));
    save?.();
    expect(store.listFrames(id)).toEqual(frames);
  });

  test('cancelled in its middle it ends as cancelled, with nothing kept', async () => {
    const core = await createTestCore();
    const recording = await takeFilmIn(core);
    const cancel = new AbortController();
    const run = framesStage.run(core.host, recording, cancel.signal);
    const total = Math.ceil(recording.durationMs / 1000);
    expect(await run.next()).toEqual({ done: false, value: { stage: 'frames', done: 0, total, unit: 'seconds' } });
    cancel.abort();
    await expect(run.next()).rejects.toMatchObject({ name: 'AbortError' });
    expect(readdirSync(core.host.workspace.incoming)).toEqual([]);
  });

  test('leaving a film in its middle ends ffmpeg; what is no film is told in its words', async () => {
    const folder = createTestFolder();
    const size = { widthPx: 900, heightPx: 46 };
    const never = new AbortController().signal;
    const pictures = sampleFilm(ffmpeg!, { file: makeFilm(folder), size }, never);
    const { value } = await pictures.next();
    expect({ atMs: value?.atMs, bytes: value?.grey.length }).toEqual({ atMs: 0, bytes: 640 * 32 });
    await pictures.return();
    await expect(sampleFilm(ffmpeg!, { file: writeTranscript(folder), size }, never).next()).rejects.toMatchObject({
      code: 'media/unreadable',
    });
  });
});

test('words alone have no picture', async () => {
  const core = await createTestCore();
  const file = writeTranscript(createTestFolder());
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const { process } = await finish(await core.client.process.takeIn({ process: 'Refunds', sources }));
  const [recording] = core.host.store.listRecordings(process.id);
  expect(await framesStage.plan(core.host, recording!)).toEqual({ skip: 'There is no picture in it.' });
});
