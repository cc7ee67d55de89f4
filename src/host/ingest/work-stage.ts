// One stage of one recording, worked off. In: the stage and what is stored of it. Out: its row, settled, and warnings.
import { randomUUID } from 'node:crypto';
import { MirrorError } from '../../domain/errors.ts';
import { type RecordingStage, STAGE_WORDS } from '../../domain/ingest.ts';
import { findSystemTrouble } from '../../domain/system-trouble.ts';
import type { Recording } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import { type Host, processChanged } from '../host.ts';
import type { IngestStage, StagePlan, StageResult } from './stage.ts';
import { watchLease } from './watch-lease.ts';

/** Tries of one stage before it is left as failed. */
export const MOST_ATTEMPTS = 3;
/** Progress is told to windows at once, and written down this often: it only matters after a crash. */
const WRITE_EVERY_MS = 2000;

export interface StageRun {
  readonly host: Host;
  readonly recording: Recording;
  /** Ends the pass, or this recording's part of it. */
  readonly signal: AbortSignal;
  readonly leaseMs: number;
  /** Returns when there is room for more work. */
  readonly makeRoom: (signal: AbortSignal) => Promise<void>;
  readonly reportBug: (error: unknown, reference: string) => void;
}

type Plan = Exclude<StagePlan, { skip: string }>;

/** Yields progress; returns what should be told where the recording is taken in. Throws only what ended the pass. */
export async function* workStage(stage: IngestStage, run: StageRun): AsyncGenerator<Progress, readonly string[]> {
  const { store } = run.host;
  const before = store.listStages(run.recording.id).find((row) => row.stage === stage.name);
  if (before?.state === 'cancelled') return [];
  let row = before ?? emptyRow(run.recording, stage);
  try {
    const plan = await stage.plan(run.host, run.recording);
    if ('skip' in plan) return skip(run, row, plan);
    if (isSettled(row, plan)) return [];
    row = isSame(row, plan) ? row : { ...emptyRow(run.recording, stage), ...plan };
  } catch (error) {
    run.signal.throwIfAborted();
    row = failed(run, row, { error, isFinal: true });
    return save(run, row) ? [sayFailed(run, row)] : [];
  }
  for (;;) {
    try {
      return yield* tryOnce(stage, run, row);
    } catch (error) {
      run.signal.throwIfAborted();
      row = failed(run, row, { error, isFinal: needsSomebody(error) });
      if (!save(run, row)) return [];
      if (row.state === 'failed') return [sayFailed(run, row)];
    }
  }
}

/** A row as it is before anything was tried. */
export const emptyRow = ({ id }: Recording, { name }: Pick<IngestStage, 'name'>): RecordingStage => ({
  recordingId: id,
  stage: name,
  state: 'waiting',
  inputHash: '',
  madeBy: '',
  attempts: 0,
  leaseUntilMs: null,
  progress: null,
  problem: null,
  counts: {},
  warnings: [],
  startedAtMs: null,
  endedAtMs: null,
});

const isSame = (row: RecordingStage, plan: Plan): boolean =>
  row.inputHash === plan.inputHash && row.madeBy === plan.madeBy;

const isSettled = (row: RecordingStage, plan: Plan): boolean =>
  isSame(row, plan) && (row.state === 'done' || row.state === 'failed');

function skip(
  run: StageRun,
  row: RecordingStage,
  { skip: why, isTold = false }: Extract<StagePlan, { skip: string }>,
): readonly string[] {
  if (row.state === 'skipped' && row.problem === why) return [];
  const skipped = { ...emptyRow(run.recording, { name: row.stage }), state: 'skipped' as const, problem: why };
  return save(run, { ...skipped, endedAtMs: run.host.clock.nowMs() }) && isTold ? [tell(run, why)] : [];
}

/** Runs the stage once. Left half-way, whether by an error, an abort or a reader that goes, it leaves a `waiting` row. */
async function* tryOnce(
  stage: IngestStage,
  run: StageRun,
  row: RecordingStage,
): AsyncGenerator<Progress, readonly string[]> {
  const { host, recording } = run;
  const startedAtMs = host.clock.nowMs();
  const lease = watchLease(run.signal, { leaseMs: run.leaseMs, stage: stage.name });
  const running = (progress: Progress | null): RecordingStage => ({
    ...row,
    state: 'running',
    leaseUntilMs: host.clock.nowMs() + run.leaseMs,
    progress,
    problem: null,
    startedAtMs,
    endedAtMs: null,
  });
  let last: RecordingStage = running(null);
  let isOver = !save(run, last);
  const work = stage.run(host, recording, lease.signal);
  try {
    while (!isOver) {
      const step = await work.next();
      lease.signal.throwIfAborted();
      if (step.done) {
        isOver = true;
        return finish(run, last, step.value);
      }
      lease.renew();
      if (host.clock.nowMs() - (last.leaseUntilMs! - run.leaseMs) >= WRITE_EVERY_MS)
        save(run, (last = running(step.value)));
      yield step.value;
      await lease.pause(() => run.makeRoom(lease.signal));
    }
    return [];
  } finally {
    lease.end();
    await work.return({ counts: {}, warnings: [] });
    if (!isOver) save(run, { ...row, state: 'waiting', leaseUntilMs: null, progress: null });
  }
}

function finish(run: StageRun, row: RecordingStage, result: StageResult): readonly string[] {
  const { host, recording } = run;
  if (host.store.findRecording(recording.id) === undefined) return [];
  host.store.together(() => {
    result.save?.();
    host.store.saveStage({
      ...row,
      state: 'done',
      leaseUntilMs: null,
      progress: null,
      problem: null,
      counts: { ...result.counts },
      warnings: [...result.warnings],
      endedAtMs: host.clock.nowMs(),
    });
    if (result.changesEvidence) host.store.setRecordingState(recording.id, 'ingesting', null);
  });
  host.announce(processChanged(recording.processId));
  return result.warnings.map((warning) => tell(run, warning));
}

/** False when the recording has been removed meanwhile. */
function save({ host, recording }: StageRun, row: RecordingStage): boolean {
  if (host.store.findRecording(recording.id) === undefined) return false;
  host.store.saveStage(row);
  return true;
}

function failed(
  run: StageRun,
  row: RecordingStage,
  { error, isFinal }: { readonly error: unknown; readonly isFinal: boolean },
): RecordingStage {
  const attempts = row.attempts + 1;
  const isOver = isFinal || attempts >= MOST_ATTEMPTS;
  return {
    ...row,
    state: isOver ? 'failed' : 'waiting',
    attempts,
    leaseUntilMs: null,
    progress: null,
    problem: sayProblem(run, error),
    endedAtMs: run.host.clock.nowMs(),
  };
}

/** Trying again right away helps against an engine that crashed, a stall or a bug; not against a file that is broken. */
const needsSomebody = (error: unknown): boolean =>
  error instanceof MirrorError && error.code !== 'engine/ended' && error.code !== 'ingest/stalled';

function sayProblem({ reportBug }: StageRun, error: unknown): string {
  const expected = error instanceof MirrorError ? error : findSystemTrouble(error);
  if (expected) return expected.message;
  const reference = randomUUID().slice(0, 8);
  reportBug(error, reference);
  return `Something went wrong in Mirror (reference ${reference}).`;
}

const tell = ({ recording }: StageRun, words: string): string => `${recording.title}: ${words}`;

const sayFailed = (run: StageRun, { stage, problem }: RecordingStage): string =>
  tell(run, `${STAGE_WORDS[stage]} did not work out. ${problem ?? ''}`.trimEnd());
