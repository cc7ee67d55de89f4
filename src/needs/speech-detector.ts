// What ingest asks of whoever tells speech from silence and noise.
import type { StopSignal } from '../lib/cancel.ts';

/** A stretch in which somebody speaks; integer milliseconds. */
export interface SpeechSpan {
  readonly startMs: number;
  readonly endMs: number;
}

export interface SpeechDetector {
  /** What is kept beside everything it found: `model:` and an id, or `rule:` and a version. */
  readonly madeBy: string;
  /**
   * Spans in order, none touching another, from the start of the samples given: mono, 16,000 a second, from -1 to 1.
   * Some minutes at a time.
   * @throws models/not-installed, models/damaged, engine/ended, engine/unfit
   */
  detect(samples: Float32Array, options?: { readonly signal?: StopSignal | undefined }): Promise<SpeechSpan[]>;
}
