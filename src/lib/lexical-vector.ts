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
  const sums = new Float64Array(dimensions);
  const add = (hash: number, weight: number): void => {
    sums[hash & (dimensions - 1)]! += hash < 0 ? -weight : weight;
  };
  let previous: string | undefined;
  for (const { word } of foldWords(text)) {
    const stem = stemWord(word);
    const isFunctionWord = FUNCTION_WORDS.has(word);
    add(hashText(stem), isFunctionWord ? WEIGHTS.functionWord : WEIGHTS.word);
    if (isFunctionWord) continue;
    if (/\p{L}/u.test(word)) addLetters(word, add);
    if (previous !== undefined) add(hashText(`${previous} ${stem}`), WEIGHTS.pair);
    previous = stem;
  }
  return toUnit(spread(sums));
}

const WEIGHTS = { word: 1, letters: 1, pair: 0.4, functionWord: 0.15 } as const;
const ROW_LENGTHS = [3, 4] as const;

/**
 * Three and four letters in a row, with the borders of the word; together they weigh the same whether a word is short or
 * long. Not of numbers: one is another as soon as a digit differs.
 */
function addLetters(word: string, add: (hash: number, weight: number) => void): void {
  const bordered = `<${word}>`;
  const rows = ROW_LENGTHS.reduce((sum, length) => sum + Math.max(0, bordered.length - length + 1), 0);
  const weight = WEIGHTS.letters / Math.sqrt(rows);
  for (const length of ROW_LENGTHS) {
    for (let at = 0; at + length <= bordered.length; at += 1) add(hashText(bordered, at, at + length), weight);
  }
}

/** 32 bits, the topmost of which is a fair sign: FNV-1a over UTF-16 units, then mixed. */
function hashText(text: string, from = 0, to = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}

/** The fast Walsh and Hadamard transform, in place: sums and differences of pairs ever farther apart. */
function spread(values: Float64Array): Float64Array {
  for (let half = 1; half < values.length; half *= 2) {
    for (let from = 0; from < values.length; from += 2 * half) {
      for (let at = from; at < from + half; at += 1) {
        const one = values[at]!;
        const other = values[at + half]!;
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
