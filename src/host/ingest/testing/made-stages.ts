// For tests: stages that do what a test wants of them, and a recording in words that goes through them.
import { join } from 'node:path';
import type { RecordingId } from '../../../domain/ids.ts';
import type { RecordingStage } from '../../../domain/ingest.ts';
import type { Progress } from '../../../domain/progress.ts';
import type { Core } from '../../core.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../../testing.ts';
import type { IngestOptions } from '../ingest.ts';
import type { IngestStage, StagePlan, StageResult } from '../stage.ts';

export interface MadeStage {
  readonly name?: IngestStage['name'];
  readonly plan?: () => StagePlan;
  readonly run?: (signal: AbortSignal) => AsyncGenerator<Progress, StageResult>;
}

export const PLAN: StagePlan = { inputHash: 'one', madeBy: 'test:1' };
export const NOTHING: StageResult = { counts: {}, warnings: [] };

/** A stage that counts how often it ran. */
export function makeStage({ name = 'audio', plan = () => PLAN, run }: MadeStage): IngestStage & { runs: number } {
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

export const progress = (done: number): Progress => ({ stage: 'audio', done, total: 2, unit: 'seconds' });

export async function open(stages: readonly IngestStage[], options: Partial<IngestOptions> = {}) {
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

export async function follow(core: Core, id: RecordingId, signal?: AbortSignal) {
  const told: Progress[] = [];
  const work = core.host.ingest.follow(core.host, id, signal);
  for (;;) {
    const step = await work.next();
    if (step.done) return { told, warnings: step.value };
    told.push(step.value);
  }
}

export const rowsOf = ({ host }: Core, id: RecordingId): Partial<RecordingStage>[] =>
  host.store.listStages(id).map(({ stage, state, attempts, inputHash, madeBy, problem, counts }) => ({
    stage,
    state,
    attempts,
    inputHash,
    madeBy,
    problem,
    counts,
  }));

export const row = (changes: Partial<RecordingStage>): Partial<RecordingStage> => ({
  stage: 'audio',
  state: 'done',
  attempts: 0,
  inputHash: 'one',
  madeBy: 'test:1',
  problem: null,
  counts: {},
  ...changes,
});

export function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const leave = (): void => reject(signal.reason);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave, { once: true });
  });
}
