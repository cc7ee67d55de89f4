import { expect, test } from 'vitest';
import type { Mark, Piece } from '../domain/capture.ts';
import { ProcessId, RecordingId } from '../domain/ids.ts';
import { findGaps, type ReceiptInput, type WholeRecording, writeReceipt } from './receipt.ts';

const recordingId = RecordingId.parse('recording-1');
const piece = (number: number, startMs: number, endMs: number, more: Partial<Piece> = {}): Piece => ({
  recordingId,
  track: 'screen',
  number,
  cause: number === 1 ? 'start' : 'pause',
  path: `live/recording-1/screen-000${number}.webm`,
  sizeBytes: 100,
  sha256: String(number).repeat(64),
  startMs,
  endMs,
  mediaMs: endMs - startMs,
  units: 1,
  isRecovered: false,
  lostBytes: 0,
  ...more,
});

const whole = (durationMs: number, more: Partial<WholeRecording> = {}): WholeRecording => ({
  durationMs,
  pauses: [],
  isRecovered: false,
  ...more,
});

const input = (pieces: Piece[], more: Partial<ReceiptInput> = {}): ReceiptInput => ({
  plan: {
    recordingId,
    intent: { process: 'Refunds', language: 'en' },
    processId: null,
    isWatched: false,
    tracks: [
      { name: 'screen', kind: 'screen', format: 'webm', label: '' },
      { name: 'voice', kind: 'microphone', format: 'webm', label: '' },
    ],
    startedAtMs: 0,
    timeZone: 'UTC',
  },
  processId: ProcessId.parse('process-1'),
  pieces,
  pointsOf: () => [],
  marks: [],
  pauses: [],
  frames: 0,
  unreadable: [],
  driftOf: () => 0,
  isRecovered: false,
  lostMs: 0,
  ...more,
});

test('where a file ended for its length and the clock ran on, the machine slept', () => {
  const night = 8 * 3_600_000;
  const files = [piece(1, 0, 60_000), piece(2, 60_000 + night, 70_000 + night, { cause: 'length' })];
  expect(findGaps(files, whole(70_000 + night))).toEqual([{ startMs: 60_000, endMs: 60_000 + night, cause: 'sleep' }]);
  const stall = [piece(1, 0, 60_000), piece(2, 62_000, 70_000, { cause: 'length' })];
  expect(findGaps(stall, whole(70_000))).toEqual([{ startMs: 60_000, endMs: 62_000, cause: 'length' }]);
});

test('gaps are where the clock ran and the track did not; a seam is none', () => {
  const gaps = findGaps([piece(1, 1_000, 60_000), piece(2, 60_300, 70_000), piece(3, 90_000, 95_000)], whole(100_000));
  expect(gaps).toEqual([
    { startMs: 0, endMs: 1_000, cause: 'start' },
    { startMs: 70_000, endMs: 90_000, cause: 'pause' },
    { startMs: 95_000, endMs: 100_000, cause: 'device' },
  ]);
});

test('a gap in a pause is that pause, whatever the files around it are called after', () => {
  const pauses = [{ startMs: 60_000, endMs: 65_600 }];
  const causes = (['length', 'sleep', 'device', 'pause'] as const).map((cause) =>
    findGaps([piece(1, 0, 59_400), piece(2, 66_100, 70_000, { cause })], whole(70_000, { pauses })),
  );
  expect(causes).toEqual(Array.from({ length: 4 }, () => [{ startMs: 59_400, endMs: 66_100, cause: 'pause' }]));
  // A machine that fell asleep soon after a pause slept all the same.
  const night = [piece(1, 0, 60_000), piece(2, 9_000_000, 9_001_000, { cause: 'length' })];
  expect(findGaps(night, whole(9_001_000, { pauses }))).toEqual([
    { startMs: 60_000, endMs: 9_000_000, cause: 'sleep' },
  ]);
});

