// In: a sentence and the items that it cites. Out: what it claims beyond numbers and names, and nothing of them bears out:
// that something is not so, is always so, is the most, or is more than something else.
import { foldWords } from '../../../lib/fold-words.ts';
import { stemWord } from '../../../lib/stem-word.ts';
import type { Item } from '../item.ts';
import { foldText } from './check-numbers.ts';
import { isCommonWord } from './vocabulary.ts';

const NEGATION =
  /\b(?:not|never|cannot|without|nobody|nothing|nowhere|neither|nor|no longer|no one|hardly|unable|fails? to|refuses? to)\b|n['’]t\b/i;
const NONE = /\b(?:no|none|zero)\b/i;

/** `text` without what it quotes; `whole` with it, letter by letter in the same place. */
export function findWrongClaim(text: string, items: readonly Item[], whole = text): string | undefined {
  const texts = items.flatMap(({ names, told, words }) => [...names, ...told, ...words]);
  return (
    findWrongNegation(text, items, texts) ??
    findWrongQuantifier(text, items, texts) ??
    findWrongSuperlative(text, items, texts) ??
    findWrongComparison({ text, whole }, items, texts) ??
    findWrongDirection(whole, items)
  );
}

/** What is denied must be denied there, or counted as none; what is said there with "not" must not be said without. */
function findWrongNegation(text: string, items: readonly Item[], texts: readonly string[]): string | undefined {
  const plain = text.replaceAll(
    /\b(?:not only|no more than|not more than|no less than|not less than|no later than|no fewer than)\b/gi,
    '',
  );
  const denied = NEGATION.exec(plain)?.[0];
  const clauses = items.flatMap(({ told, words }) => [...told, ...words]).flatMap((each) => each.split(/[.;:,!?]/));
  const nearest = nearestClause(plain, clauses, new Set(items.flatMap(({ names }) => names.flatMap(contentStems))));
  const isDenied = (clause: string): boolean => NEGATION.test(clause) || NONE.test(clause);
  if (denied === undefined) {
    if (NONE.test(plain) || nearest === undefined) return undefined;
    return isDenied(nearest) ? nearest.trim() : undefined;
  }
  if (nearest !== undefined) return isDenied(nearest) ? undefined : denied;
  const hasNone = items.some(({ facts }) => facts.some(({ value }) => value === 0));
  return hasNone || texts.some(isDenied) ? undefined : denied;
}

/** The clause that has most of the words of the sentence, at least two and half of them; names say nothing of it. */
function nearestClause(text: string, clauses: readonly string[], named: ReadonlySet<string>): string | undefined {
  const wanted = new Set(contentStems(text).filter((stem) => !named.has(stem)));
  let best: { clause: string; shared: number } | undefined;
  for (const clause of clauses) {
    const stems = new Set(contentStems(clause));
    const shared = [...wanted].filter((stem) => stems.has(stem)).length;
    if (shared >= 2 && shared * 2 >= Math.min(wanted.size, stems.size) && shared > (best?.shared ?? 0))
      best = { clause, shared };
  }
  return best?.clause;
}

const contentStems = (text: string): string[] =>
  foldWords(text)
    .filter(({ word }) => word.length > 2 && !isCommonWord(word))
    .map(({ word }) => stemWord(word));

/** What is said of all must be said of all there in the same words, or be a share of all. */
const QUANTIFIERS: readonly { readonly pattern: RegExp; readonly fits: (share01: number) => boolean }[] = [
  {
    pattern:
      /\b(?:always|all(?! (?:in all|together|\d)|\s+waiting)\s+\p{L}+|every(?!\s+\d)\s+\p{L}+|everyone|everybody|everything|without exception|invariably)\b/iu,
    fits: (share01) => share01 >= 0.9995,
  },
  {
    pattern: /\b(?:most (?:of|cases|people|orders|handoffs|waits)|mostly|majority|mainly|predominantly)\b/i,
    fits: (share01) => share01 > 0.5,
  },
  {
    pattern: /\bonly(?!\s+(?:\d|one|two|three|once|twice|told))\s+\p{L}+\b|\b(?:exclusively|solely)\b/iu,
    fits: (share01) => share01 >= 0.9995,
  },
];

function findWrongQuantifier(text: string, items: readonly Item[], texts: readonly string[]): string | undefined {
  const shares = items.flatMap(({ facts }) => facts.filter(({ label }) => label === 'share').map(({ value }) => value));
  const own = text.replaceAll(
    /\b(?:in all|all in all|of all(?: the)? waiting(?: time)?|after all|first of all|not only|of all)\b/gi,
    '',
  );
  for (const { pattern, fits } of QUANTIFIERS) {
    const found = pattern.exec(own)?.[0];
    if (found !== undefined && !texts.some((each) => foldText(each).includes(foldText(found))) && !shares.some(fits))
      return found;
  }
  return undefined;
}

const HIGHEST =
  /\b(?:(?:the )?most (?:often|frequent(?:ly)?|common(?:ly)?|time|waiting|important)|the most|longest|largest|biggest|highest|greatest|slowest|worst|main|top|peak)\b/i;
const LOWEST = /\b(?:(?:the )?least|rarest|shortest|smallest|lowest|fastest|quickest|fewest)\b/i;
const OF_TIME = /\b(?:longest|slowest|shortest|fastest|quickest)\b/i;
const OF_COUNT = /\b(?:often|frequent|frequently|common|commonly|rarest|fewest)\b/i;
const RANKED =
  /\b(?:second|third|fourth|fifth|\d+(?:st|nd|rd|th))[- ](?:most|least|largest|biggest|longest|highest|greatest|slowest|smallest|shortest|lowest|fastest|worst)\b/gi;

/** The largest of a list must be the largest that its tool gave; "longer than the longest of" is no matter of it. */
function findWrongSuperlative(text: string, items: readonly Item[], texts: readonly string[]): string | undefined {
  // "the second largest" is a rank, which is looked at as a number.
  const own = text
    .replaceAll(RANKED, '')
    .replaceAll(/\bat (?:most|least|the (?:longest|shortest|latest))\b|\bmost (?:of|cases|people)\b/gi, '');
  for (const [pattern, side] of [
    [HIGHEST, 'highest'],
    [LOWEST, 'lowest'],
  ] as const) {
    const found = pattern.exec(own)?.[0];
    if (found === undefined) continue;
    const isExtreme = items.some((item) => isExtremeIn(item, side, found));
    const isSaid = texts.some((each) => foldText(each).includes(foldText(found)));
    // "the longest one takes 60 days" is the maximum of one item.
    const isOfOne =
      OF_TIME.test(found) && items.some(({ facts }) => facts.some(({ label }) => /\b(?:max|min)\b/.test(label)));
    const isListed = items.some(({ rank }) => rank !== null);
    if (!isExtreme && !isSaid && !(isOfOne && (!isListed || isOfCases(text)))) return found;
  }
  return undefined;
}

/** "the longest case", "the shortest one": of one place, not of places. */
const isOfCases = (text: string): boolean =>
  /\b(?:longest|shortest|slowest|fastest|quickest) (?:cases?|one|took|takes)\b/i.test(text);

/** By what the word is about: times by a middle or the sum, how often by counts, the rest by what the list is ordered by. */
function isExtremeIn(item: Item, side: 'highest' | 'lowest', word: string): boolean {
  const labels = item.facts.filter(({ label }) => item[side].includes(label));
  if (OF_TIME.test(word))
    return labels.some(({ unit, label }) => unit === 'ms' && !/\b(?:min|max|p90|low|high)\b/.test(label));
  if (OF_COUNT.test(word)) return labels.some(({ unit }) => unit === 'count');
  const hasShare = item.facts.some(({ label }) => label === 'share');
  return labels.some(({ unit, label }) => (hasShare ? label === 'share' : unit === 'count' || /\bsum\b/.test(label)));
}

const MORE =
  /\b(more|longer|larger|bigger|higher|greater|slower|later|less|fewer|shorter|smaller|lower|faster|quicker|earlier)\b[^.;]*?\bthan\b(?!\s*(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|half|an?\s+(?:hour|day|week|minute)|€|\$))/i;
const LESS: ReadonlySet<string> = new Set([
  'less',
  'fewer',
  'shorter',
  'smaller',
  'lower',
  'faster',
  'quicker',
  'earlier',
]);
const OF_TIMES: ReadonlySet<string> = new Set(['longer', 'shorter', 'slower', 'faster', 'quicker', 'later', 'earlier']);

interface Text {
  readonly text: string;
  /** With what is quoted. */
  readonly whole: string;
}

/** One cited item must be named before "than", another behind it, and a number of both must bear the sentence out. */
function findWrongComparison(
  { text, whole }: Text,
  items: readonly Item[],
  texts: readonly string[],
): string | undefined {
  const match = MORE.exec(text);
  if (match === null) return undefined;
  const word = match[1]?.toLowerCase() ?? '';
  const said = new RegExp(String.raw`\b${word} than\b(?!\s*\d)`, 'i');
  if (texts.some((each) => said.test(each))) return undefined;
  const than = match.index + match[0].length;
  const [one, other] = [stemSet(whole.slice(0, than)), stemSet(whole.slice(than))];
  const isNamed = (item: Item, part: ReadonlySet<string>): boolean =>
    item.names.some((name) => [...stemSet(name)].every((stem) => part.has(stem)));
  const firsts = items.filter((item) => isNamed(item, one) && !isNamed(item, other));
  const seconds = items.filter((item) => isNamed(item, other) && !isNamed(item, one));
  const isBorneOut = firsts.some((first) =>
    seconds.some((second) =>
      first.facts.some((fact) => {
        if (
          fact.unit !== (OF_TIMES.has(word) ? 'ms' : fact.unit) ||
          /\b(?:min|max|p90|sum|n|low|high|caus|cte)\b/.test(fact.label)
        )
          return false;
        const its = second.facts.find(({ label, unit }) => label === fact.label && unit === fact.unit);
        return its !== undefined && (LESS.has(word) ? fact.value < its.value : fact.value > its.value);
      }),
    ),
  );
  return isBorneOut ? undefined : match[0];
}

const stemSet = (text: string): Set<string> => new Set(foldWords(text).map(({ word }) => stemWord(word)));

/** What passes from one to the other must not be said to pass back: of handoffs, transfers and ways. */
function findWrongDirection(whole: string, items: readonly Item[]): string | undefined {
  const text = foldText(whole);
  const ways = items.flatMap((item) => directionOf(item) ?? []);
  const holds = (from: string, to: string): boolean => ways.some((way) => way.from === from && way.to === to);
  for (const { from, to } of ways) {
    if (from === to || holds(to, from)) continue;
    for (const lead of [' ', ' the ', ' a ', ' an ']) {
      if (text.includes(` to${lead}${from.trim()} `) && !text.includes(` to${lead}${to.trim()} `)) return whole;
      if (text.includes(` from${lead}${to.trim()} `) && !text.includes(` from${lead}${from.trim()} `)) return whole;
    }
  }
  return undefined;
}

function directionOf({ shown }: Item): { from: string; to: string } | undefined {
  if (!('fields' in shown)) return undefined;
  const read = (...keys: readonly string[]): string | undefined => {
    const value = shown.fields.find(([key]) => keys.includes(key))?.[1];
    return value !== undefined && 'word' in value ? foldText(value.word) : undefined;
  };
  const [from, to] = [read('from', 'source'), read('to', 'target')];
  return from === undefined || to === undefined ? undefined : { from, to };
}
