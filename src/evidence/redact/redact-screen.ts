// In: words read from a picture, each with its place, and what finds. Out: their text and themselves, cleaned alike.
import type { ScreenWord } from '../../domain/evidence.ts';
import { sayScreen, type SaidWord } from '../../ingest/screen/say-screen.ts';
import { type Replacement, replaceAll } from './redact-text.ts';

export interface ScreenText {
  readonly text: string;
  readonly words: readonly ScreenWord[];
}

/**
 * A card number is four words on a screen, none of which says what it is: it is found in the text, and the words it
 * stands in become one, whose box is around all of them.
 */
export function redactScreen(
  words: readonly ScreenWord[],
  listReplacements: (text: string) => readonly Replacement[],
): ScreenText {
  const said = sayScreen(words);
  const replacements = listReplacements(said.text);
  if (replacements.length === 0) return { text: said.text, words };
  const touching = (start: number, end: number): readonly Replacement[] =>
    replacements.filter((one) => one.start < end && one.end > start);
  const cleaned: ScreenWord[] = [];
  for (let at = 0; at < said.words.length; at += 1) {
    const from = at;
    const first = said.words[at]!;
    let last = first;
    // A word may hold the end of one value and the beginning of another.
    for (;;) {
      const end = Math.max(last.end, ...touching(first.start, last.end).map((one) => one.end));
      const next = said.words[at + 1];
      if (next === undefined || next.start >= end) break;
      last = next;
      at += 1;
    }
    const inside = touching(first.start, last.end).map(({ start, end, by }) => ({
      start: Math.max(0, start - first.start),
      end: Math.min(last.end, end) - first.start,
      by,
    }));
    if (inside.length === 0) cleaned.push(first.word);
    else cleaned.push(join(said.words.slice(from, at + 1), said.text, inside));
  }
  return { text: replaceAll(said.text, replacements), words: cleaned };
}

function join(words: readonly SaidWord[], text: string, inside: readonly Replacement[]): ScreenWord {
  const boxes = words.map(({ word }) => word);
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    text: replaceAll(text.slice(words[0]!.start, words.at(-1)!.end), inside),
    x,
    y,
    w: Math.max(...boxes.map((box) => box.x + box.w)) - x,
    h: Math.max(...boxes.map((box) => box.y + box.h)) - y,
    confidence: Math.min(...boxes.map((box) => box.confidence)),
  };
}
