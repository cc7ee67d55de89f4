// In: a sentence of a model, with the items it was given. Out: the sentence with its citations, or why it is not said.
import type { EvidenceRef } from '../../../domain/evidence.ts';
import type { GivenItem } from '../item.ts';
import { findWrongClaim } from './check-claims.ts';
import { findStrangeName, type KnownName } from './check-names.ts';
import { findWrongNumber, foldText, readCited } from './check-numbers.ts';
import { findUnsaidWord } from './check-words.ts';
import { findQuotes, findWrongQuote, hasOpenQuote } from './quotes.ts';
import { cover } from './read-quantities.ts';
import { readMarks } from './read-marks.ts';

export interface Checking {
  readonly given: readonly GivenItem[];
  readonly vocabulary: readonly KnownName[];
  readonly question: string;
}

export type Failure = 'uncited' | 'citation' | 'link' | 'quote' | 'number' | 'name' | 'claim' | 'words';

export type Checked =
  | {
      readonly isSaid: true;
      readonly text: string;
      readonly citations: EvidenceRef[];
      readonly items: readonly GivenItem[];
    }
  /** `what` in it failed. */
  | { readonly isSaid: false; readonly text: string; readonly failure: Failure; readonly what: string };

/** Of each sentence the first ones: nobody opens more. */
const MOST_CITED = 5;

/** Addresses, pictures and markup: what a page could open or load. */
const LINK =
  /\bhttps?:|\bwww\.|\bftp:|\b(?:javascript|data|mailto|file):|!?\[[^\]]*\]\s*\(|<\/?[a-z!][^>]*>|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}|\b[\p{L}\p{N}-]+\.(?:com|net|org|io|ai|dev|app|info|biz|co|eu|de|at|ch|uk|us|ru|cn|xyz|site|online|link|ly|me|gg|zip)\b(?:[/:?#]|\b)/iu;

export function checkSentence(sentence: string, { given, vocabulary, question }: Checking): Checked {
  const { text, numbers } = readMarks(sentence);
  const fail = (failure: Failure, what: string): Checked => ({ isSaid: false, text, failure, what });
  const link = LINK.exec(text)?.[0];
  if (link !== undefined) return fail('link', link);
  if (numbers.length === 0) return fail('uncited', '');
  const items = numbers.flatMap((number) => given.find((item) => item.number === number) ?? []);
  if (items.length < numbers.length) {
    return fail('citation', `[${numbers.find((number) => !given.some((item) => item.number === number))}]`);
  }
  const citations = citeInTurn(items);
  if (citations.length === 0) return fail('citation', `[${numbers[0]}]`);
  const failure = findFailure(text, { items, vocabulary, question });
  return failure ? fail(...failure) : { isSaid: true, text, citations, items };
}

interface Context {
  readonly items: readonly GivenItem[];
  readonly vocabulary: readonly KnownName[];
  readonly question: string;
}

function findFailure(text: string, { items, vocabulary, question }: Context): [Failure, string] | undefined {
  if (hasOpenQuote(text)) return ['quote', text];
  const texts = items.flatMap(({ names, told, words }) => [...names, ...told, ...words]);
  const quotes = findQuotes(text);
  const quote = findWrongQuote(quotes, texts);
  if (quote !== undefined) return ['quote', quote];
  const unquoted = cover(text, quotes);
  const number = findWrongNumber(coverNames(unquoted, items), readCited(namedIn(text, items)));
  if (number !== undefined) return ['number', number];
  const name = findStrangeName(unquoted, { texts, vocabulary });
  if (name !== undefined) return ['name', name];
  const claim = findWrongClaim(unquoted, items, text);
  if (claim !== undefined) return ['claim', claim];
  const word = findUnsaidWord(unquoted, items, question);
  return word === undefined ? undefined : ['words', word];
}

/** Where a sentence names what one item is about and nothing of another, the other's numbers are not what it means. */
function namedIn(text: string, items: readonly GivenItem[]): readonly GivenItem[] {
  const folded = foldText(text);
  const isShared = (name: string): boolean => items.every(({ names }) => names.includes(name));
  const isMeant = ({ names }: GivenItem): boolean =>
    names.some((name) => !isShared(name) && folded.includes(foldText(name)));
  if (!items.some(isMeant)) return items;
  return items.filter((item) => item.names.length === 0 || isMeant(item));
}

/** Numbers inside of names are no counts: "SAP S/4HANA 2023", "second level support". */
function coverNames(text: string, items: readonly GivenItem[]): string {
  const names = [...new Set(items.flatMap(({ names: own }) => own))].filter((name) => foldText(name).trim() !== '');
  return names
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, name) => {
      const pattern = name.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`).replaceAll(/\s+/g, String.raw`\s+`);
      const found = [...rest.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'giu'))];
      // A name that is nothing but a number ("3") would hide counts.
      if (/^[\p{N}\s.,]*$/u.test(name)) return rest;
      return cover(
        rest,
        found.map(({ index, 0: words }) => ({ start: index, end: index + words.length })),
      );
    }, text);
}

/** The first of each item, then the second of each, none twice. */
function citeInTurn(items: readonly GivenItem[]): EvidenceRef[] {
  const most = Math.max(0, ...items.map(({ evidence }) => evidence.length));
  const refs = new Map<string, EvidenceRef>();
  for (let at = 0; at < most; at += 1) {
    for (const { evidence } of items) {
      const ref = evidence[at];
      if (ref !== undefined) refs.set(JSON.stringify(ref), ref);
    }
  }
  return [...refs.values()].slice(0, MOST_CITED);
}
