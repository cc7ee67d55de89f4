// In: a sentence and the items that it cites. Out: the first number in it that does not follow from them.
import { stemWord } from '../../../lib/stem-word.ts';
import { foldWords } from '../../../lib/fold-words.ts';
import type { Fact, Item } from '../item.ts';
import type { Quantity } from './quantity.ts';
import { holdsDate, sameClock } from './read-dates.ts';
import { readQuantities } from './read-quantities.ts';

export interface CitedNumbers {
  readonly facts: readonly Fact[];
  /** Numbers that stand in the words of the items. */
  readonly said: readonly Quantity[];
  /** All words of the items, folded, with single blanks around and between. */
  readonly text: string;
  readonly items: readonly Pick<Item, 'facts' | 'rank'>[];
}

export function readCited(items: readonly Item[]): CitedNumbers {
  const texts = items.flatMap(({ names, told, words }) => [...names, ...told, ...words]);
  return {
    facts: items.flatMap(({ facts }) => facts),
    said: texts.flatMap(readQuantities),
    text: foldText(texts.join(' . ')),
    items,
  };
}

/** " the receipt is missing " */
export const foldText = (text: string): string =>
  ` ${foldWords(text)
    .map(({ word }) => word)
    .join(' ')} `;

/** The words of the number that nothing supports; undefined when all are supported. `text` without quotes and names. */
export function findWrongNumber(text: string, cited: CitedNumbers): string | undefined {
  const quantities = readQuantities(text);
  const follows = quantities.map((quantity) => quantity.unit !== 'share' && isSupported(quantity, cited, text));
  // Shares may follow from counts beside them, so those are looked at first.
  const counts = quantities.filter((quantity, at) => quantity.unit === 'count' && follows[at]);
  const wrong = quantities.find(
    (quantity, at) => !follows[at] && !(quantity.unit === 'share' && isShare(quantity, { cited, counts, quantities })),
  );
  return wrong && text.slice(wrong.start, wrong.end).trim();
}

function isSupported(quantity: Quantity, cited: CitedNumbers, text: string): boolean {
  switch (quantity.unit) {
    case 'count':
      return isCount(quantity, cited) || isSum(quantity, cited, text) || isSaid(quantity, cited);
    case 'ms':
      return isTime(quantity, cited, text);
    case 'rank':
      return cited.items.some(({ rank }) => rank === quantity.value) || isSaid(quantity, cited);
    case 'code':
      return cited.text.includes(foldText(quantity.text));
    default:
      return isSaid(quantity, cited);
  }
}

/** A mean is no median: where the clause says which it is, it must be that. */
function isTime(quantity: Quantity, cited: CitedNumbers, text: string): boolean {
  const clause = clauseAround(text, quantity);
  const statistics = STATISTICS.filter(([pattern]) => pattern.test(clause)).map(([, label]) => label);
  const facts = cited.facts.filter(
    ({ unit, label }) =>
      unit === 'ms' && statistics.every((each) => label.split(' ').includes(each)) && isNamedAsIs(label, text),
  );
  if (facts.some((fact) => fits(quantity, fact.value))) return true;
  return isSaid(quantity, cited) && statistics.every((each) => SAID_STATISTICS[each]?.test(cited.text) ?? false);
}

/** The longest of all is not said of one: what is no middle must be called what it is. */
const isNamedAsIs = (label: string, text: string): boolean =>
  label.split(' ').every((word) => CALLED[word]?.test(text) ?? true);

const CALLED: Readonly<Record<string, RegExp>> = {
  max: /\b(?:longest|maximum|max|up to|at most|rang(?:e|es|ing)|between|to|slowest|worst|as long as)\b/i,
  min: /\b(?:shortest|minimum|min|at least|rang(?:e|es|ing)|between|from|fastest|quickest|as little as)\b/i,
  p90: /\b(?:one in ten|tenth|90|ninety|percentile|10)\b/i,
  sum: /\b(?:in total|total|altogether|in all|sum|together|all|accounts?|adds?|causes?|due)\b/i,
  low: /\b(?:between|confidence|at least|from|lies)\b/i,
  high: /\b(?:between|confidence|at most|to|lies)\b/i,
};

