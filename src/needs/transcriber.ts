// What ingest asks of whoever turns speech into text: one span of speech at a time, never a whole recording.
import type { StopSignal } from '../lib/cancel.ts';

/** Some words that were heard, or that a model believes it heard: `src/ingest/speech` judges which. */
export interface HeardSegment {
  /** Milliseconds from the start of the samples given. */
  readonly startMs: number;
  readonly endMs: number;
  readonly text: string;
  /** Mean natural logarithm of the probability of its tokens; null where the engine does not tell. */
  readonly logProbability: number | null;
}

export interface Heard {
  /** In order of time. */
  readonly segments: readonly HeardSegment[];
  /** How likely nobody speaks in the span at all, 0 to 1; null where the engine does not tell. */
  readonly noSpeech01: number | null;
}

/** A language of ISO 639-1 and how likely it is, 0 to 1. */
export interface LanguageGuess {
  readonly language: string;
  readonly probability01: number;
}

export interface TranscriberOptions {
  readonly signal?: StopSignal | undefined;
}

/** Samples are mono, 16,000 a second, from -1 to 1, and at most 30 seconds. */
export interface Transcriber {
  /** What is kept beside everything it wrote: `model:` and an id that changes when its results may. */
  readonly madeBy: string;
  /** The languages it can be told to expect, in ISO 639-1; "many" in place of a list of dozens. */
  readonly languages: readonly string[];
  /**
   * @param language ISO 639-1; one it does not know is left to its own guess
   * @throws models/not-installed, models/damaged, engine/ended, engine/unfit
   */
  transcribe(samples: Float32Array, language: string | null, options?: TranscriberOptions): Promise<Heard>;
  /** The language spoken; undefined where it cannot tell. Throws as `transcribe` does. */
  guessLanguage(samples: Float32Array, options?: TranscriberOptions): Promise<LanguageGuess | undefined>;
}

export const SAMPLES_PER_SECOND = 16_000;

/** More than this no model of the Whisper kind takes in at once. */
export const LONGEST_SPAN_MS = 30_000;
