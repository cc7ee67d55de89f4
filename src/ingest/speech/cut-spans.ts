// In: spans of speech as a detector found them. Out: none longer than a transcriber takes, cut where it is quietest; and
// windows of several, for a transcriber works as long on a second as on thirty.
import { LONGEST_SPAN_MS, SAMPLES_PER_SECOND } from '../../needs/transcriber.ts';
import type { SpeechSpan } from '../../needs/speech-detector.ts';

/** A cut is looked for in the last part of what fits, so that few cuts are needed. */
const CUT_FROM_MS = 20_000;
const QUIET_MS = 60;
/** Silence in a window is where words are made up, so only short pauses are taken along. */
const LONGEST_GAP_MS = 1_500;

/** @param samples mono, 16,000 a second, in which the spans lie from the start */
export function cutLongSpans(spans: readonly SpeechSpan[], samples: Float32Array): SpeechSpan[] {
  return spans.flatMap((span) => {
    const parts: SpeechSpan[] = [];
    let { startMs } = span;
    while (span.endMs - startMs > LONGEST_SPAN_MS) {
      const cutMs = findQuietest(samples, startMs + CUT_FROM_MS, startMs + LONGEST_SPAN_MS - QUIET_MS);
      parts.push({ startMs, endMs: cutMs });
      startMs = cutMs;
    }
    return [...parts, { startMs, endMs: span.endMs }];
  });
}

/** Spans one after the other whose pauses are short, while they fit into what a transcriber takes. */
export function packSpans(spans: readonly SpeechSpan[]): SpeechSpan[] {
  const windows: SpeechSpan[] = [];
  for (const span of spans) {
    const last = windows.at(-1);
    const fits = last && span.startMs - last.endMs <= LONGEST_GAP_MS && span.endMs - last.startMs <= LONGEST_SPAN_MS;
    if (fits) windows[windows.length - 1] = { startMs: last.startMs, endMs: span.endMs };
    else windows.push(span);
  }
  return windows;
}

/** The middle of the quietest moment between two times. */
function findQuietest(samples: Float32Array, fromMs: number, toMs: number): number {
  const width = (QUIET_MS * SAMPLES_PER_SECOND) / 1000;
  const step = width / 4;
  let [least, best] = [Number.POSITIVE_INFINITY, fromMs];
  for (let at = Math.floor((fromMs * SAMPLES_PER_SECOND) / 1000); at < (toMs * SAMPLES_PER_SECOND) / 1000; at += step) {
    let power = 0;
    for (let sample = at; sample < at + width; sample += 1) power += (samples[sample] ?? 0) ** 2;
    if (power < least) [least, best] = [power, Math.round(((at + width / 2) * 1000) / SAMPLES_PER_SECOND)];
  }
  return best;
}
