// In: the words of a recording and what a person does to a line of them. Out: the edit that does it, or nothing to do.
import type { Segment } from '../../src/domain/evidence.ts';
import type { TranscriptEdit } from '../../src/domain/transcript-edit.ts';

/** A line that nobody has filled in yet stands for so long, or up to the next. */
const NEW_LINE_MS = 3000;

/** The line says this from now on; without words it goes. */
export function putRight(segments: readonly Segment[], at: number, text: string): TranscriptEdit | undefined {
  const line = segments[at];
  const words = text.trim();
  if (line === undefined || words === line.text) return undefined;
  return { at, was: [line.text], now: words === '' ? [] : [{ ...placeOf(line), text: words }] };
}

/** Two lines of one, at the caret; the time is shared by the length of the words. */
export function split(
  segments: readonly Segment[],
  at: number,
  { text, caret }: { readonly text: string; readonly caret: number },
): TranscriptEdit | undefined {
  const line = segments[at];
  const [first, second] = [text.slice(0, caret).trim(), text.slice(caret).trim()];
  if (line === undefined || first === '' || second === '') return undefined;
  const share01 = first.length / (first.length + second.length);
  const middleMs = Math.round(line.startMs + (line.endMs - line.startMs) * share01);
  return {
    at,
    was: [line.text],
    now: [
      { ...placeOf(line), endMs: middleMs, text: first },
      { ...placeOf(line), startMs: middleMs, text: second },
    ],
  };
}

/** One line of this and the one before it, if the same person says both. */
export function joinWithBefore(segments: readonly Segment[], at: number, text: string): TranscriptEdit | undefined {
  const [before, line] = [segments[at - 1], segments[at]];
  if (before === undefined || line === undefined || before.speaker !== line.speaker) return undefined;
  const joined = `${before.text} ${text.trim()}`.trim();
  const endMs = Math.max(before.endMs, line.endMs);
  return { at: at - 1, was: [before.text, line.text], now: [{ ...placeOf(before), endMs, text: joined }] };
}

/** Where a new line stands when it is written at this time: after all that has begun by then. */
export function placeNew(
  segments: readonly Segment[],
  atMs: number,
  durationMs: number,
): { readonly at: number; readonly startMs: number; readonly endMs: number } {
  const next = segments.findIndex(({ startMs }) => startMs > atMs);
  const at = next < 0 ? segments.length : next;
  const startMs = Math.round(Math.min(atMs, durationMs));
  const untilMs = Math.min(segments[at]?.startMs ?? durationMs, startMs + NEW_LINE_MS);
  return { at, startMs, endMs: Math.max(startMs, Math.round(untilMs)) };
}

/** A new line with words; without words it never was. */
export function add({ at, startMs, endMs }: ReturnType<typeof placeNew>, text: string): TranscriptEdit | undefined {
  return text.trim() === '' ? undefined : { at, was: [], now: [{ startMs, endMs, text: text.trim() }] };
}

/** A person's words are sure; how sure a model was says nothing of them. */
const placeOf = ({ startMs, endMs, speaker }: Segment) => ({
  startMs,
  endMs,
  ...(speaker !== undefined && { speaker }),
});
