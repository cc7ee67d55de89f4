// In: a text of any length. Out: pieces of it that are about one thing each, so that a match says where to look.

/** A model reads some 200 words at most, and a person who is shown a match reads less. */
const MOST_CHARACTERS = 600;

/**
 * Pieces of the text as they stand in it, in order, without blank edges; none of a blank text. Cut between paragraphs
 * where that is possible, then between sentences, then between words.
 */
export function cutPassages(text: string, most = MOST_CHARACTERS): string[] {
  const passages: string[] = [];
  for (let from = 0; from < text.length; ) {
    const to = text.length - from <= most ? text.length : findCut(text, from, from + most);
    const passage = text.slice(from, to).trim();
    if (passage !== '') passages.push(passage);
    from = to;
  }
  return passages;
}

/** Not in the first half: a heading with a little text is a poor passage. */
function findCut(text: string, from: number, limit: number): number {
  const tail = text.slice(from + Math.floor((limit - from) / 2), limit);
  for (const border of [/\n\s*\n/g, /[.!?。]\s|\n/g, /\s/g]) {
    const last = [...tail.matchAll(border)].at(-1);
    if (last) return limit - tail.length + last.index + last[0].length;
  }
  // No character is torn in two.
  return /[\uD800-\uDBFF]/.test(text[limit - 1] ?? '') ? limit - 1 : limit;
}
