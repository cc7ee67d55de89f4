// In: a workspace's own patterns. Out: rules that find them; checked before they are kept.
import { allMatches } from './all-matches.ts';
import type { OwnPattern } from '../../domain/redaction.ts';
import { compilePattern } from './patterns/parse-pattern.ts';
import { findMatches } from './patterns/run-pattern.ts';
import type { Rule, Span } from './span.ts';

/**
 * A literal is found wherever it stands; of a list each word by itself, as a whole word; capitals do not matter.
 * @throws redaction/bad-pattern
 */
export function createOwnRule({ as, pattern }: OwnPattern): Rule {
  if (as === 'regex') {
    const states = compilePattern(pattern);
    return function* findOwn(text) {
      for (const { start, end } of findMatches(states, text)) yield own(start, end);
    };
  }
  const words = as === 'literal' ? [pattern] : pattern.split(',').map((word) => word.trim());
  const escaped = words
    .filter((word) => word.length > 0)
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  const any = `(?:${escaped.join('|')})`;
  const found = new RegExp(as === 'literal' ? any : `(?<![\\p{L}\\p{M}\\d_])${any}(?![\\p{L}\\p{M}\\d_])`, 'giu');
  return function* findOwn(text) {
    for (const { index, 0: match } of allMatches(found, text)) yield own(index, index + match.length);
  };
}

/** What a person asked for in so many words is most certain. */
const own = (start: number, end: number): Span => ({ start, end, kind: 'own', rule: 'own', certainty01: 1 });
