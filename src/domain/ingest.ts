// What is made of a recording's sound and pictures, stage by stage, and how far that is.
import { z } from 'zod';
import { OffsetMs } from './evidence.ts';
import { ProcessId, RecordingId } from './ids.ts';
import { Progress } from './progress.ts';

/** In the order in which they are worked off. */
export const StageName = z.enum(['probe', 'audio', 'speech', 'transcribe', 'frames', 'screen-text', 'index']);
export type StageName = z.infer<typeof StageName>;

/** What each does, as people say it. */
export const STAGE_WORDS: Readonly<Record<StageName, string>> = {
  probe: 'looking into the files',
  audio: 'reading the sound',
  speech: 'finding speech',
  transcribe: 'writing down what is said',
  frames: 'finding the pictures that differ',
  'screen-text': 'reading the pictures',
  index: 'making it searchable',
};

/** `skipped`: there was nothing to do, and `problem` says why. `cancelled`: a person said so; nobody tries again unasked. */
export const StageState = z.enum(['waiting', 'running', 'done', 'skipped', 'failed', 'cancelled']);
export type StageState = z.infer<typeof StageState>;

/** One stage of one recording. */
export const RecordingStage = z.object({
  recordingId: RecordingId,
  stage: StageName,
  state: StageState,
  /** Of what it works on; empty where it does not. */
  inputHash: z.string(),
  /** The tool or the model, with its version. */
  madeBy: z.string(),
  /** Tries that failed. */
  attempts: z.int().min(0),
  /** While it runs: when it counts as standing still unless it has moved by then. */
  leaseUntilMs: z.int().nullable(),
  progress: Progress.nullable(),
  /** Why it failed or was skipped, in words for people. */
  problem: z.string().nullable(),
  /** What it made or left out: `words`, `repeatedSpans` ... */
  counts: z.record(z.string(), z.number()),
  warnings: z.array(z.string()),
  startedAtMs: z.int().nullable(),
  endedAtMs: z.int().nullable(),
});
export type RecordingStage = z.infer<typeof RecordingStage>;

/** A stretch in which somebody speaks, on the recording's clock. */
export const SpeechSpan = z.object({ startMs: OffsetMs, endMs: OffsetMs });
export type SpeechSpan = z.infer<typeof SpeechSpan>;

const NamedRecording = z.object({ recordingId: RecordingId, processId: ProcessId, title: z.string() });

/** What the worker is at. */
export const IngestState = z.object({
  running: NamedRecording.extend({
    stage: StageName,
    /** UTC. */
    sinceMs: z.int(),
    progress: Progress.nullable(),
    /** Why it waits, when it does. */
    paused: z.string().nullable(),
  }).nullable(),
  /** In the order of their turns, the first hundred of them. */
  waiting: z.array(NamedRecording).max(100),
  /** Why nothing moves though something should, and what to do; null when all is well. */
  alarm: z.string().nullable(),
});
export type IngestState = z.infer<typeof IngestState>;
