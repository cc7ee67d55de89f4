// In: how many hours. Out: one line of JSON: the memory of a core that records so long, in a process of its own. Chunks are
// sent as quickly as they are taken; the clock they bear is that of a recording in real time.
//   node --expose-gc bench/capture/record-hours.ts HOURS
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCore } from '../../src/host/core.ts';
import { createFakeWindows, windowOf } from '../../src/host/recorder/fixtures/fake-windows.ts';
import { cutByTime, makeSamples, makeWebm, request, samples, screen } from '../../src/host/recorder/testing.ts';

const PIECE_S = 180;
const FRAME_EVERY_S = 10;
const WINDOW_EVERY_S = 5;
const MB = 1024 * 1024;

const seconds = Math.round(Number(process.argv[2]) * 3600);
/** Twelve times, however long it is. */
const lookEveryS = Math.max(1, Math.floor(seconds / 12));
const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-'));
/** Stands still but for what this recording says of it. */
let nowMs = 0;
const windows = createFakeWindows(() => nowMs);
const core = await createCore({
  workspace: join(folder, 'workspace'),
  door: 'terminal',
  recorder: { monotonicMs: () => nowMs, windows },
});
try {
  const pictures = cutByTime(makeWebm(folder, PIECE_S));
  const { recordingId } = await core.client.recorder.start(request(screen, samples));
  const rssMb: number[] = [];
  for (let second = 0; second < seconds; second += 1) {
    nowMs = (second + 1) * 1000;
    const same = { recordingId, clockMs: nowMs, piece: Math.floor(second / PIECE_S) + 1, chunk: second };
    const sound = { ...same, track: samples.name, data: new Blob([new Uint8Array(makeSamples(second % PIECE_S))]) };
    const picture = new Blob([new Uint8Array(pictures[second % PIECE_S] ?? [])]);
    if (second % WINDOW_EVERY_S === 0) windows.show(windowOf(`Order ${second}`));
    if (second % FRAME_EVERY_S === 0) {
      const size = { widthPx: 160, heightPx: 100 };
      const image = new Blob([`RIFF0000WEBP picture of second ${second}`, new Uint8Array(60_000)]);
      await core.client.recorder.frame({ recordingId, track: screen.name, atMs: nowMs, ...size, image });
    }
    await Promise.all([
      core.client.recorder.chunk({ ...same, track: screen.name, cause: 'length', data: picture }),
      core.client.recorder.chunk({ ...sound, cause: 'length' }),
    ]);
    if (second % lookEveryS === lookEveryS - 1) {
      globalThis.gc?.();
      rssMb.push(Math.round(process.memoryUsage.rss() / MB));
    }
  }
  const { durationMs, tracks, frames } = await core.client.recorder.stop({ recordingId });
  const gaps = tracks.reduce((total, track) => total + track.gaps.length, 0);
  console.log(JSON.stringify({ rssMb, recordedMs: durationMs, frames, gaps }));
} finally {
  await core.close();
  rmSync(folder, { recursive: true, force: true });
}
