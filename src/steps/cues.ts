// Cue words: finding any of many phrases in one pass over the words.
import { numberOf } from './durations.ts';
import type { Span } from './evidence.ts';
import type { Word } from './words.ts';

export type Cues = ReadonlyMap<string, readonly (readonly string[])[]>;

export interface CueHit extends Span {
  readonly cue: string;
}

/** Indexes phrases by their first word. "doesn't" matches the two words "does" "n't". */
export function buildCues(phrases: readonly string[]): Cues {
  const byFirst = new Map<string, (readonly string[])[]>();
  for (const phrase of phrases) {
    const parts = splitPhrase(phrase);
    const first = parts[0];
    if (first === undefined) continue;
    byFirst.set(
      first,
      [...(byFirst.get(first) ?? []), parts].sort((a, b) => b.length - a.length),
    );
  }
  return byFirst;
}

function splitPhrase(phrase: string): string[] {
  return phrase
    .replace(/can't/g, "ca n't")
    .replace(/won't/g, "wo n't")
    .replace(/(\w)n't/g, "$1 n't")
    .replace(/(\w)'(s|re|ve|ll|d|m)\b/g, "$1 '$2")
    .split(/\s+/)
    .filter((part) => part !== '');
}

/** The longest cue at each place of the span, left to right, without overlaps. */
export function findCues(words: readonly Word[], cues: Cues, span: Span): CueHit[] {
  const hits: CueHit[] = [];
  for (let at = span.from; at < span.to; at += 1) {
    const candidates = cues.get(words[at]?.lower ?? '') ?? [];
    const match = candidates.find(
      (parts) =>
        at + parts.length <= span.to && parts.every((part, place) => fits(part, words[at + place]?.lower ?? '')),
    );
    if (!match) continue;
    hits.push({
      cue: match.join(' ').replaceAll(" n't", "n't").replaceAll(" 's", "'s"),
      from: at,
      to: at + match.length,
    });
    at += match.length - 1;
  }
  return hits;
}

/** "*" is any word, "#" a number above one. */
function fits(part: string, word: string): boolean {
  if (part === '*') return /\p{L}/u.test(word);
  return part === '#' ? (numberOf(word) ?? 0) > 1 : part === word;
}
