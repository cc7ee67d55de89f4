// In: the tokens that a Whisper said, each with how probable it was. Out: segments with times and text.
import type { HeardSegment } from '../src/needs/transcriber.ts';

export interface SaidToken {
  readonly id: number;
  /** Natural logarithm. */
  readonly logProbability: number;
}

export interface TokenLayout {
  /** Marks begin here; words are below. */
  readonly endOfText: number;
  /** The token that stands for 0.00 seconds; each after it for 0.02 more. */
  readonly firstTime: number;
  /** The length of what was heard, in ms: a phrase that breaks off ends there. */
  readonly lengthMs: number;
  decode(ids: readonly number[]): string;
}

const TIME_STEP_MS = 20;

/** Phrases stand between two times; words before the first or after the last one are a phrase as well. */
export function readSaidTokens(
  said: readonly SaidToken[],
  { endOfText, firstTime, lengthMs, decode }: TokenLayout,
): HeardSegment[] {
  const segments: HeardSegment[] = [];
  let startMs = 0;
  let words: SaidToken[] = [];
  const close = (endMs: number): void => {
    if (words.length === 0) return;
    const text = decode(words.map(({ id }) => id)).trim();
    const sum = words.reduce((all, { logProbability }) => all + logProbability, 0);
    if (text !== '') segments.push({ startMs, endMs, text, logProbability: sum / words.length });
    words = [];
  };
  for (const token of said) {
    if (token.id < endOfText) words.push(token);
    else if (token.id >= firstTime) {
      const atMs = (token.id - firstTime) * TIME_STEP_MS;
      close(atMs);
      startMs = atMs;
    }
  }
  close(Math.max(startMs, lengthMs));
  return segments;
}