const STATISTICS: readonly (readonly [pattern: RegExp, label: string])[] = [
  [/\b(?:averages?|averaging|mean)\b/i, 'mean'],
  [/\b(?:median|typical(?:ly)?)\b/i, 'median'],
  [/\b(?:maximum|max|at the longest)\b/i, 'max'],
  [/\b(?:minimum|min|at the shortest)\b(?!\s*\.?\s*of\b)/i, 'min'],
  [/\b(?:in total|altogether|total|in sum|sum)\b/i, 'sum'],
];
const SAID_STATISTICS: Readonly<Record<string, RegExp>> = {
  mean: / (?:average|mean|on average|usually|normally) /,
  median: / (?:median|half of them|typical|typically|usually|normally) /,
  max: / (?:maximum|max|at most|longest) /,
  min: / (?:minimum|min|at least|shortest) /,
  sum: / (?:total|altogether|sum) /,
};

function clauseAround(text: string, { start, end }: Quantity): string {
  const before =
    text
      .slice(0, start)
      .split(/[,;:()]|\band\b|\bbut\b/i)
      .at(-1) ?? '';
  const after = text.slice(end).split(/[,;:()]|\band\b|\bbut\b/i)[0] ?? '';
  return `${before} ${text.slice(start, end)} ${after}`;
}

/** By the words behind it, a number must be that of what it counts: 46 handoffs are no 46 bottlenecks. */
function isCount(quantity: Quantity, { items }: CitedNumbers): boolean {
  const noun = nounOf(quantity);
  return items.some(({ facts }) => {
    const counts = facts.filter(({ unit }) => unit === 'count');
    const named = noun === undefined ? [] : counts.filter(({ label }) => label.split(' ').includes(noun));
    // Where an item says how many cases it is, its other numbers are no cases.
    const open = noun === undefined ? counts : named.length > 0 ? named : counts.filter(isGeneric);
    // "no" says of what there is none; a nought of something else does not bear it out.
    if (noun === undefined && quantity.value === 0 && !/\d/.test(quantity.text)) return false;
    return open.some(({ value }) => fits(quantity, value));
  });
}

const isGeneric = ({ label }: Fact): boolean => label.split(' ').some((word) => GENERIC.has(word));

/** Labels that say nothing of what is counted. */
const GENERIC: ReadonlySet<string> = new Set(['count', 'n', 'total', 'valu', 'number'].map(stemWord));

/** What Mirror counts, and what people call it. */
const NOUNS: Readonly<Record<string, string>> = Object.fromEntries(
  (
    [
      ['case', 'case cases run runs instance instances'],
      ['handoff', 'handoff handoffs handover handovers'],
      ['recording', 'recording recordings'],
      ['activity', 'activity activities step steps'],
      ['transition', 'transition transitions'],
      ['bottleneck', 'bottleneck bottlenecks'],
      ['exception', 'exception exceptions'],
      ['judgement', 'judgement judgements judgment judgments'],
      ['decision', 'decision decisions'],
      ['variant', 'variant variants'],
      ['event', 'event events row rows'],
      ['role', 'role roles'],
      ['system', 'system systems'],
      ['artifact', 'artifact artifacts document documents'],
      ['person', 'person persons people'],
      ['rework', 'rework'],
      ['transfer', 'transfer transfers'],
      ['difference', 'difference differences'],
      ['wait', 'wait waits'],
    ] as const
  ).flatMap(([noun, words]) => words.split(' ').map((word) => [word, stemWord(noun)])),
);

function nounOf({ after }: Quantity): string | undefined {
  // Of "119 of 348 cases" both are cases.
  const words = after[0] === 'of' && /^\d+$/.test(after[1] ?? '') ? after.slice(2) : after;
  for (const word of words) {
    if (/^(?:of|in|and|or|to|from|with|by|at|on|for|is|are|were|was)$/.test(word)) return undefined;
    const noun = NOUNS[word];
    if (noun !== undefined) return noun;
  }
  return undefined;
}

/** Rounded as far as it is shown, and by no more than a twentieth; by a tenth where "about" says so. */
function fits({ value, slack, bound }: Quantity, fact: number): boolean {
  const away = Math.abs(fact - value);
  const isRounded = away <= slack * (1 + 1e-9) && away <= Math.abs(fact) / 20;
  // Counts are whole: "more than 12" is not said of 12.
  const isWhole = Number.isInteger(fact) && slack === 0.5;
  switch (bound) {
    case 'exact':
      return isRounded;
    case 'about':
      return isRounded || away <= Math.abs(fact) / 10;
    case 'over':
      return (isRounded && !isWhole) || (fact > value && value >= fact / 1.25);
    case 'at least':
      return isRounded || (fact > value && value >= fact / 1.25);
    case 'under':
      return (isRounded && !isWhole) || (fact < value && value <= fact * 1.25);
    case 'at most':
      return isRounded || (fact < value && value <= fact * 1.25);
  }
}

