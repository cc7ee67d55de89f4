// Decisions: conditions ("if", "unless", thresholds) grouped by what they test, as one question with branches.
import { askCondition, sentence } from './ask-condition.ts';
import type { Clause } from './clauses.ts';
import type { Parse } from './deeds.ts';
import type { Span } from './evidence.ts';
import { numberOf } from './durations.ts';
import { groupBySentence, sayWords } from './spans.ts';

export interface BranchDraft {
  readonly condition: string;
  readonly span: Span;
  /** Clauses from the condition to the end of its consequence. */
  readonly reach: Span;
}

export interface DecisionDraft {
  readonly question: string;
  readonly branches: readonly BranchDraft[];
  readonly by: string;
}

interface Condition extends BranchDraft {
  /** Without the word that marks it. */
  readonly said: Span;
  readonly words: ReadonlySet<string>;
  readonly kind: 'if' | 'unless' | 'threshold' | 'whether' | 'limit' | 'only';
  readonly sentence: number;
}

const FAR_WORDS = 45;
const EMPTY: ReadonlySet<string> = new Set(
  "the a an it its is are was be to of on in at for i we you they he she not no n't do does did have has had more less than over under if unless 's that this there then and or any been would ca can will wo just actually really".split(
    ' ',
  ),
);

/** All decisions in order of talk. */
export function findDecisions(parse: Parse): DecisionDraft[] {
  const conditions = groupBySentence(parse).flatMap((sentence, at) => readSentence(parse, sentence, at));
  const groups: Condition[][] = [];
  for (const condition of conditions) {
    const open = groups.at(-1);
    const previous = open?.at(-1);
    if (open && previous && belongsTogether(previous, condition)) open.push(condition);
    else groups.push([condition]);
  }
  // "otherwise" alone is the other side of nothing that was asked.
  return groups
    .filter((group) => group.some(({ kind }) => kind !== 'only'))
    .map((group) => ({
      question: questionOf(parse, group),
      branches: group.map(({ condition, span, reach }) => ({ condition, span, reach })),
      by: `rule:${group[0]?.kind ?? 'if'}`,
    }));
}

function readSentence(parse: Parse, sentence: readonly Clause[], number: number): Condition[] {
  const found: Condition[] = [];
  sentence.forEach((clause, at) => {
    const kind = conditionKind(parse, clause);
    if (!kind) return;
    let last = at;
    while (kind === 'if' && continues(parse, sentence[last], sentence[last + 1])) last += 1;
    const span = trimSpan(
      parse,
      { from: kind === 'threshold' ? clause.start : clause.start, to: sentence[last]?.to ?? clause.to },
      kind,
    );
    const isTail = last === sentence.length - 1 && at > 0;
    const reach = isTail
      ? { from: sentence[at - 1]?.from ?? clause.from, to: clause.to }
      : { from: clause.from, to: endOfReach(parse, sentence, last) };
    const condition = kind === 'only' ? 'otherwise' : sayWords(parse.words, span);
    if (condition === '') return;
    found.push({
      condition,
      said: span,
      span: { from: clause.marker ? clause.start - 1 : span.from, to: span.to },
      reach,
      words: wordsOf(condition),
      kind,
      sentence: number,
    });
  });
  return found;
}

