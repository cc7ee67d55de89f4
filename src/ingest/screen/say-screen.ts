// In: words read from a picture, in the order in which one reads them. Out: their text, line by line.
import type { ScreenWord } from '../../domain/evidence.ts';

export interface SaidWord {
  readonly word: ScreenWord;
  /** Where it stands in the text: `text.slice(start, end) === word.text`. */
  readonly start: number;
  readonly end: number;
}

export interface SaidScreen {
  readonly text: string;
  readonly words: readonly SaidWord[];
}

/** A blank between words, a line break where the next one is not further to the right on the same height. */
export function sayScreen(words: readonly ScreenWord[]): SaidScreen {
  const said: SaidWord[] = [];
  let text = '';
  let last: ScreenWord | undefined;
  for (const word of words) {
    if (last) text += follows(last, word) ? ' ' : '\n';
    said.push({ word, start: text.length, end: text.length + word.text.length });
    text += word.text;
    last = word;
  }
  return { text, words: said };
}

/** Columns of a table stand far apart and are one line all the same: people read them so. */
function follows(last: ScreenWord, next: ScreenWord): boolean {
  const middle = next.y + next.h / 2;
  const isLevel = middle > last.y - last.h / 2 && middle < last.y + 1.5 * last.h;
  return isLevel && next.x >= last.x + last.w / 2;
}
