// Helpers over clauses: which words a clause says, which sentence they stand in.
import type { Clause } from './clauses.ts';
import type { Parse } from './deeds.ts';
import type { Span } from './evidence.ts';
import type { Word } from './words.ts';

/** Clauses of each sentence, in order. */
export function groupBySentence(parse: Parse): Clause[][] {
  const sentences: Clause[][] = [];
  let last = -1;
  for (const clause of parse.clauses) {
    if (clause.sentence !== last) sentences.push([]);
    sentences.at(-1)?.push(clause);
    last = clause.sentence;
  }
  return sentences;
}

/** The words of a span as one plain string, as said, without a space before punctuation. */
export function sayWords(words: readonly Word[], span: Span): string {
  return words
    .slice(span.from, span.to)
    .map((word) =>
      word.lower === 'i' ? 'I' : /^\p{Lu}/u.test(word.text) && word.pos === 'PROPN' ? word.text : word.lower,
    )
    .join(' ')
    .replace(/ ([,.?!;:%]|'s\b|n't\b|'ll\b|'re\b|'ve\b|'d\b|'m\b)/g, '$1')
    .trim();
}

/** Cuts a span to at most `limit` words. */
export function limitSpan(span: Span, limit: number): Span {
  return { from: span.from, to: Math.min(span.to, span.from + limit) };
}
