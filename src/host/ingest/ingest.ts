// The one worker. In: recordings whose evidence is kept. Out: the same with all that can be made of their sound and pictures.
import type { RecordingId } from '../../domain/ids.ts';
import { type IngestState, type RecordingStage, StageName } from '../../domain/ingest.ts';
import type { Recording } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import { createHub } from '../../lib/signal-hub.ts';
import type { Host } from '../host.ts';
import { describeState, IDLE_MS, type Working } from './describe-state.ts';
import { createRoom, type RoomOptions } from './make-room.ts';
import type { IngestStage } from './stage.ts';
import { createTurns } from './turns.ts';
import { emptyRow, workStage } from './work-stage.ts';

/** A stage that shows no progress for so long is ended. The slowest known takes a minute for a span of speech. */
const LEASE_MS = 5 * 60_000;

export interface IngestOptions {
  readonly stages: readonly IngestStage[];
  readonly isRecording: () => Promise<boolean>;
  readonly reportBug: (error: unknown, reference: string) => void;
  /** Of a recording all of whose stages are settled: what they needed among themselves can go. */
  readonly whenSettled?: (host: Host, recording: Recording) => Promise<void>;
  /** For tests. */
  readonly leaseMs?: number;
  readonly room?: Partial<RoomOptions>;
}

