import { expect, test } from 'vitest';
import { describeProgress } from './progress-line.ts';

const at = (done: number, total: number | null, stageMs: number, totalMs = stageMs): string =>
  describeProgress({ progress: { stage: 'steps', done, total, unit: 'recordings' }, stageMs, totalMs });

test('short work says how far it is, long work also how long it takes and how to stop it', () => {
  expect([at(0, 4, 100), at(1, 4, 20_000, 25_000), at(0, 1, 61_400), at(1200, null, 3000), at(4, 4, 9000)]).toEqual([
    'steps: 0 of 4 recordings',
    'steps: 1 of 4 recordings, about 1 min 0 s left, 25 s; Ctrl-C stops',
    'steps: 0 of 1 recordings, 1 min 1 s; Ctrl-C stops',
    'steps: 1,200 recordings, 3 s; Ctrl-C stops',
    'steps: 4 of 4 recordings, 9 s; Ctrl-C stops',
  ]);
});

test('what is made of one recording is said in words, with its title', () => {
  const progress = { stage: 'transcribe', done: 900, total: 3600, unit: 'seconds', of: 'Monday' };
  expect(describeProgress({ progress, stageMs: 60_000, totalMs: 90_000 })).toBe(
    'Monday: writing down what is said: 900 of 3,600 seconds, about 3 min 0 s left, 1 min 30 s; Ctrl-C stops',
  );
});
