// In: a text and the names that a process knows. Out: every place that names somebody or something, with what it names.
import { createRedactor } from '../../evidence/redact/create-redactor.ts';
import { RedactionKind } from '../../domain/redaction.ts';
import { cover } from '../written/check/read-quantities.ts';
import { NUMBER_WORD } from '../written/check/number-words.ts';
import { isCommonWord } from '../written/check/vocabulary.ts';
import type { StandInNames } from './stand-ins.ts';

/** What a stand-in is called. None of them begins with another one. */
export const STAND_IN_KINDS = {
  person: 'Person',
  organisation: 'Customer',
  system: 'System',
  title: 'Title',
  amount: 'Amount',
  id: 'Reference',
  contact: 'Contact',
  name: 'Name',
} as const;
export type StandInKind = keyof typeof STAND_IN_KINDS;

export interface Named {
  readonly start: number;
  readonly end: number;
  readonly kind: StandInKind;
  /** As it stands in the text. */
  readonly name: string;
  /** Whom it means, where that has another name: "Dana" of "Dana Holt". */
  readonly of: string;
}

interface Found extends Named {
  /** What is surer wins where two overlap. */
  readonly rank: number;
}

/** Behind the kind: "A", "AB", "A2" is another way of writing A; "12", "12b". */
export const LABEL = String.raw`(?:[A-Z]{1,3}\d{0,2}|\d{1,5}[b-z]?)`;

export const escapeName = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** Of what is known, made once for many texts. */
export interface Finders {
  readonly findKnown: KnownFinder;
  /** Words that name nothing but work, in lower case. */
  readonly usual: ReadonlySet<string>;
}

export const createFinders = (names: StandInNames): Finders => ({
  findKnown: createKnownFinder(names),
  usual: new Set(names.plain.flatMap((name) => name.toLowerCase().split(/[^\p{L}\p{N}]+/u))),
});

/** In order, none over another. */
export function findNamed(text: string, { findKnown, usual }: Finders): Named[] {
  const sure = withoutOverlaps(
    [
      ...findLiterals(text),
      ...findKnown(text),
      ...findContacts(text),
      ...findOrganisations(text),
      ...findReferences(text),
      ...findAmounts(text),
    ],
    text,
  );
  // Capitals beside a name are no part of it.
  const rest = findCapitals(cover(text, sure), usual).map((each) => ({ ...each, rank: 6 }));
  return joinNeighbours(withoutOverlaps([...sure, ...rest], text), text);
}

function withoutOverlaps(all: readonly Found[], text: string): Found[] {
  const taken: Found[] = [];
  const sorted = all
    .map((each) => widen(each, text))
    .toSorted((a, b) => a.rank - b.rank || b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const each of sorted) {
    if (each.end > each.start && !taken.some((other) => each.start < other.end && other.start < each.end))
      taken.push(each);
  }
  return taken.toSorted((a, b) => a.start - b.start);
}

/** Two stand-ins with nothing between could not be told apart on the way back. */
const joinNeighbours = (found: readonly Found[], text: string): Found[] =>
  found.reduce<Found[]>((joined, each) => {
    const last = joined.at(-1);
    if (last === undefined || last.end < each.start) return [...joined, each];
    const name = text.slice(last.start, each.end);
    return [...joined.slice(0, -1), { start: last.start, end: each.end, kind: 'name', name, of: name, rank: 0 }];
  }, []);

/** To whole words: a stand-in beside a letter could not be told apart from it on the way back. */
function widen(found: Found, text: string): Found {
  let { start, end } = found;
  while (start > 0 && WORDLY.test(text.slice(start - 1, start)) && WORDLY.test(text.slice(start, start + 1)))
    start -= 1;
  while (end < text.length && WORDLY.test(text.slice(end, end + 1)) && WORDLY.test(text.slice(end - 1, end))) end += 1;
  if (start === found.start && end === found.end) return found;
  return { ...found, start, end, name: text.slice(start, end), of: text.slice(start, end) };
}