export interface Ingest {
  /**
   * Works off what is not settled of a recording, once it is its turn; what is settled costs a look each. Returns what
   * to tell whoever took it in. Aborting leaves it for the next pass.
   */
  follow(host: Host, id: RecordingId, signal: AbortSignal | undefined): AsyncGenerator<Progress, readonly string[]>;
  /** The same as far as steps need it: what is said. Pictures and the search are left for later. */
  followWords(
    host: Host,
    id: RecordingId,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Progress, readonly string[]>;
  /** What is under way, what waits, and whether it stands still. */
  state(host: Host): IngestState;
  /** The same now and whenever it changes, at most as often as the reader asks. */
  watch(host: Host, signal: AbortSignal | undefined): AsyncGenerator<IngestState, void>;
  /** Ends what is under way of the recording, and leaves out what was to come, until somebody tries again. */
  cancel(host: Host, id: RecordingId): void;
  /** Forgets failed tries and cancels; somebody must `follow` it then. */
  forgiveFailures(host: Host, id: RecordingId): void;
}

const CANCELLED = 'a person cancelled it';

export function createIngest(options: IngestOptions): Ingest {
  const { stages, isRecording, reportBug, whenSettled, leaseMs = LEASE_MS, room } = options;
  const turns = createTurns<RecordingId>();
  const hub = createHub<true>(() => true);
  const changed = (): void => hub.announce(true);
  let working: Working | undefined;
  let ending: AbortController | undefined;
  let idleSinceMs: number | undefined;
  const describe = (host: Host): IngestState =>
    describeState(host, { working, queued: turns.list(), idleSinceMs: (idleSinceMs ??= host.clock.nowMs()) });
  const makeRoom = createRoom({
    isRecording,
    tell: (paused) => {
      if (working) working = { ...working, paused };
      changed();
    },
    ...room,
  });

  async function* workOff(
    host: Host,
    recording: Recording,
    { some, signal }: Part,
  ): AsyncGenerator<Progress, string[]> {
    const warnings: string[] = [];
    const run = { host, recording, signal, leaseMs, makeRoom, reportBug };
    writeMissing(host, recording, stages);
    for (const stage of some) {
      working = { recording, stage: stage.name, sinceMs: host.clock.nowMs(), progress: null, paused: null };
      changed();
      const told = eachProgress(workStage(stage, run), (progress) => {
        const named = { ...progress, stage: stage.name, of: recording.title };
        if (working) working = { ...working, progress: named };
        changed();
        return named;
      });
      warnings.push(...(yield* told));
      if (host.store.findRecording(recording.id) === undefined) break;
    }
    if (some === stages) await whenSettled?.(host, recording);
    return warnings;
  }

  async function* follow(
    host: Host,
    id: RecordingId,
    { some, signal }: PartOf,
  ): AsyncGenerator<Progress, readonly string[]> {
    const turn = turns.queue(id);
    const mine = new AbortController();
    try {
      while (!turn.isMine()) {
        yield { stage: 'waiting', done: 0, total: turn.before(), unit: 'recordings before it' };
        await turn.moved(signal);
      }
      const recording = host.store.findRecording(id);
      if (recording === undefined) return [];
      ending = mine;
      const both = AbortSignal.any([mine.signal, ...(signal ? [signal] : [])]);
      return yield* workOff(host, recording, { some, signal: both });
    } catch (error) {
      if (mine.signal.reason !== CANCELLED) throw error;
      leaveOut(host, id, stages);
      return [];
    } finally {
      if (ending === mine) ending = working = undefined;
      turn.leave();
      idleSinceMs = host.clock.nowMs();
      changed();
      // If nobody takes over, that is said once it is certain.
      setTimeout(changed, IDLE_MS).unref();
    }
  }

  return {
    follow: (host, id, signal) => follow(host, id, { some: stages, signal }),
    followWords: (host, id, signal) => follow(host, id, { some: stages.slice(0, countForWords(stages)), signal }),
    state: describe,
    watch: async function* (host, signal) {
      const changes = hub.listen(signal);
      // Asked for before the state is told, so that no change falls in between.
      for (let next = changes.next(); ; next = changes.next()) {
        yield describe(host);
        if ((await next).done) return;
      }
    },
    cancel: (host, id) => {
      if (working?.recording.id === id) ending?.abort(CANCELLED);
      else leaveOut(host, id, stages);
      changed();
    },
    forgiveFailures: (host, id) => {
      for (const row of host.store.listStages(id)) {
        if (row.state !== 'failed' && row.state !== 'cancelled') continue;
        host.store.saveStage({ ...row, state: 'waiting', attempts: 0, problem: null });
      }
      changed();
    },
  };
}

/** Leaving the outer one leaves the inner one, which then cleans up. */
async function* eachProgress<Result>(
  work: AsyncGenerator<Progress, Result>,
  change: (progress: Progress) => Progress,
): AsyncGenerator<Progress, Result> {
  let isOver = false;
  try {
    for (;;) {
      const step = await work.next();
      isOver = step.done ?? false;
      if (step.done) return step.value;
      yield change(step.value);
    }
  } finally {
    // Safe: the value is what nobody reads, for whoever wanted the result has left.
    if (!isOver) await work.return(undefined as Result);
  }
}

/** Which stages, and what ends them. */
interface Part {
  readonly some: readonly IngestStage[];
  readonly signal: AbortSignal;
}

interface PartOf {
  readonly some: readonly IngestStage[];
  readonly signal: AbortSignal | undefined;
}

const countForWords = (stages: readonly IngestStage[]): number =>
  stages.findLastIndex(({ name }) => StageName.options.indexOf(name) <= StageName.options.indexOf('transcribe')) + 1;

/** So that it can be seen what is to come. */
function writeMissing({ store }: Host, recording: Recording, stages: readonly IngestStage[]): void {
  const known = new Set(store.listStages(recording.id).map(({ stage }) => stage));
  const missing = stages.filter(({ name }) => !known.has(name));
  if (missing.length === 0) return;
  store.together(() => {
    for (const stage of missing) store.saveStage(emptyRow(recording, stage));
  });
}

/** A stage that is done stays so. */
function leaveOut(host: Host, id: RecordingId, stages: readonly IngestStage[]): void {
  const recording = host.store.findRecording(id);
  if (recording === undefined) return;
  writeMissing(host, recording, stages);
  const open = host.store
    .listStages(id)
    .filter(({ state }: RecordingStage) => state === 'waiting' || state === 'running');
  host.store.together(() => {
    for (const row of open) host.store.saveStage({ ...row, state: 'cancelled', leaseUntilMs: null, progress: null });
  });
}
