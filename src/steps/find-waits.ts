// Waits: a duration said with waiting, or waiting said without one.
import cues from './data/cues.json' with { type: 'json' };
import { type CueHit, buildCues, findCues } from './cues.ts';
import { readDurations, type SpokenDuration } from './durations.ts';
import type { Span } from './evidence.ts';
import type { Parse } from './deeds.ts';
import type { Clause } from './clauses.ts';
import { groupBySentence, limitSpan, sayWords } from './spans.ts';

export interface WaitDraft {
  readonly label: string;
  readonly duration: string | null;
  readonly durationMin: string | null;
  readonly durationMax: string | null;
  readonly cause: string | null;
  readonly span: Span;
  readonly sure: boolean;
  readonly by: string;
}

const STRONG = buildCues(cues.waitStrong);
const NOT = buildCues(cues.waitNot);

/** All waits in order of talk; neighbouring sentences about the same wait are one. */
export function findWaits(parse: Parse): WaitDraft[] {
  const waits: WaitDraft[] = [];
  for (const sentence of groupBySentence(parse)) {
    const wait = readSentence(parse, sentence);
    const before = waits.at(-1);
    if (!wait) continue;
    if (before && isSameWait(parse, before, wait)) waits[waits.length - 1] = joinWaits(parse, before, wait);
    else waits.push(wait);
  }
  return waits.map((wait) => ({ ...wait, span: limitSpan(wait.span, 40) }));
}

function readSentence(parse: Parse, sentence: readonly Clause[]): WaitDraft | null {
  const from = sentence[0]?.from ?? 0;
  const to = sentence.at(-1)?.to ?? 0;
  if (findCues(parse.words, NOT, { from, to }).length > 0) return null;
  const hits = findCues(parse.words, STRONG, { from, to }).filter((hit) => !isDenied(parse, hit));
  const durations = readDurations(parse.words, from, to).filter((duration) => isWaiting(parse, duration, hits));
  // A question weighs a case; it tells no wait.
  if (
    parse.words[to]?.text === '?' &&
    /^(is|are|do|does|has|have|can|what|how|why|who)$/.test(parse.words[from]?.lower ?? '')
  )
    return null;
  if (durations.length === 0 && !hits.some((hit) => isPureWait(hit))) return null;
  const sure = durations.length > 0 || hits.some((hit) => isPureWait(hit));
  const marks = [...durations, ...hits.filter((hit) => durations.length === 0 || near(hit, durations))];
  const first = Math.min(...marks.map((mark) => mark.from));
  const last = Math.max(...marks.map((mark) => mark.to));
  const span = widen(sentence, { from: first, to: last });
  return {
    ...measure(durations),
    label: labelOf(parse, span),
    cause: sayWords(parse.words, limitSpan(span, 14)),
    span,
    sure,
    by: durations.length > 0 ? 'rule:duration' : 'rule:waiting',
  };
}

/** A duration is a wait when a cue stands near it, or it is all its sentence says ("Two weeks, easily"). */
function isWaiting(parse: Parse, duration: SpokenDuration, hits: readonly CueHit[]): boolean {
  const words = parse.words;
  const said = words[duration.from - 1]?.lower ?? '';
  // "for about a month" is as much a wait as "for a month".
  const before = /^(about|around|roughly|nearly|maybe|almost|say|like|only|normally|usually)$/.test(said)
    ? (words[duration.from - 2]?.lower ?? said)
    : said;
  const after = words[duration.to]?.lower ?? '';
  const beyond = words[duration.to + 1]?.lower ?? '';
  // "two weeks for free", "sixty days before expiry", "a month's notice": so long it is worth, or ahead.
  if (/^(ahead|notice|earlier)$/.test(after) || (after === 'for' && beyond === 'free')) return false;
  const takesSo = words.slice(Math.max(0, duration.from - 4), duration.from).some(({ lemma }) => TAKES.test(lemma));
  if (after === 'before' && !takesSo && hits.length === 0) return false;
  // "if it is older than thirty days": an age that is asked for.
  if (said === 'than' && /^(old|new|young|fresh)(er)?$/.test(words[duration.from - 2]?.lower ?? '')) return false;
  // "for nineteen years", "a term of three years": nobody waits that long for a step.
  if (duration.seconds > LONGEST_SECONDS) return false;
  if (isTimeAllowed(parse, duration)) return true;
  if (/^(old|ago|each|since)$/.test(after) || (/^(every|each|last|per)$/.test(before) && hits.length === 0))
    return false;
  // "a day wasted", "a week later": so long it took.
  const isLater = /^(lost|wasted|later|delay|late)$/.test(
    after === 'or' && beyond === 'so' ? (words[duration.to + 2]?.lower ?? '') : after,
  );
  if (isLater && duration.seconds >= 1800) return true;
  if (duration.seconds < 1800 && hits.length === 0) return false;
  if (duration.seconds < 1200) return false;
  return (
    hits.length > 0 ||
    /^(in|within|after|for|like|takes?|took|adds?|added|lasts?|maybe|about|around|usually|until|another|is|'s|be|him|them|get|gets|needs|over|up|wait|waits)$/.test(
      before,
    ) ||
    isAlone(words[duration.from - 1]?.text, words[duration.to]?.text)
  );
}