const WORDLY = /[\p{L}\p{N}\p{M}\p{Cs}]/u;

/** However it is written: "Person", "PERSON", "person". Labels are not: "amount in" is no stand-in. */
export const KIND_WORD = Object.values(STAND_IN_KINDS)
  .map((word) =>
    word
      .split('')
      .map((letter) => `[${letter.toUpperCase()}${letter.toLowerCase()}]`)
      .join(''),
  )
  .join('|');

const LITERAL = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${KIND_WORD})[sS]?[\s_\u00a0-]+${LABEL}(?![\p{L}\p{N}])`,
  'gu',
);

/** Words that happen to look like a stand-in get one, too, or they would be taken for it on the way back. */
const findLiterals = (text: string): Found[] => [...text.matchAll(LITERAL)].map((match) => toFound(match, 'name', 0));

/** Finds the names that are known, whole words, in capitals or not, the longest first. */
export type KnownFinder = (text: string) => Found[];

/** Made once for many texts. Of people's names each part that belongs to one of them alone stands for the whole. */
export function createKnownFinder({ person, system, title }: StandInNames): KnownFinder {
  const wholes = new Map<string, { kind: StandInKind; of: string }>();
  const add = (words: string, kind: StandInKind, of: string): void => {
    const key = words.toLowerCase().replaceAll(/\s+/g, ' ');
    if (words.trim().length > 1 && !wholes.has(key)) wholes.set(key, { kind, of });
  };
  for (const name of person) add(name, 'person', name);
  for (const name of system) add(name, 'system', name);
  for (const name of title) add(name, 'title', name);
  for (const [part, owners] of partsOf(person)) add(part, 'person', owners.length === 1 ? owners[0]! : part);
  if (wholes.size === 0) return () => [];
  const words = [...wholes.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((each) => escapeName(each).replaceAll(/\s+/g, String.raw`\s+`));
  const pattern = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${words.join('|')})(?![\p{L}\p{N}])`, 'giu');
  return (text) =>
    [...text.matchAll(pattern)].map((match) => {
      const known = wholes.get(match[0].toLowerCase().replaceAll(/\s+/g, ' '));
      return { ...toFound(match, known?.kind ?? 'name', 1), of: known?.of ?? match[0] };
    });
}

function partsOf(people: readonly string[]): Map<string, string[]> {
  const owners = new Map<string, string[]>();
  for (const name of new Set(people)) {
    for (const part of name.split(/[\s.]+/)) {
      if (part.length > 2 && !isCommonWord(part.toLowerCase())) owners.set(part, [...(owners.get(part) ?? []), name]);
    }
  }
  return owners;
}

const rules = createRedactor({
  on: RedactionKind.options.filter((kind) => kind !== 'own' && kind !== 'name'),
  own: [],
  isNumbered: false,
});

/** What redaction looks for, where a workspace has switched it off: addresses, numbers of accounts and cards, secrets. */
const findContacts = (text: string): Found[] =>
  rules.find(text).map(({ start, end }) => {
    const name = text.slice(start, end);
    return { start, end, kind: 'contact', name, of: name, rank: 2 };
  });

