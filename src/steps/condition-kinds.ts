// Which clauses are conditions: "if", "unless", thresholds, limits, short questions, and what is said to be missing.
import type { Clause } from './clauses.ts';
import type { Parse } from './deeds.ts';
import { numberOf } from './durations.ts';

export type ConditionKind = 'if' | 'unless' | 'threshold' | 'limit' | 'only';

/** What kind of condition a clause is; null when it is none. */
export function conditionKind(parse: Parse, clause: Clause): ConditionKind | null {
  if (clause.kind === 'condition') return clause.marker === 'unless' ? 'unless' : 'if';
  if (clause.kind === 'time' && /^(when|once)$/.test(clause.marker ?? '') && hasLimit(parse, clause)) return 'if';
  if (clause.kind === 'time' && clause.marker === 'when' && isCase(parse, clause)) return 'if';
  if (clause.kind === 'relative' && isAnything(parse, clause) && hasLimit(parse, clause)) return 'limit';
  if (clause.kind === null && clause.connectors.includes('otherwise')) return 'only';
  if (isShortQuestion(parse, clause) || isLack(parse, clause)) return 'if';
  const first = parse.words[clause.start];
  const second = parse.words[clause.start + 1];
  if (!first) return null;
  if (/^(over|under|above|below)$/.test(first.lower) && second && isAmount(parse, clause.start + 1)) return 'threshold';
  if (/^(before|after|by|until)$/.test(first.lower) && isClock(parse, clause.start + 1)) return 'threshold';
  if (first.lower === 'anything' && /^(over|under|above|below|more|less|after|before|with)$/.test(second?.lower ?? ''))
    return 'threshold';
  return null;
}

/** "Match? Then …", "Still wrong? Another letter": asked in passing, and answered by what comes next. */
function isShortQuestion({ words, deedsOf }: Parse, clause: Clause): boolean {
  if (words[clause.to]?.text !== '?' || clause.to - clause.start > 4 || words[clause.to + 1] === undefined)
    return false;
  const opener = words[clause.start]?.lower ?? '';
  if (
    /^(i|you|how|what|why|who|where|when|which|right|okay|ok|yeah|see|no|ready|and|so|sorry|really|eh|huh|is|are|do|does|can|will|have|shall)$/.test(
      opener,
    )
  )
    return false;
  if (words.slice(clause.start, clause.to).some(({ pos }) => pos === 'NUM')) return false;
  const isPerson = (deedsOf[clause.index] ?? []).some((deed) => deed.subject?.isPronoun);
  return !isPerson;
}

/** "No answer by day four, I chase": what is missing stands in front of what is then done. */
function isLack(parse: Parse, clause: Clause): boolean {
  const next = parse.clauses[clause.index + 1];
  const opener = parse.words[clause.from]?.lower ?? '';
  if (!/^(no|not)$/.test(opener) || clause.to - clause.start > 6 || clause.to - clause.start < 2) return false;
  if (clause.kind !== null || !parse.fragmentOf.has(clause.index) || next?.sentence !== clause.sentence) return false;
  const then = parse.deedsOf[next.index]?.[0];
  return then !== undefined && then.form !== 'copula' && !next.connectors.includes('and');
}

/** "when something is broken", "when the oven is cold": a case that may be or not, no moment. */
function isCase(parse: Parse, clause: Clause): boolean {
  const deeds = parse.deedsOf[clause.index] ?? [];
  const deed = deeds[0];
  const first = parse.words[clause.start]?.lower ?? '';
  if (!deed || deeds.length > 1) return false;
  if (/^(something|anything|somebody|someone|there)$/.test(first)) return true;
  const isState = deed.form === 'copula' && deed.lemma === 'be' && deed.objects.length === 0 && deed.preps.length === 0;
  const after = parse.words.slice(deed.to, clause.to).find((word) => word.pos !== 'ADV');
  return (
    isState &&
    after?.pos === 'ADJ' &&
    !/^(ready|done|finished|complete|free|available|back|happy|full|empty|new|small)$/.test(after.lower)
  );
}

/** "anything that's bagged after four": every case on one side of a limit. */
function isAnything(parse: Parse, clause: Clause): boolean {
  return /^(anything|everything|orders|ones|those)$/.test(parse.words[clause.from - 1]?.lower ?? '');
}

/** "more than thirty points", "after four". */
function hasLimit(parse: Parse, clause: Clause): boolean {
  return limitAt(parse, clause) !== null;
}

/** Where the amount or the clock time of a limit starts. */
function limitAt(parse: Parse, clause: Clause): number | null {
  for (let at = clause.start; at < clause.to - 1; at += 1) {
    const word = parse.words[at]?.lower ?? '';
    const next = parse.words[at + 1]?.lower ?? '';
    if (/^(more|less|fewer|older|bigger)$/.test(word) && next === 'than' && isAmount(parse, at + 2)) return at + 2;
    if (/^(over|under|above|below)$/.test(word) && isAmount(parse, at + 1)) return at + 1;
    if (/^(before|after|by)$/.test(word) && isClock(parse, at + 1)) return at + 1;
  }
  return null;
}

export function isAmount(parse: Parse, at: number): boolean {
  const word = parse.words[at];
  const next = parse.words[at + 1];
  if (!word) return false;
  if (word.pos === 'SYM' || /^\d/.test(word.text)) return true;
  const value = numberOf(word.lower);
  return value !== null && (value > 1 || (next !== undefined && numberOf(next.lower) !== null));
}

export function isClock(parse: Parse, at: number): boolean {
  const word = parse.words[at]?.lower ?? '';
  const next = parse.words[at + 1]?.lower ?? '';
  if (/^\d{1,2}(:\d\d)?(am|pm)?$/.test(word) || /^(noon|midday|midnight|lunch|half|quarter)$/.test(word))
    return !isUnit(next);
  const value = numberOf(word);
  return value !== null && value >= 1 && value <= 24 && !isUnit(next) && !/^(a|an)$/.test(word);
}

function isUnit(word: string): boolean {
  return /^(second|minute|hour|day|week|month|year|percent|working|business|hundred|thousand|or|of)s?$/.test(word);
}
