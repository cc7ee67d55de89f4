import { expect, it } from 'vitest';
import type { Receipt } from '../../src/domain/capture.ts';
import { listGaps, listTracks, sortOutGaps } from './describe-receipt.ts';

const track = (name: string, kind: Receipt['tracks'][number]['kind'], gaps: Receipt['tracks'][number]['gaps']) => ({
  name,
  kind,
  recordedMs: 90_000,
  sizeBytes: 1000,
  pieces: 1,
  sha256: ['a'.repeat(64)],
  gaps,
  driftMs: 0,
});
const PAUSE = { startMs: 20_000, endMs: 30_000, cause: 'pause' as const };
// Of a receipt only what is described.
const RECEIPT = {
  durationMs: 100_000,
  tracks: [
    track('events', 'events', []),
    track('narration', 'microphone', [{ ...PAUSE, startMs: 20_400, endMs: 30_700 }]),
    track('screen-2', 'screen', [PAUSE, { startMs: 80_000, endMs: 100_000, cause: 'device' }]),
    track('screen', 'screen', [PAUSE]),
  ],
  exclusions: [{ startMs: 50_000, endMs: 55_000, cause: 'exclusion' }],
} as unknown as Receipt;

it('puts what was left out into picture and sound, and draws what is there between the gaps', () => {
  const tracks = listTracks(RECEIPT);
  expect(tracks.map(({ label }) => label)).toEqual(['Screen', 'Screen 2', 'Voice, for its words', 'Windows in use']);
  expect(tracks.map(({ stretches }) => stretches.map(({ startMs, endMs }) => [startMs, endMs]))).toEqual([
    [
      [0, 20_000],
      [30_000, 50_000],
      [55_000, 100_000],
    ],
    [
      [0, 20_000],
      [30_000, 50_000],
      [55_000, 80_000],
    ],
    [
      [0, 20_400],
      [30_700, 50_000],
      [55_000, 100_000],
    ],
    [[0, 100_000]],
  ]);
});

it('tells one pause once, though each track ends and begins at its own moment', () => {
  expect(listGaps(listTracks(RECEIPT))).toEqual([
    { ...PAUSE, tracks: ['Screen', 'Screen 2', 'Voice, for its words'] },
    { startMs: 50_000, endMs: 55_000, cause: 'exclusion', tracks: ['Screen', 'Screen 2', 'Voice, for its words'] },
    { startMs: 80_000, endMs: 100_000, cause: 'device', tracks: ['Screen 2'] },
  ]);
});

it('gives no line of their own to gaps shorter than a second, unless something was left out', () => {
  const gaps = listGaps(listTracks(RECEIPT));
  const short = { startMs: 0, endMs: 300, cause: 'start' as const, tracks: ['Screen'] };
  const left = { startMs: 400, endMs: 700, cause: 'exclusion' as const, tracks: ['Screen'] };
  expect(sortOutGaps([short, left, ...gaps])).toEqual({ long: [left, ...gaps], short: 1 });
});
