// Words as they are compared: without capitals and accents, with their places in the text.

export interface FoldedWord {
  /** Lower case, without accents: "Überweisung" gives "uberweisung". */
  readonly word: string;
  /** In UTF-16 units of the text, the end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** The words of a text in order; a word is a run of letters and digits, as SQLite's unicode61 cuts them. */
export function foldWords(text: string): FoldedWord[] {
  const words: FoldedWord[] = [];
  for (const { 0: raw, index } of text.matchAll(WORD))
    words.push({ word: foldWord(raw), start: index, end: index + raw.length });
  return words;
}

/** One word as it is compared. */
export function foldWord(raw: string): string {
  const lower = raw.toLowerCase();
  // Most words need no more, and normalising them takes most of the time.
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .normalize('NFC');
}

// A mark belongs to its letter: text that comes from a Mac writes "é" as two characters.
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{Mn}]*/gu;
const PLAIN = /^[a-z0-9]+$/;
