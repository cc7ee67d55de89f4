import { expect, test } from 'vitest';
import type { MadeChunk } from './chunk-sink.ts';
import { createPcmTrack } from './pcm-track.ts';

test('samples that come before their piece begins are its beginning, at the time at which they came', async () => {
  const chunks: MadeChunk[] = [];
  let clockMs = 0;
  const pcm = createPcmTrack({ nowMs: () => clockMs, put: (chunk) => void chunks.push(chunk) });
  const put = (atMs: number): void => {
    clockMs = atMs;
    pcm.put(Int16Array.of(atMs));
  };
  put(250);
  put(500);
  expect(chunks).toEqual([]);
  clockMs = 600;
  pcm.begin('start');
  put(750);
  pcm.begin('device');
  put(1000);
  pcm.end();
  put(4000);
  pcm.begin('pause');
  put(4250);
  const heard = await Promise.all(
    chunks.map(async ({ data, ...chunk }) => [new Int16Array(await data.arrayBuffer())[0], chunk]),
  );
  expect(heard).toEqual([
    [250, { clockMs: 250, begins: 'start' }],
    [500, { clockMs: 500, begins: undefined }],
    [750, { clockMs: 750, begins: undefined }],
    [1000, { clockMs: 1000, begins: 'device' }],
    [4000, { clockMs: 4000, begins: 'pause' }],
    [4250, { clockMs: 4250, begins: undefined }],
  ]);
});
