// What stands in quotation marks: the words of somebody, or a name.
import { foldText } from './check-numbers.ts';

export interface Quote {
  readonly start: number;
  readonly end: number;
  readonly words: string;
}

/** Single marks count as such only around words that do not begin inside one: "the customer's order" holds none. */
const QUOTES =
  /“([^“”]*)”|„([^“”„]*)[“”]|"([^"]*)"|«([^«»]*)»|(?<![\p{L}\p{N}])[‘']([^‘’']*(?:(?<=\p{L})['’](?=\p{L})[^‘’']*)*)['’](?![\p{L}\p{N}])/gu;

export function findQuotes(text: string): Quote[] {
  return [...text.matchAll(QUOTES)].map(({ index, 0: whole, ...groups }) => ({
    start: index,
    end: index + whole.length,
    words: [groups[1], groups[2], groups[3], groups[4], groups[5]].find((each) => each !== undefined) ?? '',
  }));
}

/** A quotation mark that opens and is never closed hides what is quoted. */
export const hasOpenQuote = (text: string): boolean =>
  (text.match(/"/g)?.length ?? 0) % 2 === 1 || /“[^”]*$/.test(text);

/**
 * The first quote that does not stand, word by word, in one of the texts. What is left out ("…") may be left out of one
 * text, not between two.
 */
export function findWrongQuote(quotes: readonly Quote[], texts: readonly string[]): string | undefined {
  const folded = texts.map(foldText);
  return quotes.find(({ words }) => !folded.some((text) => holdsInOrder(text, words.split(/…|\.\.\.|\[[^\]]*\]/))))
    ?.words;
}

function holdsInOrder(text: string, parts: readonly string[]): boolean {
  let from = 0;
  let held = 0;
  for (const part of parts.map(foldText).filter((each) => each.trim() !== '')) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length - 1;
    held += 1;
  }
  return held > 0;
}
