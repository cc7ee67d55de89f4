import { expect, test } from 'vitest';
import { type CpuTimes, createRoom, mostBeside, shareOf } from './make-room.ts';

/** A processor of two cores that is as busy as told, look by look. */
function busy(...shares: readonly number[]): () => CpuTimes {
  let at = -1;
  let times: CpuTimes = { busy: 0, all: 0 };
  return () => {
    const share = at < 0 ? 0 : shares[Math.min(at, shares.length - 1)]!;
    at += 1;
    times = { busy: times.busy + share * 100, all: times.all + 100 };
    return times;
  };
}

const LOOK_EVERY_MS = 2;

async function pass(isRecording: boolean, shares: readonly number[]) {
  const told: (string | null)[] = [];
  let looks = 0;
  const readTimes = busy(...shares);
  const makeRoom = createRoom({
    isRecording: async () => isRecording,
    readTimes: () => ((looks += 1), readTimes()),
    cores: 2,
    lookEveryMs: LOOK_EVERY_MS,
    tell: (why) => told.push(why),
  });
  // Long enough since it was made for a look to say something.
  await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
  await makeRoom(new AbortController().signal);
  return { told, looks };
}

const WHY = 'a recording is running, and the processor has no room for more';

test('work goes on beside a recording that leaves room, and beside none however busy it is', async () => {
  expect([(await pass(true, [0.85])).told, (await pass(false, [1])).told]).toEqual([[], []]);
});

test('where a recording takes all there is, work waits until the rest leaves room for it', async () => {
  const { told, looks } = await pass(true, [0.95, 0.9, 0.6, 0.3]);
  expect(told).toEqual([WHY, null]);
  expect(looks).toBeGreaterThanOrEqual(5);
});

test('a wait ends at once when the work is stopped', async () => {
  const stop = new AbortController();
  const makeRoom = createRoom({
    isRecording: async () => true,
    readTimes: busy(1),
    cores: 2,
    lookEveryMs: 1,
    tell: (why) => why && stop.abort(),
  });
  await new Promise((done) => setTimeout(done, 2));
  await expect(makeRoom(stop.signal)).rejects.toThrow(/aborted/);
});

test('how much may be taken beside the work grows with the cores', () => {
  expect([1, 2, 4, 8].map((cores) => Math.round(mostBeside(cores) * 100))).toEqual([30, 40, 70, 85]);
  expect(shareOf({ busy: 10, all: 100 }, { busy: 60, all: 200 })).toBe(0.5);
});
