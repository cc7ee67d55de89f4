// In: what the worker is at, and the rows of all stages. Out: what people are shown of it, an alarm when it stands still.
import type { RecordingId } from '../../domain/ids.ts';
import type { IngestState } from '../../domain/ingest.ts';
import type { Recording } from '../../domain/process.ts';
import type { Host } from '../host.ts';

export interface Working extends Omit<NonNullable<IngestState['running']>, 'recordingId' | 'processId' | 'title'> {
  readonly recording: Recording;
}

/** From one piece of work to the next steps are found and the map is drawn; longer than this, it stands still. */
export const IDLE_MS = 120_000;

export interface Worker {
  readonly working: Working | undefined;
  /** Whose turn it is, and those who wait for theirs. */
  readonly queued: readonly RecordingId[];
  /** When the last one was left. */
  readonly idleSinceMs: number;
}

export function describeState({ store, clock }: Host, { working, queued, idleSinceMs }: Worker): IngestState {
  const open = store.listStagesIn(['waiting', 'running']);
  const waiting = [...new Set([...queued, ...open.map(({ recordingId }) => recordingId)])]
    .filter((id) => id !== working?.recording.id)
    .flatMap((id) => store.findRecording(id) ?? []);
  const running = open.find(
    (row) => row.state === 'running' && row.recordingId === working?.recording.id && row.stage === working.stage,
  );
  const isStuck = working?.paused === null && (running?.leaseUntilMs ?? Number.POSITIVE_INFINITY) < clock.nowMs();
  return {
    running: working ? tellWorking(working) : null,
    waiting: waiting.slice(0, 100).map(name),
    alarm: isStuck
      ? `"${working.recording.title}" has not moved for a while. Cancel it, or start Mirror again.`
      : working === undefined && waiting.length > 0 && clock.nowMs() - idleSinceMs >= IDLE_MS
        ? `Nothing works on ${waiting.length === 1 ? 'a recording that waits' : `${waiting.length} recordings that wait`}. Try again, or start Mirror again.`
        : null,
  };
}

const name = ({ id, processId, title }: Recording) => ({ recordingId: id, processId, title });

const tellWorking = ({ recording, ...rest }: Working) => ({ ...name(recording), ...rest });