test('at the end a track is missing for a pause, for what was on its way, or for its device', () => {
  const track = [piece(1, 0, 60_000)];
  const pauses = [{ startMs: 60_300, endMs: Infinity }];
  expect([
    findGaps(track, whole(64_000, { pauses })),
    findGaps(track, whole(64_000, { isRecovered: true })),
    findGaps(track, whole(90_000, { isRecovered: true })),
    findGaps(track, whole(64_000)),
  ]).toEqual([
    [{ startMs: 60_000, endMs: 64_000, cause: 'pause' }],
    [{ startMs: 60_000, endMs: 64_000, cause: 'reconnect' }],
    [{ startMs: 60_000, endMs: 90_000, cause: 'device' }],
    [{ startMs: 60_000, endMs: 64_000, cause: 'device' }],
  ]);
});

test('the receipt adds up what each track has, and says how long it all is', () => {
  const pieces = [piece(2, 200_000, 3_700_000), piece(1, 0, 180_000), piece(1, 0, 3_700_000, { track: 'voice' })];
  const receipt = writeReceipt(input(pieces));
  expect(receipt.tracks.map(({ recordedMs, sha256, pieces: files }) => [recordedMs, sha256.length, files])).toEqual([
    [3_680_000, 2, 2],
    [3_700_000, 1, 1],
  ]);
  expect([receipt.phase, receipt.words, receipt.durationMs]).toEqual(['verified', 'recorded 1 h 1 min', 3_700_000]);
});

test('a film whose pictures are missing while its voice goes on has a gap, and is that much shorter', () => {
  const pieces = [piece(1, 0, 30_000), piece(1, 0, 30_000, { track: 'voice' })];
  const missing = (atMs: number): boolean => atMs > 10_000 && atMs < 20_000;
  let units = 0;
  const points = Array.from({ length: 30 }, (_, at) => {
    const clockMs = (at + 1) * 1000;
    return { clockMs, units: missing(clockMs) ? units : (units += 5) };
  });
  const marks: Mark[] = [
    { atMs: 10_000, kind: 'excluded' },
    { atMs: 14_000, kind: 'included' },
  ];
  const tracks = (more: Partial<ReceiptInput>) =>
    writeReceipt(input(pieces, { pointsOf: () => points, ...more })).tracks.map(({ recordedMs, gaps }) => [
      recordedMs,
      gaps,
    ]);
  expect(tracks({})).toEqual([
    [21_000, [{ startMs: 10_000, endMs: 19_000, cause: 'display' }]],
    [30_000, []],
  ]);
  expect(tracks({ marks })).toEqual([
    [25_000, [{ startMs: 14_000, endMs: 19_000, cause: 'display' }]],
    [30_000, []],
  ]);
});

test('what was recovered, lost and cannot be read is said', () => {
  const recovered = input([piece(1, 0, 761_000, { isRecovered: true })], { lostMs: 800 });
  expect(writeReceipt(recovered).words).toBe('recovered 12 min 41 s, at most 0.8 s lost');
  const given = writeReceipt(input([piece(1, 0, 40_000)], { isRecovered: true, lostMs: 500, cutOff: 'it was closed' }));
  expect([given.phase, given.words]).toEqual(['recovered', 'recovered 40 s, at most 0.5 s lost, it was closed']);
  expect(writeReceipt({ ...recovered, unreadable: ['a', 'b'] }).words).toBe(
    'recovered 12 min 41 s, at most 0.8 s lost; 2 files cannot be read and stay as they are',
  );
});

test('each exclusion is a gap; one that nobody ended lasts to the end', () => {
  const marks: Mark[] = [
    { atMs: 9_000, kind: 'excluded' },
    { atMs: 1_000, kind: 'excluded' },
    { atMs: 2_000, kind: 'included' },
    { atMs: 5_000, kind: 'decision' },
  ];
  expect(writeReceipt(input([piece(1, 0, 10_000)], { marks })).exclusions).toEqual([
    { startMs: 1_000, endMs: 2_000, cause: 'exclusion' },
    { startMs: 9_000, endMs: 10_000, cause: 'exclusion' },
  ]);
});
