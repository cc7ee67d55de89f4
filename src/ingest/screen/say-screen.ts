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

/** A blank between words, a tab where they stand as far apart as columns do, a line break where a new line begins. */
export function sayScreen(words: readonly ScreenWord[]): SaidScreen {
  const said: SaidWord[] = [];
  let text = '';
  let last: ScreenWord | undefined;
  for (const word of words) {
    if (last) text += separate(last, word);
    said.push({ word, start: text.length, end: text.length + word.text.length });
    text += word.text;
    last = word;
  }
  return { text, words: said };
}

function separate(last: ScreenWord, next: ScreenWord): ' ' | '\t' | '\n' {
  const isFurther = next.x >= last.x + last.w / 2;
  const isLevel = Math.abs(next.y + next.h / 2 - last.y - last.h / 2) < Math.max(last.h, next.h);
  if (!isFurther || !isLevel) return '\n';
  return next.x - last.x - last.w > 2 * Math.max(last.h, next.h) ? '\t' : ' ';
}
