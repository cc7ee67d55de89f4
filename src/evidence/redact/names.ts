// Names the process knows: people as corrections and recordings name them. In: the names. Out: a rule that finds them.
import { allMatches } from './all-matches.ts';
import type { Rule } from './span.ts';

/** Whole words, as they are written or in lower case, with an s of the genitive left standing. */
export function createNameRule(names: readonly string[]): Rule {
  const useful = [
    ...new Set(names.map((name) => name.trim()).filter((name) => /^\p{L}[\p{L}\p{M}'’. -]+$/u.test(name))),
  ];
  if (useful.length === 0) return () => [];
  // The longest first, so that "Anna Smith" is not found as "Anna".
  const words = useful
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replaceAll('.', '\\.').replaceAll(/ +/g, '\\s+'));
  const pattern = new RegExp(`(?<![\\p{L}\\d])(?:${words.join('|')})(?![\\p{L}\\d])`, 'giu');
  return function* findNames(text) {
    for (const { index, 0: found } of allMatches(pattern, text))
      yield { start: index, end: index + found.length, kind: 'name', rule: 'name', certainty01: 0.6 };
  };
}
