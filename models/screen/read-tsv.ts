// In: what Tesseract found on a picture, as tab-separated values. Out: the words worth keeping, in its order.
import type { ScreenWord } from '../../src/domain/evidence.ts';
import type { Band } from './picture.ts';

/** Level of a word; 1 to 4 are page, block, paragraph and line. */
const WORD_LEVEL = '5';
/** Icons and rules are read as letters with less certainty than this; real words seldom are. */
const LEAST_CONFIDENCE = 0.3;

/**
 * Columns as Tesseract writes them: level, page, block, paragraph, line, word, left, top, width, height, confidence from
 * 0 to 100, text (tesseract-ocr.github.io/tessdoc). Boxes become those of the picture that `band` was cut out of and
 * enlarged by `scale`.
 */
export function readTsv(tsv: string, { top }: Band, scale: number): ScreenWord[] {
  return tsv.split('\n').flatMap((line) => {
    const cells = line.split('\t');
    if (cells[0] !== WORD_LEVEL) return [];
    const [left, above, width, height] = cells.slice(6, 10).map((cell) => Math.round(Number(cell) / scale));
    const text = (cells[11] ?? '').trim();
    const confidence = Math.round(Number(cells[10])) / 100;
    if (!isWord(text) || !(confidence >= LEAST_CONFIDENCE)) return [];
    return [{ text, x: left!, y: above! + top, w: width!, h: height!, confidence: Math.min(1, confidence) }];
  });
}

/** Something of it can be said: lines and frames are read as bars and dashes. */
const isWord = (text: string): boolean => /[\p{L}\p{N}€$£%&]/u.test(text);
