// A text as a vector of how it is spelt: no model, no download, the same on every machine.
import { foldWords } from './fold-words.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { stemWord } from './stem-word.ts';

/** Changes when any vector would come out differently; stored with vectors, so that others are made anew. */
export const LEXICAL_VERSION = 1;

/**
 * A vector of unit length (zeros for a text without words), so that the dot product of two says how alike the texts are
 * spelt: stems, the three and four letters in a row of which words are made (they outlive a slip, and join "receipt" to
 * "receipts" in any language), and stems that follow each other. Features are hashed with a sign, so that what falls
 * together by chance cancels out (Weinberger et al. 2009, "Feature hashing for large scale multitask learning"); two
 * texts that share nothing come out at 0 ± 1/√dimensions. A Hadamard transform spreads each feature over all numbers,
 * which leaves every likeness as it is and makes the signs of the numbers tell something.
 * @param dimensions a power of two
 */
export function lexicalVector(text: string, dimensions = 256): Float32Array {
  const hashed = new Float64Array(dimensions);
  for (const [feature, weight] of listFeatures(text)) {
    const hash = hashText(feature);
    hashed[hash & (dimensions - 1)] = (hashed[hash & (dimensions - 1)] ?? 0) + (hash < 0 ? -weight : weight);
  }
  return toUnit(spread(hashed));
}

const WEIGHTS = { word: 1, letters: 1, pair: 0.4, functionWord: 0.15 } as const;

/** Each feature with its weight; one that comes twice counts √2 times as much. */
function listFeatures(text: string): [feature: string, weight: number][] {
  const weights = new Map<string, { weight: number; count: number }>();
  const add = (feature: string, weight: number): void => {
    const known = weights.get(feature);
    if (known) known.count += 1;
    else weights.set(feature, { weight, count: 1 });
  };
  let previous: string | undefined;
  for (const { word } of foldWords(text)) {
    const stem = stemWord(word);
    const isFunctionWord = FUNCTION_WORDS.has(word);
    add(stem, isFunctionWord ? WEIGHTS.functionWord : WEIGHTS.word);
    if (isFunctionWord) continue;
    const rows = /\p{L}/u.test(word) ? lettersOf(word) : [];
    // Together they weigh the same whether a word is short or long.
    for (const letters of rows) add(letters, WEIGHTS.letters / Math.sqrt(rows.length));
    if (previous !== undefined) add(`${previous} ${stem}`, WEIGHTS.pair);
    previous = stem;
  }
  return [...weights].map(([feature, { weight, count }]) => [feature, weight * Math.sqrt(count)]);
}

/** Three and four letters in a row, with the borders of the word; a number is only ever the whole number. */
function lettersOf(word: string): string[] {
  const bordered = `<${word}>`;
  const rows: string[] = [];
  for (const length of [3, 4]) {
    for (let at = 0; at + length <= bordered.length; at += 1) rows.push(`_${bordered.slice(at, at + length)}`);
  }
  return rows;
}

/** 32 bits, the topmost of which is a fair sign: FNV-1a over UTF-16 units, then mixed. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}

/** The fast Walsh and Hadamard transform, in place: sums and differences of pairs ever farther apart. */
function spread(values: Float64Array): Float64Array {
  for (let half = 1; half < values.length; half *= 2) {
    for (let from = 0; from < values.length; from += 2 * half) {
      for (let at = from; at < from + half; at += 1) {
        const [one, other] = [values[at] ?? 0, values[at + half] ?? 0];
        values[at] = one + other;
        values[at + half] = one - other;
      }
    }
  }
  return values;
}

function toUnit(values: Float64Array): Float32Array {
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
  return Float32Array.from(values, (value) => (length === 0 ? 0 : value / length));
}
