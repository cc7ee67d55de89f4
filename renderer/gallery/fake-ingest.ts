// The gallery's work on sound and pictures: one recording under way, one that waits, one of which a stage failed.
import type { RecordingId } from '../../src/domain/ids.ts';
import type { IngestState, RecordingStage } from '../../src/domain/ingest.ts';
import { RECORDING_SUMMARIES } from './make-recording.ts';

const name = (at: number) => {
  const { id: recordingId, processId, title } = RECORDING_SUMMARIES[at]!.recording;
  return { recordingId, processId, title };
};

const AT_WORK = (): IngestState => ({
  running: {
    ...name(3),
    stage: 'transcribe',
    sinceMs: Date.now() - 95_000,
    progress: { stage: 'transcribe', done: 34, total: 90, unit: 'seconds' },
    paused: null,
  },
  waiting: [name(2)],
  alarm: null,
});

/** `isStill`: nothing moves though something should. */
export function makeFakeIngest({ isQuiet, isStill }: { readonly isQuiet: boolean; readonly isStill: boolean }) {
  const quiet: IngestState = { running: null, waiting: [], alarm: null };
  const alarm = 'Nothing works on a recording that waits. Try again, or start Mirror again.';
  let state: IngestState = isStill ? { ...quiet, waiting: [name(2)], alarm } : isQuiet ? quiet : AT_WORK();
  let change = Promise.withResolvers<void>();
  const cancelled = new Set<RecordingId>();
  const set = (next: IngestState): void => {
    state = next;
    const { resolve } = change;
    change = Promise.withResolvers();
    resolve();
  };
  return {
    watch: async () => tell(),
    stages: ({ recordingId }: { recordingId: RecordingId }) => {
      if (isQuiet) return [];
      const stages = listStages(recordingId);
      return cancelled.has(recordingId) ? stages.map(leaveOut) : stages;
    },
    cancel: async ({ recordingId }: { recordingId: RecordingId }) => {
      cancelled.add(recordingId);
      set({ ...quiet, waiting: state.waiting.filter((each) => each.recordingId !== recordingId) });
    },
    tryAgain: async ({ recordingId }: { recordingId: RecordingId }) => {
      cancelled.delete(recordingId);
      set(AT_WORK());
    },
  };

  async function* tell(): AsyncGenerator<IngestState, void> {
    for (;;) {
      const { promise } = change;
      yield state;
      await promise;
    }
  }
}

const leaveOut = (stage: RecordingStage): RecordingStage =>
  stage.state === 'done' ? stage : { ...stage, state: 'cancelled' };

function listStages(recordingId: RecordingId): RecordingStage[] {
  const stage = (changes: Partial<RecordingStage>): RecordingStage => ({
    recordingId,
    stage: 'probe',
    state: 'done',
    inputHash: '',
    madeBy: 'mirror',
    attempts: 0,
    leaseUntilMs: null,
    progress: null,
    problem: null,
    counts: {},
    warnings: [],
    startedAtMs: null,
    endedAtMs: null,
    ...changes,
  });
  const files = stage({ counts: { files: 1, bytes: 84_000_000, withSound: 1, withPicture: 1 } });
  const sound = stage({ stage: 'audio', counts: { seconds: 90, quietSeconds: 12, loudestDb: -18 } });
  if (recordingId === name(3).recordingId)
    return [
      files,
      sound,
      stage({ stage: 'transcribe', state: 'running' }),
      stage({ stage: 'index', state: 'waiting' }),
    ];
  if (recordingId === name(1).recordingId)
    return [
      files,
      stage({
        stage: 'audio',
        state: 'failed',
        problem:
          'handling.m4a: its sound (aac) can only be read with ffmpeg, which is not on this machine. Install ffmpeg, or set MIRROR_FFMPEG to it, and try again.',
      }),
      stage({ stage: 'transcribe', state: 'skipped', problem: 'It has a transcript.' }),
    ];
  return [files, { ...sound, warnings: ['its sound is too loud: words may be lost; set the microphone lower'] }];
}
