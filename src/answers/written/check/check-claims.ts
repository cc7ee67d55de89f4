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

/** `text` without what it quotes. */
export function findWrongClaim(text: string, items: readonly Item[]): string | undefined {
  const texts = items.flatMap(({ names, told, words }) => [...names, ...told, ...words]);
  return (
    findWrongNegation(text, items, texts) ??
    findWrongQuantifier(text, items, texts) ??
    findWrongSuperlative(text, items, texts) ??
    findWrongComparison(text, items, texts)
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

const QUANTIFIERS: readonly {
  readonly pattern: RegExp;
  /** The same said otherwise. */
  readonly alike: RegExp;
  readonly fits: (share01: number) => boolean;
}[] = [
  {
    pattern:
      /\b(?:always|all(?! (?:in all|together|\d)|\s+waiting)|every(?!\s+\d)|everyone|everybody|everything|without exception|invariably)\b/i,
    alike: /\b(?:always|all|every|everyone|everybody|everything|each time|whenever)\b/i,
    fits: (share01) => share01 >= 0.9995,
  },
  {
    pattern: /\b(?:most (?:of|cases|people|orders|handoffs|waits)|mostly|majority|mainly|predominantly)\b/i,
    alike: /\b(?:most|mostly|majority|mainly|usually)\b/i,
    fits: (share01) => share01 > 0.5,
  },
  {
    pattern: /\bonly(?!\s+(?:\d|one|two|three|once|twice|told))\b|\b(?:exclusively|solely)\b/i,
    alike: /\b(?:only|exclusively|solely|just|nobody else|no one else)\b/i,
    fits: (share01) => share01 >= 0.9995,
  },
];

function findWrongQuantifier(text: string, items: readonly Item[], texts: readonly string[]): string | undefined {
  const shares = items.flatMap(({ facts }) => facts.filter(({ unit }) => unit === 'share').map(({ value }) => value));
  const own = text.replaceAll(
    /\b(?:in all|all in all|of all(?: the)? waiting(?: time)?|after all|first of all|not only|of all)\b/gi,
    '',
  );
  for (const { pattern, alike, fits } of QUANTIFIERS) {
    const found = pattern.exec(own)?.[0];
    if (found !== undefined && !texts.some((each) => alike.test(each)) && !shares.some(fits)) return found;
  }
  return undefined;
}

const HIGHEST =
  /\b(?:(?:the )?most (?:often|frequent(?:ly)?|common(?:ly)?|time|waiting|important)|the most|longest|largest|biggest|highest|greatest|slowest|worst|main|top|peak)\b/i;
const LOWEST = /\b(?:(?:the )?least|rarest|shortest|smallest|lowest|fastest|quickest|fewest)\b/i;
const OF_TIME = /\b(?:longest|slowest|shortest|fastest|quickest)\b/i;

/** The largest of a list must be the largest that its tool gave; "longer than the longest of" is no matter of it. */
function findWrongSuperlative(text: string, items: readonly Item[], texts: readonly string[]): string | undefined {
  const own = text.replaceAll(
    /\bat (?:most|least|the (?:longest|shortest|latest))\b|\bmost (?:of|cases|people)\b/gi,
    '',
  );
  for (const [pattern, side] of [
    [HIGHEST, 'highest'],
    [LOWEST, 'lowest'],
  ] as const) {
    const found = pattern.exec(own)?.[0];
    if (found === undefined) continue;
    const isTime = OF_TIME.test(found);
    const isExtreme = items.some((item) => {
      const times = new Set(item.facts.filter(({ unit }) => unit === 'ms').map(({ label }) => label));
      return item[side].some((label) => !isTime || times.has(label));
    });
    const isSaid = texts.some((each) => foldText(each).includes(foldText(found)));
    // "the longest one takes 60 days" is the maximum of one item.
    const isOfOne = isTime && items.some(({ facts }) => facts.some(({ label }) => /\b(?:max|min)\b/.test(label)));
    if (!isExtreme && !isSaid && !isOfOne) return found;
  }
  return undefined;
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

/** One cited item must be named before "than", another behind it, and a number of both must bear the sentence out. */
function findWrongComparison(text: string, items: readonly Item[], texts: readonly string[]): string | undefined {
  const match = MORE.exec(text);
  if (match === null) return undefined;
  const word = match[1]?.toLowerCase() ?? '';
  if (texts.some((each) => foldText(each).includes(` ${word} than `))) return undefined;
  const than = match.index + match[0].length;
  const [one, other] = [foldText(text.slice(0, than)), foldText(text.slice(than))];
  const isNamed = (item: Item, part: string): boolean => item.names.some((name) => part.includes(foldText(name)));
  const firsts = items.filter((item) => isNamed(item, one) && !isNamed(item, other));
  const seconds = items.filter((item) => isNamed(item, other) && !isNamed(item, one));
  const isBorneOut = firsts.some((first) =>
    seconds.some((second) =>
      first.facts.some((fact) => {
        if (fact.unit !== (OF_TIMES.has(word) ? 'ms' : fact.unit) || /\b(?:min|max|p90|sum|n)\b/.test(fact.label))
          return false;
        const its = second.facts.find(({ label, unit }) => label === fact.label && unit === fact.unit);
        return its !== undefined && (LESS.has(word) ? fact.value < its.value : fact.value > its.value);
      }),
    ),
  );
  return isBorneOut ? undefined : match[0];
}