function conditionKind(parse: Parse, clause: Clause): Condition['kind'] | null {
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

/** "or it won't scan", "and it's small": still the condition. */
function continues(parse: Parse, clause: Clause | undefined, next: Clause | undefined): boolean {
  if (!clause || !next || next.kind !== null || next.sentence !== clause.sentence) return false;
  const connector = next.connectors.find((word) => word === 'or' || word === 'and');
  if (!connector || next.connectors.includes('then')) return false;
  const deeds = parse.deedsOf[next.index] ?? [];
  const isState =
    deeds.length === 1 && (deeds[0]?.form === 'copula' || deeds[0]?.negated === true || deeds[0]?.form === 'passive');
  return isState && !/^(i|we)$/.test(deeds[0]?.subject?.text ?? '');
}

function endOfReach(parse: Parse, sentence: readonly Clause[], last: number): number {
  for (let at = last + 1; at < sentence.length; at += 1) {
    const clause = sentence[at];
    if (clause && conditionKind(parse, clause)) return clause.from;
  }
  return sentence.at(-1)?.to ?? 0;
}

/** A threshold ends with its amount: "above ninety | it goes to the vet". */
function trimSpan(parse: Parse, span: Span, kind: Condition['kind']): Span {
  if (kind === 'limit') return limitSpanOf(parse, span);
  if (kind !== 'threshold') return { from: span.from, to: Math.min(endOfOwn(parse, span), span.from + 14) };
  let end = span.from + 1;
  while (
    end < span.to &&
    !/^(i|we|you|they|he|she|it)$/.test(parse.words[end]?.lower ?? '') &&
    parse.words[end]?.pos !== 'AUX' &&
    parse.words[end]?.pos !== 'VERB'
  )
    end += 1;
  return { from: span.from, to: end };
}

/** "if nobody picks up I try again": with "I" its consequence begins. */
function endOfOwn({ words, deeds }: Parse, span: Span): number {
  const own = deeds.find(({ from }) => from >= span.from && from < span.to);
  if (!own) return span.to;
  for (let at = own.to; at < span.to; at += 1) {
    const isNext = /^(i|we)$/.test(words[at]?.lower ?? '') && /^(VERB|AUX|ADV)$/.test(words[at + 1]?.pos ?? '');
    if (isNext && !/^(that|what|which|who|as|than)$/.test(words[at - 1]?.lower ?? '')) return at;
  }
  return span.to;
}

/** "anything that's bagged and sealed by noon": up to the end of the amount. */
function limitSpanOf(parse: Parse, span: Span): Span {
  let end = span.from;
  for (let at = span.from; at < span.to; at += 1) if (isAmount(parse, at) || isClock(parse, at)) end = at + 1;
  return { from: span.from, to: Math.max(end, span.from + 1) };
}

function isAmount(parse: Parse, at: number): boolean {
  const word = parse.words[at];
  const next = parse.words[at + 1];
  if (!word) return false;
  if (word.pos === 'SYM' || /^\d/.test(word.text)) return true;
  const value = numberOf(word.lower);
  return value !== null && (value > 1 || (next !== undefined && numberOf(next.lower) !== null));
}

function isClock(parse: Parse, at: number): boolean {
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

/** Next to each other, and testing the same thing, opposites, or thresholds of the same kind. */
function belongsTogether(previous: Condition, condition: Condition): boolean {
  if (condition.span.from - previous.span.to > FAR_WORDS) return false;
  // "and if it still is not dry": asked later, of what was done since.
  if (/\b(still|yet|by then|again)\b/.test(condition.condition) && condition.sentence !== previous.sentence)
    return false;
  // "if we have one …, if we haven't": all that is said is yes or no.
  if (condition.words.size === 0 && /n't$|\bnot$/.test(condition.condition)) return true;
  if (previous.kind === 'only') return false;
  if (condition.kind === 'only') return condition.sentence - previous.sentence <= 2;
  if (condition.kind === 'unless') return condition.sentence === previous.sentence;
  const shared = [...condition.words].filter((word) => previous.words.has(word)).length;
  const smaller = Math.min(condition.words.size, previous.words.size);
  if (haveOtherUnits(previous.condition, condition.condition)) return false;
  if (condition.kind === 'threshold' && previous.kind === 'threshold') return true;
  if (condition.kind === 'threshold' || previous.kind === 'threshold')
    return shared > 0 || hasMeasure(condition) === hasMeasure(previous);
  if (smaller > 0 && shared / smaller >= 0.5) return true;
  return isPronominal(condition) && condition.sentence - previous.sentence <= 3;
}

/** "under five thousand pounds" and "more than thirty points" measure different things. */
function haveOtherUnits(a: string, b: string): boolean {
  const unit =
    /\b(pounds?|dollars?|euros?|percent|points?|days?|weeks?|hours?|minutes?|tons?|tonnes|kilos?|pieces|boxes|people|items|miles|years?|months?)\b/;
  const first = unit.exec(a)?.[1];
  const second = unit.exec(b)?.[1];
  return first !== undefined && second !== undefined && first.replace(/s$/, '') !== second.replace(/s$/, '');
}

function hasMeasure(condition: Condition): boolean {
  return /\b(over|under|more|less|above|below|before|after|bigger|smaller|later|earlier)\b/.test(condition.condition);
}

/** "if it is", "if not", "if it's bigger", "if they say no": tests what was tested before. */
function isPronominal(condition: Condition): boolean {
  return /^(it|he|she|they|that|this|so|not)\b/.test(condition.condition) && condition.words.size <= 2;
}

function wordsOf(condition: string): ReadonlySet<string> {
  const words =
    condition
      .toLowerCase()
      .replace(/n't/g, '')
      .match(/[a-z0-9-]+/g) ?? [];
  return new Set(
    words.filter((word) => !EMPTY.has(word) && word.length > 1).map((word) => word.replace(/(?<=...)(s|ed|ing)$/, '')),
  );
}

/** "Is it more than two percent?": the first condition turned into a question. */
function questionOf(parse: Parse, group: readonly Condition[]): string {
  const first = group[0];
  if (!first) return '';
  if (/^(over|under|above|below|before|after|by|until|more|less)\b/.test(first.condition))
    return sentence(`is it ${first.condition}`);
  const limit = /^(?:anything|everything) ((?:over|under|above|below|after|before|more than|less than) .*)$/.exec(
    first.condition,
  );
  if (limit?.[1] !== undefined) return sentence(`is it ${limit[1]}`);
  return askCondition(parse, first.said) ?? sentence(first.condition);
}
