// In: screens that have been read, and one more. Out: those worth comparing the next with: each window once, newest first.
import type { ScreenWord } from '../../domain/evidence.ts';

interface Screen {
  readonly words: readonly ScreenWord[];
}

/** People go to and fro between a few windows; each more is a picture to compare with. */
const MOST_REMEMBERED = 6;
/** A screen of which so much stands on a newer one as well is the same window as it was. */
const SAME_SHARE = 0.6;

/** The newest first; what the new one took the place of is forgotten. */
export function rememberScreen<Known extends Screen>(known: readonly Known[], screen: Known): Known[] {
  const standing = new Set(screen.words.map(keyOf));
  const isOther = ({ words }: Known): boolean =>
    words.filter((word) => standing.has(keyOf(word))).length < SAME_SHARE * words.length;
  return [screen, ...known.filter(isOther)].slice(0, MOST_REMEMBERED);
}

/** A word that stands where it stood is kept once: from picture to picture few are others, and a day has thousands. */
export function shareWords(words: readonly ScreenWord[], known: readonly Screen[]): ScreenWord[] {
  const earlier = new Map(known.flatMap((screen) => screen.words.map((word) => [keyOf(word), word] as const)));
  return words.map((word) => earlier.get(keyOf(word)) ?? word);
}

const keyOf = ({ text, x, y, w, h, confidence }: ScreenWord): string => `${text}\n${x} ${y} ${w} ${h} ${confidence}`;
