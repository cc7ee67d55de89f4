// In: the words sought, and the texts that have each form of them. Out: the texts that answer them best.
import { BestRows } from '../../lib/best-rows.ts';
import type { SoughtWord } from './vocabulary.ts';

export interface TextRows {
  /** How long each text is, in any unit; a row is a place in here. */
  readonly lengths: Uint32Array;
  /** The rows of the texts that have exactly this word, in any order. */
  rowsWith(word: string): Uint32Array;
}

export interface RankedText {
  readonly row: number;
  readonly score: number;
  readonly hasAllWords: boolean;
}

// BM25 (Robertson and Zaragoza 2009) with its usual k1. b is less than usual: cues of a transcript are cut by breath,
// not by subject. How often a word comes within a text is left out; in texts this short it is once.
const K1 = 1.2;
const B = 0.4;

/**
 * Texts with more of the words first, and rare words count more; of the forms of one word only the nearest counts.
 * Reads every text that has any of the words, a few nanoseconds each.
 */
export function rankTexts(
  sought: readonly SoughtWord[],
  texts: TextRows,
  { count, allows }: { readonly count: number; readonly allows?: ((row: number) => boolean) | undefined },
): RankedText[] {
  const total = texts.lengths.length;
  const scores = new Float32Array(total);
  const has = new Uint32Array(total);
  // A word that no text has in any form is no reason to hold back those that have all the others.
  const found = sought.filter(({ forms }) => forms.length > 0).slice(0, MOST_WORDS);
  for (const [at, { forms }] of found.entries()) {
    const inTexts = Math.min(
      total,
      forms.reduce((sum, form) => sum + form.texts, 0),
    );
    const rarity = Math.log(1 + (total - inTexts + 0.5) / (inTexts + 0.5));
    for (const { word, weight } of forms)
      addForm(texts.rowsWith(word), { scores, has, bit: 1 << at, score: rarity * weight });
  }
  const meanLength = mean(texts.lengths);
  const all = found.length === sought.length ? (2 ** found.length - 1) >>> 0 : Number.NaN;
  const best = new BestRows(count);
  for (let row = 0; row < total; row += 1) {
    if (has[row] === 0 || (allows && !allows(row))) continue;
    const length = texts.lengths[row]! / meanLength;
    best.offer(row, (scores[row]! * (K1 + 1)) / (1 + K1 * (1 - B + B * length)));
  }
  return best.list().map(({ row, score }) => ({ row, score, hasAllWords: has[row] === all }));
}

/** One bit each. */
const MOST_WORDS = 31;

interface Tally {
  readonly scores: Float32Array;
  readonly has: Uint32Array;
  readonly bit: number;
  readonly score: number;
}

function addForm(rows: Uint32Array, { scores, has, bit, score }: Tally): void {
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    const known = has[row]!;
    if ((known & bit) !== 0) continue;
    has[row] = known | bit;
    scores[row]! += score;
  }
}

function mean(lengths: Uint32Array): number {
  let sum = 0;
  for (let at = 0; at < lengths.length; at += 1) sum += lengths[at]!;
  return Math.max(1, sum / Math.max(1, lengths.length));
}