const TAKES = /^(take|be|wait|need|give|allow|last|sit|lie)$/;
const LONGEST_SECONDS = 200 * 86_400;

/** "they have five days to answer", "give it two days": time that others are given. */
function isTimeAllowed({ words }: Parse, { from, to, seconds }: SpokenDuration): boolean {
  if (seconds < 3600) return false;
  const before = words[from - 1]?.lower ?? '';
  if (before === 'it' && words[from - 2]?.lemma === 'give') return true;
  const isHad = /^(have|has|had|got|gets|get)$/.test(before);
  const who = words.slice(Math.max(0, from - 4), from - 1).some(({ lower }) => /^(i|we)$/.test(lower));
  return isHad && !who && /^(to|for)$/.test(words[to]?.lower ?? '');
}

/** "I don't wait for the line". */
function isDenied({ words }: Parse, { from }: CueHit): boolean {
  return words.slice(Math.max(0, from - 3), from).some(({ lower }) => /^(not|n't|never|without)$/.test(lower));
}

function isAlone(before: string | undefined, after: string | undefined): boolean {
  return (before === undefined || /^[.,?!]$/.test(before)) && (after === undefined || /^[.,?!]$/.test(after));
}

function isPureWait(hit: CueHit): boolean {
  return /^(wait|waits|wait for|waiting on|waiting for|sit there|sits|pending|forever|stuck|until they|till they|backlog|again tomorrow|it could be|that could be|twice a day|once a day|once a week|not before|limbo)$/.test(
    hit.cue,
  );
}

function near(hit: CueHit, durations: readonly SpokenDuration[]): boolean {
  return durations.some((duration) => Math.abs(hit.from - duration.from) < 12);
}

/** The clauses the marks stand in. */
function widen(sentence: readonly Clause[], span: Span): Span {
  const touched = sentence.filter((clause) => clause.from < span.to && clause.to > span.from);
  return { from: touched[0]?.start ?? span.from, to: Math.max(span.to, touched.at(-1)?.to ?? span.to) };
}

function measure(durations: readonly SpokenDuration[]): Pick<WaitDraft, 'duration' | 'durationMin' | 'durationMax'> {
  const sorted = [...durations].sort((a, b) => a.seconds - b.seconds);
  const least = sorted[0];
  const most = sorted.at(-1);
  if (!least || !most) return { duration: null, durationMin: null, durationMax: null };
  const isRange = least.seconds !== most.seconds;
  return { duration: most.iso, durationMin: isRange ? least.iso : null, durationMax: isRange ? most.iso : null };
}

/** The second only adds how long the first takes, or goes on about it. */
function isSameWait(parse: Parse, before: WaitDraft, wait: WaitDraft): boolean {
  const gap = wait.span.from - before.span.to;
  if (gap > 12) return false;
  const opener = parse.words[wait.span.from]?.lower ?? '';
  return (
    before.duration === null ||
    wait.duration === null ||
    (/^(could|two|three|ten|something|usually|maybe|sometimes|like|that|about)$/.test(opener) &&
      wait.span.to - wait.span.from < 14)
  );
}

function joinWaits(parse: Parse, before: WaitDraft, wait: WaitDraft): WaitDraft {
  const span = { from: before.span.from, to: wait.span.to };
  const length = wait.duration === null ? before : wait;
  return {
    ...before,
    duration: length.duration,
    durationMin: length.durationMin,
    durationMax: length.durationMax,
    span,
    label: labelOf(parse, span),
    sure: true,
  };
}

function labelOf(parse: Parse, span: Span): string {
  return sayWords(parse.words, limitSpan(span, 14));
}
