// The worker with stages of the test's own: what it runs, what it does not run twice, and what a failure leaves behind.
import { expect, test } from 'vitest';
import { MirrorError } from '../../domain/errors.ts';
import type { Core } from '../core.ts';
import { createIngest } from './ingest.ts';
import type { IngestStage, StagePlan } from './stage.ts';
import { follow, makeStage, NOTHING, open, PLAN, progress, row, rowsOf } from './testing/made-stages.ts';

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
