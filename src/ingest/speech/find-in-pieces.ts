// In: the spans found in one piece of a long recording. Out: those that are certain, and where the next piece begins: what
// goes on at the end of a piece is looked at again as a whole.
import type { SpeechSpan } from '../../needs/speech-detector.ts';

export interface Piece {
  readonly startMs: number;
  readonly endMs: number;
  readonly isLast: boolean;
}

/** Speech that ends so near to the end of a piece may go on after it. */
const NEAR_MS = 600;

/** @param found on the clock of the piece; what is returned is on that of the recording */
export function settlePiece(
  found: readonly SpeechSpan[],
  { startMs, endMs, isLast }: Piece,
): { readonly spans: SpeechSpan[]; readonly nextMs: number } {
  const spans = found.map((span) => ({ startMs: startMs + span.startMs, endMs: startMs + span.endMs }));
  const last = spans.at(-1);
  const goesOn = !isLast && last !== undefined && last.endMs > endMs - NEAR_MS;
  // One that fills most of the piece would be looked at for ever.
  if (!goesOn || last.startMs < startMs + (endMs - startMs) / 2) return { spans, nextMs: endMs };
  return { spans: spans.slice(0, -1), nextMs: last.startMs };
}
