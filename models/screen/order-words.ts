// In: words of a screen in any order. Out: the same line by line from the top, each line from left to right.
import type { ScreenWord } from '../../src/domain/evidence.ts';

/**
 * Rows of a table stay rows: programs made for paper read a table column by column, and on a screen it is the row that
 * says something. Of two columns of prose side by side the lines alternate; screens have few of those.
 */
export function orderWords(words: readonly ScreenWord[]): ScreenWord[] {
  const lines: ScreenWord[][] = [];
  const middle = ({ y, h }: ScreenWord): number => y + h / 2;
  for (const word of words.toSorted((a, b) => middle(a) - middle(b) || a.x - b.x)) {
    const line = lines.at(-1);
    // The middle of a word without tails lies a little higher than that of one with.
    const isLevel = line && middle(word) - middle(line[0]!) < Math.max(word.h, line[0]!.h) / 2;
    if (isLevel) line.push(word);
    else lines.push([word]);
  }
  return lines.flatMap((line) => line.toSorted((a, b) => a.x - b.x || a.y - b.y));
}
