// The worker with stages of the test's own: how work is ended, by whom, and what waits then.
import { expect, test } from 'vitest';
import { TEST_TIME_MS } from '../testing.ts';
import { createIngest } from './ingest.ts';
import { makeStage, NOTHING, open, progress, row, rowsOf, untilAborted } from './testing/made-stages.ts';

test('a stage that shows no progress is ended and counted as failed', async () => {
  const stage = makeStage({
    run: async function* (signal) {
      yield progress(1);
      await untilAborted(signal);
      return NOTHING;
    },
  });
  const { core, id } = await open([stage], { leaseMs: 20 });
  const problem = expect.stringContaining('It showed no progress');
  expect(rowsOf(core, id)).toEqual([row({ state: 'failed', attempts: 3, problem })]);
});

test('stopped half-way a stage waits for the next pass; its tries are not counted', async () => {
  const stage = makeStage({ name: 'frames' });
  const { core, id } = await open([makeStage({ name: 'probe' }), stage]);
  const slow = makeStage({
    name: 'frames',
    plan: () => ({ inputHash: 'two', madeBy: 'test:1' }),
    run: async function* (signal) {
      yield progress(1);
      await untilAborted(signal);
      return NOTHING;
    },
  });
  const ingest = createIngest({ stages: [slow], isRecording: async () => false, reportBug: () => {} });
  const stop = new AbortController();
  const work = ingest.follow(core.host, id, stop.signal);
  expect((await work.next()).value).toEqual({ ...progress(1), stage: 'frames', of: 'refund' });
  const states = [ingest.state(core.host)];
  stop.abort(new Error('closing'));
  await expect(work.next()).rejects.toThrow('closing');
  states.push(ingest.state(core.host));
  const later = { ...core.host, clock: { nowMs: () => TEST_TIME_MS + 120_000 } };
  states.push(ingest.state(later));
  expect(states).toMatchObject([
    { running: { recordingId: id, stage: 'frames', paused: null, progress: { done: 1 } }, waiting: [], alarm: null },
    { running: null, waiting: [{ recordingId: id }], alarm: null },
    { running: null, waiting: [{ recordingId: id }], alarm: expect.stringContaining('Nothing works on a recording') },
  ]);
  expect(rowsOf(core, id).at(-1)).toEqual(row({ stage: 'frames', state: 'waiting', inputHash: 'two' }));
});

test('a person cancels: what runs is ended, what was to come is left out, until the person tries again', async () => {
  const first = makeStage({
    run: async function* (signal) {
      yield progress(1);
      if (first.runs > 1) return NOTHING;
      await untilAborted(signal);
      return NOTHING;
    },
  });
  const second = makeStage({ name: 'speech' });
  const { core, id } = await open([]);
  const ingest = createIngest({ stages: [first, second], isRecording: async () => false, reportBug: () => {} });
  const toEnd = async (): Promise<readonly string[]> => {
    const work = ingest.follow(core.host, id, undefined);
    for (;;) {
      const step = await work.next();
      if (step.done) return step.value;
      if (first.runs === 1) ingest.cancel(core.host, id);
    }
  };
  expect(await toEnd()).toEqual([]);
  expect(rowsOf(core, id).map(({ state }) => state)).toEqual(['cancelled', 'cancelled']);
  await toEnd();
  expect([first.runs, second.runs]).toEqual([1, 0]);
  ingest.forgiveFailures(core.host, id);
  await toEnd();
  expect([rowsOf(core, id).map(({ state }) => state), first.runs, second.runs]).toEqual([['done', 'done'], 2, 1]);
});

test('a reader that leaves in the middle ends the stage, and it waits for the next pass', async () => {
  let isEnded = false;
  const stage = makeStage({
    run: async function* () {
      try {
        yield progress(1);
        return NOTHING;
      } finally {
        isEnded = true;
      }
    },
  });
  const { core, id } = await open([]);
  const ingest = createIngest({ stages: [stage], isRecording: async () => false, reportBug: () => {} });
  for await (const _ of ingest.follow(core.host, id, undefined)) break;
  expect([isEnded, rowsOf(core, id)]).toEqual([true, [row({ state: 'waiting' })]]);
});

test('recordings take turns, and who waits is told how many are before', async () => {
  const gate = Promise.withResolvers<void>();
  const stage = makeStage({
    plan: () => ({ inputHash: String(Math.min(stage.runs, 1)), madeBy: 'test:1' }),
    run: async function* () {
      if (stage.runs === 2) {
        yield progress(1);
        await gate.promise;
      }
      return NOTHING;
    },
  });
  const { core, id } = await open([stage]);
  const one = core.host.ingest.follow(core.host, id, undefined);
  await one.next();
  const other = core.host.ingest.follow(core.host, id, undefined);
  const waits = { stage: 'waiting', done: 0, total: 1, unit: 'recordings before it' };
  expect((await other.next()).value).toEqual(waits);
  const left = other.next();
  gate.resolve();
  expect((await one.next()).done).toBe(true);
  expect([(await left).done, stage.runs]).toEqual([true, 2]);
});
