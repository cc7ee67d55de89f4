// Decisions: conditions ("if", "unless", thresholds) grouped by what they test, as one question with branches.
import { askCondition, sentence } from './ask-condition.ts';
import type { Clause } from './clauses.ts';
import { type ConditionKind, conditionKind, isAmount, isClock } from './condition-kinds.ts';
import type { Parse } from './deeds.ts';
import type { Span } from './evidence.ts';
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
  readonly kind: ConditionKind;
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
function trimSpan(parse: Parse, span: Span, kind: ConditionKind): Span {
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
