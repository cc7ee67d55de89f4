// The worker with stages of the test's own: what it runs, what it does not run twice, and what a failure leaves behind.
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MirrorError } from '../../domain/errors.ts';
import type { RecordingId } from '../../domain/ids.ts';
import type { RecordingStage } from '../../domain/ingest.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Core } from '../core.ts';
import { createTestCore, createTestFolder, finish, TEST_TIME_MS, writeTranscript } from '../testing.ts';
import { createIngest, type IngestOptions } from './ingest.ts';
import type { IngestStage, StagePlan, StageResult } from './stage.ts';

interface MadeStage {
  readonly name?: IngestStage['name'];
  readonly plan?: () => StagePlan;
  readonly run?: (signal: AbortSignal) => AsyncGenerator<Progress, StageResult>;
}

const PLAN: StagePlan = { inputHash: 'one', madeBy: 'test:1' };
const NOTHING: StageResult = { counts: {}, warnings: [] };

/** A stage that counts how often it ran. */
function makeStage({ name = 'audio', plan = () => PLAN, run }: MadeStage): IngestStage & { runs: number } {
  const stage = {
    name,
    runs: 0,
    plan,
    run: async function* (_host: unknown, _recording: unknown, signal: AbortSignal) {
      stage.runs += 1;
      return run ? yield* run(signal) : NOTHING;
    },
  };
  return stage;
}

const progress = (done: number): Progress => ({ stage: 'audio', done, total: 2, unit: 'seconds' });

async function open(stages: readonly IngestStage[], options: Partial<IngestOptions> = {}) {
  const bugs: unknown[] = [];
  const workspace = join(createTestFolder(), 'workspace');
  const ingest = { stages, reportBug: (error: unknown) => bugs.push(error), ...options };
  const core = await createTestCore(workspace, { ingest });
  const id = await keepOne(core);
  return { core, workspace, id, bugs };
}

/** A recording in words; `open`'s stages have been through it once. */
async function keepOne(core: Core): Promise<RecordingId> {
  const file = writeTranscript(createTestFolder());
  const sources = [{ kind: 'recording' as const, file, transcript: file }];
  const { process } = await finish(await core.client.process.takeIn({ process: 'Refunds', sources }));
  return core.host.store.listRecordings(process.id)[0]!.id;
}

async function follow(core: Core, id: RecordingId, signal?: AbortSignal) {
  const told: Progress[] = [];
  const work = core.host.ingest.follow(core.host, id, signal);
  for (;;) {
    const step = await work.next();
    if (step.done) return { told, warnings: step.value };
    told.push(step.value);
  }
}

const rowsOf = ({ host }: Core, id: RecordingId): Partial<RecordingStage>[] =>
  host.store.listStages(id).map(({ stage, state, attempts, inputHash, madeBy, problem, counts }) => ({
    stage,
    state,
    attempts,
    inputHash,
    madeBy,
    problem,
    counts,
  }));

const row = (changes: Partial<RecordingStage>): Partial<RecordingStage> => ({
  stage: 'audio',
  state: 'done',
  attempts: 0,
  inputHash: 'one',
  madeBy: 'test:1',
  problem: null,
  counts: {},
  ...changes,
});

test('each stage runs once for its input and its maker, in order, and again when one of them is another', async () => {
  let plan: StagePlan = PLAN;
  const order: string[] = [];
  const named = (name: IngestStage['name']) =>
    makeStage({
      name,
      plan: () => plan,
      run: async function* () {
        order.push(name);
        yield progress(1);
        return { ...NOTHING, counts: { seconds: 2 } };
      },
    });
  const { core, id } = await open([named('audio'), named('speech')]);
  const counts = { seconds: 2 };
  expect(rowsOf(core, id)).toEqual([row({ counts }), row({ stage: 'speech', counts })]);
  expect((await follow(core, id)).told).toEqual([]);
  plan = { inputHash: 'one', madeBy: 'test:2' };
  const { told } = await follow(core, id);
  expect(told.map(({ stage, of }) => [stage, of])).toEqual([
    ['audio', 'refund'],
    ['speech', 'refund'],
  ]);
  plan = { inputHash: 'two', madeBy: 'test:2' };
  await follow(core, id);
  expect(order).toEqual(['audio', 'speech', 'audio', 'speech', 'audio', 'speech']);
});