/** The same number of the same thing stands in the words of an item, meant as the same kind of limit. */
function isSaid(quantity: Quantity, { said }: CitedNumbers): boolean {
  return said.some((known) => {
    if (!isSameUnit(quantity, known) || !isSameBound(quantity, known)) return false;
    if (quantity.unit === 'date') return holdsDate(quantity.date ?? {}, known.date ?? {});
    if (quantity.unit === 'clock') return sameClock(quantity.value, known.value);
    if (quantity.unit === 'rate' || quantity.unit === 'vague' || quantity.unit === 'code')
      return quantity.text === known.text && quantity.value === known.value;
    const [noun, knownNoun] = [nounOf(quantity), nounOf(known)];
    if (noun !== undefined && knownNoun !== undefined && noun !== knownNoun) return false;
    // "no rule" is not "no approval".
    if (quantity.value === 0 && quantity.after[0] !== known.after[0]) return false;
    if (quantity.unit === 'ms' || quantity.unit === 'share') return fits({ ...quantity, bound: 'exact' }, known.value);
    return quantity.value === known.value;
  });
}

/** Whoever says 500 may mean euros that were said; nobody may add them. */
const isSameUnit = (one: Quantity, known: Quantity): boolean =>
  one.unit === known.unit || (one.unit === 'count' && known.unit === 'money');

function isSameBound({ bound }: Quantity, known: Quantity): boolean {
  const [side, knownSide] = [SIDES[bound], SIDES[known.bound]];
  return side === 0 || side === knownSide;
}

const SIDES: Readonly<Record<Quantity['bound'], number>> = {
  exact: 0,
  about: 0,
  over: 1,
  'at least': 1,
  under: -1,
  'at most': -1,
};

/** "together": counts of one kind, one from each item. */
function isSum(quantity: Quantity, { items }: CitedNumbers, text: string): boolean {
  if (items.length < 2 || !/\b(?:together|in total|altogether|in all|sum|combined|all in all)\b/i.test(text))
    return false;
  const labels = new Set(items.flatMap(({ facts }) => facts.map(({ label }) => label)));
  return [...labels].some((label) => {
    const each = items.map(({ facts }) => facts.filter((fact) => fact.label === label && fact.unit === 'count'));
    return (
      each.every(({ length }) => length === 1) &&
      fits(
        quantity,
        each.reduce((sum, [fact]) => sum + fact!.value, 0),
      )
    );
  });
}

interface Beside {
  readonly cited: CitedNumbers;
  /** Those of the sentence that are supported. */
  readonly counts: readonly Quantity[];
  readonly quantities: readonly Quantity[];
}

function isShare(quantity: Quantity, { cited, counts, quantities }: Beside): boolean {
  const { facts, items } = cited;
  if (facts.some((fact) => fact.unit === 'share' && fits(quantity, fact.value))) return true;
  if (isSaid(quantity, cited)) return true;
  // "half of them longer than 9 days" says what the median is, "one in ten" what the ninetieth percentile is.
  const statistic = quantity.value === 0.5 ? 'median' : Math.abs(quantity.value - 0.1) < 1e-9 ? 'p90' : undefined;
  const isTimed = (each: Quantity): boolean =>
    each.unit === 'ms' &&
    facts.some(
      ({ unit, label, value }) =>
        unit === 'ms' && label.includes(statistic!) && fits({ ...each, bound: 'exact' }, value),
    );
  if (statistic !== undefined && quantities.some(isTimed)) return true;
  // Of counts that the sentence names, or of one of them and all cases of the same item.
  const isRatio = (part: number, whole: number): boolean => whole > 0 && part <= whole && fits(quantity, part / whole);
  if (counts.some((part) => counts.some((whole) => part !== whole && isRatio(part.value, whole.value)))) return true;
  return items.some(({ facts: own }) => {
    const wholes = own.filter(({ label }) => /\b(?:of case|total)\b/.test(label) || label === 'case');
    return wholes.some((whole) =>
      counts.some((part) => own.some(({ value }) => value === part.value) && isRatio(part.value, whole.value)),
    );
  });
}
