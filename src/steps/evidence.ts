// Evidence for what was said: spans of words as quotes of their segments, with times interpolated by characters.
import type { Segment, SpeechRef } from '../domain/evidence.ts';
import { ElementId, type RecordingId } from '../domain/ids.ts';
import { shortHash } from '../lib/short-hash.ts';
import { timeAt } from './systems.ts';
import type { Word } from './words.ts';

export interface Source {
  readonly recordingId: RecordingId;
  readonly segments: readonly Segment[];
  readonly words: readonly Word[];
}

/** Words `from` to `to` (exclusive). */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** One reference for each segment the span touches; empty only for an empty span. */
export function quoteSpan(source: Source, span: Span): SpeechRef[] {
  const refs: SpeechRef[] = [];
  for (let at = span.from; at < span.to; ) {
    const first = source.words[at];
    if (!first) break;
    let last = first;
    for (; at < span.to && source.words[at]?.segment === first.segment; at += 1) last = source.words[at] ?? last;
    const segment = source.segments[first.segment];
    if (segment) refs.push(quoteChars(source.recordingId, segment, { start: first.start, end: last.end }));
  }
  return refs;
}

function quoteChars(
  recordingId: RecordingId,
  segment: Segment,
  chars: { readonly start: number; readonly end: number },
): SpeechRef {
  return {
    kind: 'speech',
    recordingId,
    segment: segment.index,
    startMs: timeAt(segment, chars.start),
    endMs: timeAt(segment, chars.end),
    charStart: chars.start,
    charEnd: chars.end,
    quote: segment.text.slice(chars.start, chars.end),
  };
}

/** The same element of the same words always has the same id. */
export function elementId(recordingId: RecordingId, type: string, evidence: readonly SpeechRef[]): ElementId {
  const place = evidence.map((ref) => `${ref.segment}:${ref.charStart}-${ref.charEnd}`).join(',');
  return ElementId.parse(`${type}-${shortHash(`${recordingId}|${type}|${place}`)}`);
}