test('a stage with nothing to do says why, once where it concerns somebody', async () => {
  const plan = (): StagePlan => ({ skip: 'No transcriber is installed.', isTold: true });
  const stage = makeStage({ plan });
  const { core, id } = await open([stage]);
  expect(rowsOf(core, id)).toEqual([
    row({ state: 'skipped', inputHash: '', madeBy: '', problem: 'No transcriber is installed.' }),
  ]);
  core.host.store.saveStage({ ...core.host.store.listStages(id)[0]!, problem: 'Another reason.' });
  expect([(await follow(core, id)).warnings, (await follow(core, id)).warnings, stage.runs]).toEqual([
    ['refund: No transcriber is installed.'],
    [],
    0,
  ]);
});

test('what a stage makes is stored with its row or not at all', async () => {
  const tries: string[] = [];
  const stage = makeStage({
    run: async function* () {
      yield progress(1);
      return {
        ...NOTHING,
        save: () => {
          core?.host.store.writeSetting('made', tries.push('try'));
          if (tries.length < 2) throw new Error('the disk is full');
        },
      };
    },
  });
  let core: Core | undefined;
  const opened = await open([makeStage({ name: 'probe' })], {});
  core = opened.core;
  const ingest = createIngest({ stages: [stage], isRecording: async () => false, reportBug: () => {} });
  const work = ingest.follow(core.host, opened.id, undefined);
  while (!(await work.next()).done) continue;
  expect([tries, core.host.store.readSetting('made'), rowsOf(core, opened.id).at(-1)]).toEqual([
    ['try', 'try'],
    2,
    row({ attempts: 1 }),
  ]);
});

test('a stage with a bug is tried three times, then the recording goes on without it, and it stays so', async () => {
  const broken = makeStage({
    run: async function* () {
      yield progress(1);
      throw new Error('index out of range');
    },
  });
  const after = makeStage({ name: 'speech' });
  const { core, id, bugs } = await open([broken, after]);
  const [failed, done] = rowsOf(core, id);
  expect(failed).toEqual(row({ state: 'failed', attempts: 3, problem: expect.stringMatching(/\(reference \w{8}\)/) }));
  expect([done, bugs.length, (await follow(core, id)).warnings, broken.runs]).toEqual([
    row({ stage: 'speech' }),
    3,
    [],
    3,
  ]);
  core.host.ingest.forgiveFailures(core.host, id);
  await follow(core, id);
  expect(broken.runs).toBe(6);
});

test('what only a person can mend is tried once, and told in its own words', async () => {
  const stage = makeStage({
    run: async function* () {
      yield progress(0);
      throw new MirrorError('models/not-installed', { data: { id: 'tiny' } });
    },
  });
  const { core, id, bugs } = await open([stage]);
  const problem = 'The model tiny is not installed. Fetch it with `mirror models pull tiny`.';
  expect([rowsOf(core, id), bugs]).toEqual([[row({ state: 'failed', attempts: 1, problem })], []]);
});

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

test('steps wait for what is said and for nothing else', async () => {
  const order: string[] = [];
  const stages = (['audio', 'transcribe', 'frames'] as const).map((name) =>
    makeStage({
      name,
      run: async function* () {
        order.push(name);
        yield* [];
        return NOTHING;
      },
    }),
  );
  const { core, id } = await open(stages);
  expect(rowsOf(core, id).map(({ stage, state }) => [stage, state])).toEqual([
    ['audio', 'done'],
    ['transcribe', 'done'],
    ['frames', 'waiting'],
  ]);
  await follow(core, id);
  expect(order).toEqual(['audio', 'transcribe', 'frames']);
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

test('words that a stage brings lead to new steps, and a removed recording to nothing', async () => {
  const stage = makeStage({
    run: async function* () {
      yield progress(1);
      return { ...NOTHING, changesEvidence: true };
    },
  });
  const { core, id } = await open([]);
  const ingest = createIngest({ stages: [stage], isRecording: async () => false, reportBug: () => {} });
  const work = ingest.follow(core.host, id, undefined);
  while (!(await work.next()).done) continue;
  expect(core.host.store.findRecording(id)?.state).toBe('ingesting');
  core.host.store.removeRecording(id);
  const gone = ingest.follow(core.host, id, undefined);
  expect([await gone.next(), stage.runs]).toEqual([{ done: true, value: [] }, 1]);
});

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = (): void => reject(signal.reason);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}
