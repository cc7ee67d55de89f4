// In: what a transcriber says it heard, window by window. Out: the words that are kept as evidence, and how many were not,
// with why. A word nobody said is worse than a word that is missing: steps would be made of it, with a quote to prove them.
import { strToU8, zlibSync } from 'fflate';
import type { Segment } from '../../domain/evidence.ts';
import type { SpeechSpan } from '../../needs/speech-detector.ts';
import type { Heard, HeardSegment } from '../../needs/transcriber.ts';
import MADE_UP from './data/made-up.json' with { type: 'json' };
import { measureLoop } from './find-loop.ts';

/** What was heard in one window, on its own clock; the window is on the recording's. */
export interface HeardWindow extends SpeechSpan {
  readonly heard: Heard;
}

export type LeftOut = 'repeated' | 'impossible' | 'unlikely' | 'noSpeech' | 'sounds' | 'madeUp';

export interface JudgedSpeech {
  readonly segments: readonly Segment[];
  /** How many of what was heard are left out, by why; only those that are. */
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>>;
}

// The first three are those of OpenAI's own program (whisper/transcribe.py), which decodes anew beyond them.
const MOST_COMPRESSION = 2.4;
const NO_SPEECH = 0.6;
const DOUBTED_LOG_PROBABILITY = -1;
/** Below it a word is one in nine at best, whatever else speaks for it. */
const UNLIKELY_LOG_PROBABILITY = -2.2;
/** The fastest speakers come to about 25. */
const MOST_CHARACTERS_A_SECOND = 60;
/** Said so often in a row, the same words are a loop over several windows. */
const MOST_IN_A_ROW = 2;
/** Times of words are rough: so far beside speech they may lie. */
const BESIDE_MS = 700;

/** @param spans where somebody speaks: words elsewhere were made up */
export function judgeHeard(windows: readonly HeardWindow[], spans: readonly SpeechSpan[]): JudgedSpeech {
  const segments: Segment[] = [];
  const leftOut: Partial<Record<LeftOut, number>> = {};
  let inARow = 0;
  let before = '';
  for (const window of windows) {
    for (const one of window.heard.segments) {
      const key = tidy(one.text);
      inARow = key === before ? inARow + 1 : 1;
      before = key;
      const placed = place(one, window);
      const why = inARow > MOST_IN_A_ROW ? 'repeated' : judge(one, key, { window, placed, spans });
      if (why === undefined) segments.push({ index: segments.length, ...placed, ...sure(one) });
      else leftOut[why] = (leftOut[why] ?? 0) + 1;
    }
  }
  return { segments, leftOut };
}

interface Circumstances {
  readonly window: HeardWindow;
  readonly placed: SpeechSpan;
  readonly spans: readonly SpeechSpan[];
}

function judge(one: HeardSegment, key: string, { window, placed, spans }: Circumstances): LeftOut | undefined {
  if (isNote(one.text) || !/[\p{L}\p{N}]/u.test(key)) return 'sounds';
  if (PHRASES.has(key)) return 'madeUp';
  if (one.startMs >= window.endMs - window.startMs || one.endMs <= one.startMs) return 'impossible';
  if (!spans.some((span) => placed.startMs < span.endMs + BESIDE_MS && placed.endMs > span.startMs - BESIDE_MS))
    return 'impossible';
  const words = key.split(' ');
  if (measureLoop(words) > 0.5 || compressionOf(one.text) > MOST_COMPRESSION) return 'repeated';
  if ((one.text.length * 1000) / (placed.endMs - placed.startMs) > MOST_CHARACTERS_A_SECOND) return 'impossible';
  const logProbability = one.logProbability ?? 0;
  if ((window.heard.noSpeech01 ?? 0) > NO_SPEECH && logProbability < DOUBTED_LOG_PROBABILITY) return 'noSpeech';
  return logProbability < UNLIKELY_LOG_PROBABILITY ? 'unlikely' : undefined;
}

/** On the recording's clock, inside its window. */
const place = ({ startMs, endMs }: HeardSegment, window: SpeechSpan): SpeechSpan => ({
  startMs: window.startMs + Math.max(0, startMs),
  endMs: Math.min(window.endMs, window.startMs + endMs),
});

const sure = ({ text, logProbability }: HeardSegment): Pick<Segment, 'text' | 'confidence01'> => ({
  text: text.trim(),
  ...(logProbability !== null && { confidence01: Math.round(Math.exp(Math.min(0, logProbability)) * 1000) / 1000 }),
});

/** "[Music]", "(door closes)", "♪ ♪": notes on sounds, as subtitles have them. */
const isNote = (text: string): boolean =>
  /^\s*(?:\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|♪[^♪]*♪?|[♪\s]+)\s*\.?\s*$/u.test(text);

const PHRASES: ReadonlySet<string> = new Set(MADE_UP.phrases);

/** Small letters, one space, without marks at the end. */
const tidy = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s'.@-]+/gu, ' ')
    .replaceAll(/\.(?=\s|$)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

/** How many times smaller the text packs: sentences come to 1 to 2, loops to 5 and more. */
function compressionOf(text: string): number {
  const bytes = strToU8(text);
  return bytes.length / zlibSync(bytes).length;
}
