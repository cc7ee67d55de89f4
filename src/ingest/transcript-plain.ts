// In: what somebody wrote down, as plain text. Out: sentences with the times at which they would have been said.
import type { Speech, TranscriptDraft } from './transcript-draft.ts';

// 150 words a minute is an unhurried talk; a short breath stands between two sentences.
const WORD_MS = 400;
const PAUSE_MS = 400;

/** Each sentence or line is one stretch of speech; lines broken at the page's width are joined first. */
export function readPlainText(text: string): TranscriptDraft {
  let atMs = 0;
  const speech: Speech[] = splitParagraphs(text)
    .flatMap(splitSentences)
    .map((sentence) => {
      const startMs = atMs;
      const endMs = startMs + sentence.split(/\s+/).length * WORD_MS;
      atMs = endMs + PAUSE_MS;
      return { startMs, endMs, text: sentence };
    });
  return {
    speech,
    events: [],
    warnings: ['plain text has no times; they are estimated at 150 words a minute'],
  };
}

/** Paragraphs of wrapped text, and the single lines of everything else. */
const splitParagraphs = (text: string): string[] =>
  text.split(/(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/).flatMap((block) => {
    const lines = block.split(/\r\n|\r|\n/).map((line) => line.trim());
    const filled = lines.filter((line) => line !== '');
    return isWrapped(filled) ? [filled.join(' ')] : filled;
  });

// Wrapped lines are about as long as each other and mostly break inside a sentence.
function isWrapped(lines: readonly string[]): boolean {
  const full = lines.slice(0, -1);
  if (full.length === 0) return false;
  const longest = Math.max(...full.slice(0, 1000).map((line) => line.length));
  const isFull = full.every((line) => line.length > longest * 0.7);
  const ended = full.filter((line) => /[.!?:;]["')\]]?$/.test(line)).length;
  return longest >= 50 && longest <= 120 && isFull && ended * 2 < full.length + 1;
}

/** A sentence ends at . ! or ? before white space and a capital, a digit or a quotation mark. */
const splitSentences = (paragraph: string): string[] =>
  paragraph
    .split(/(?<=[.!?]["')\]]?)\s+(?=["'(]?[\p{Lu}\p{N}])/u)
    .map((sentence) => sentence.replaceAll(/\s+/g, ' ').trim())
    .filter((sentence) => sentence !== '');