const ORGANISATION =
  /(?<![\p{L}\p{N}])(?:\p{Lu}[\p{L}\p{N}&’'.-]*\s+(?:(?:&|and|und|of|de)\s+)?){1,4}(?:GmbH(?: & Co\.? KG)?|AG|KG|SE|Ltd\.?|Limited|Inc\.?|Corp\.?|Corporation|LLC|LLP|PLC|plc|S\.?A\.?|S\.?r\.?l\.?|B\.?V\.?|N\.?V\.?|Oy|AB|ApS|GesmbH|e\.V\.|Bank|Versicherung|Group|Holding|Industries|Logistics)(?![\p{L}\p{N}])/gu;

const findOrganisations = (text: string): Found[] =>
  [...text.matchAll(ORGANISATION)].map((match) => toFound(match, 'organisation', 3));

const REFERENCE =
  /(?<![\p{L}\p{N}])(?:#\s?\d{2,}|\p{Lu}{1,5}[-/]?\d{3,}(?:[-/]\d+)*|\p{Lu}{2,5}-\d{2,}(?:-\d+)*|\d{7,}|\d{3,}[-/]\d{3,}(?:[-/]\d+)*)(?![\p{L}\p{N}])/gu;

const findReferences = (text: string): Found[] => [...text.matchAll(REFERENCE)].map((match) => toFound(match, 'id', 4));

const NUMERAL = String.raw`\d[\d.,\u00a0\u202f']*\d|\d`;
const IN_WORDS = `(?:${NUMBER_WORD})(?:(?:[ -]|\\s+and\\s+)(?:${NUMBER_WORD}))*`;
const MONEY = String.raw`(?:[€$£¥]|(?:euros?|dollars?|pounds?|francs?|eur|usd|gbp|chf|bucks|quid|k€|k\$)(?![\p{L}]))`;
const AMOUNT = new RegExp(
  String.raw`(?<=(?:[€$£¥]|\b(?:EUR|USD|GBP|CHF))\s?)(?:${NUMERAL})|(?<![\p{L}\p{N}.,])(?:${NUMERAL}|${IN_WORDS})(?=(?:\s?(?:k|thousand|million|m))?\s?${MONEY})`,
  'giu',
);

/** The number alone: the currency says nothing of anybody, and a model should know what it reads of. */
const findAmounts = (text: string): Found[] => [...text.matchAll(AMOUNT)].map((match) => toFound(match, 'amount', 5));

const CAPITALS = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}\p{N}]*(?:[’'-]\p{L}+)*(?:\s+\p{Lu}[\p{L}\p{N}]*(?:[’'-]\p{L}+)*)*/gu;

/** Words in capitals within a sentence that name no work: customers, places, products, people nobody has named. */
function findCapitals(text: string, usual: ReadonlySet<string>): Found[] {
  const isUsual = (word: string): boolean => {
    const bare = word.toLowerCase().replace(/[’']s$/u, '');
    return bare.length < 2 || usual.has(bare) || isCommonWord(bare) || COMMON_CAPITALS.has(bare);
  };
  return [...text.matchAll(CAPITALS)].flatMap((match) => {
    const words = [...match[0].matchAll(/\S+/gu)];
    const isFirst = /(?:^|[.!?:;"“„(\n])\s*$/u.test(text.slice(0, match.index));
    // What begins a sentence is a name only where more capitals follow it, or nobody knows the word.
    const kept = words.filter(({ 0: word }) => !isUsual(word));
    if (kept.length === 0) return [];
    if (isFirst && words.length === 1 && /^\p{Lu}\p{Ll}+(?:ing|ed|ly|s)$/u.test(match[0])) return [];
    return runsOf(kept, match).map(([start, end]) => {
      const name = text.slice(start, end);
      return { start, end, kind: 'name' as const, name, of: name, rank: 6 };
    });
  });
}

/** Words beside each other make one name. */
function runsOf(words: readonly RegExpExecArray[], within: RegExpExecArray): [start: number, end: number][] {
  const runs: [number, number][] = [];
  for (const word of words) {
    const bare = word[0].replace(/[’']s$/u, '');
    const [start, end] = [within.index + word.index, within.index + word.index + bare.length];
    const last = runs.at(-1);
    const gap = last === undefined ? 'x' : within[0].slice(last[1] - within.index, start - within.index);
    if (last !== undefined && /^\s+$/.test(gap)) last[1] = end;
    else runs.push([start, end]);
  }
  return runs;
}

/** Days, months, languages and short forms of offices: they name nobody. */
const COMMON_CAPITALS: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december english german french po id ok am pm pdf csv sla kpi vat crm erp hr it excel outlook word mail email e-mail faq eta q1 q2 q3 q4'.split(
    ' ',
  ),
);

const toFound = (match: RegExpExecArray, kind: StandInKind, rank: number): Found => ({
  start: match.index,
  end: match.index + match[0].length,
  kind,
  name: match[0],
  of: match[0],
  rank,
});
