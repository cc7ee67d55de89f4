// In: the text of a model as it comes, piece by piece. Out: whole sentences with their citations; headings and markup go.

export interface Splitter {
  /** Sentences that are whole now. */
  add(text: string): string[];
  /** What is left when nothing more comes. */
  end(): string[];
}

/** Letters that are not seen, or turn the way text runs: they hide words from whoever reads. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;

/** Keeps what may still go on: a citation often stands behind the full stop. */
export function createSplitter(): Splitter {
  let held = '';
  const take = (isEnd: boolean): string[] => {
    const sentences: string[] = [];
    for (;;) {
      const end = findEnd(held, isEnd);
      if (end === undefined) break;
      sentences.push(...tidy(held.slice(0, end)));
      held = held.slice(end);
    }
    if (isEnd) {
      sentences.push(...tidy(held));
      held = '';
    }
    return sentences;
  };
  return {
    add: (text) => {
      held += text.replaceAll(UNSEEN, '').replaceAll('\r', '');
      return take(false);
    },
    end: () => take(true),
  };
}

const MARKS = /^(?:\s*(?:\[|【)[^[\]【】\n]{1,30}(?:\]|】))+[.!?]?/;
const SHORT =
  /(?:\b(?:e\.g|i\.e|etc|approx|ca|vs|no|nos|mr|mrs|ms|dr|prof|st|inc|ltd|co|corp|min|max|avg|z\.b|d\.h|bzw|fig|dept))$/iu;

/** Where the first sentence is over; undefined while that cannot be known. */
function findEnd(text: string, isEnd: boolean): number | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '\n') return at + 1;
    if (sign !== '.' && sign !== '!' && sign !== '?') continue;
    if (sign === '.' && isInside(text, at)) continue;
    let end = at + 1;
    while (end < text.length && /[.!?”"’')*_]/.test(text[end] ?? '')) end += 1;
    if (isQuoting(text.slice(0, end))) continue;
    const rest = text.slice(end);
    const marks = MARKS.exec(rest)?.[0].length ?? 0;
    const after = rest.slice(marks);
    // Nobody can say yet whether a citation, one more, or the rest of a number comes behind it.
    if (!isEnd && !after.includes('\n') && /^\s*$|^\s*(?:\[|【)[^\]】]*$/.test(after)) return undefined;
    if (marks === 0 && rest !== '' && !/^\s/.test(rest)) continue;
    return end + marks;
  }
  return undefined;
}

/** What is quoted may have several sentences. */
const isQuoting = (text: string): boolean => /“[^”]*$/.test(text) || (text.match(/"/g)?.length ?? 0) % 2 === 1;

/** A point in a number, an abbreviation or an initial ends nothing. */
function isInside(text: string, at: number): boolean {
  const [before, after] = [text.slice(0, at), text.slice(at + 1)];
  if (/\d$/.test(before) && /^\d/.test(after)) return true;
  // "1. Enter the order": the number of a list.
  if (/(?:^|\n)\s*\d{1,2}$/.test(before)) return true;
  if (/(?:^|[\s(])\p{Lu}$/u.test(before) && /^\s+\p{Lu}/u.test(after)) return true;
  return SHORT.test(before.replace(/\.(?=\p{L}$)/u, '.')) && !/^\s*$/.test(after) && !/^\s+[\p{Lu}“"]/u.test(after);
}

/** Without what only a page would show: bullets, stars, code marks. Headings, rules and fences are no sentences. */
function tidy(raw: string): string[] {
  const line = raw.trim();
  if (/^(?:#{1,6}\s|```|~~~|[-*_=|]{3,}\s*$)/.test(line)) return [];
  const text = line
    .replace(/^(?:>\s*)+/, '')
    .replace(/^(?:[-*•–]|\d{1,2}[.)])\s+/, '')
    .replace(/^#{1,6}\s+/, '')
    .replaceAll(/\*\*|__|`/g, '')
    .replaceAll(/(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])/gu, '')
    .trim();
  return text === '' || /^[\p{P}\p{S}\s]*$/u.test(text) ? [] : [text];
}

const POLITE =
  /^(?:sure|certainly|of course|okay|ok|great|good|thanks|thank you|absolutely|yes|no problem|happy to|i(?:['’]ll| will| can| have| hope|['’]ve| am|['’]m)\b|let me|let['’]s|here(?: is| are|['’]s)|in (?:summary|short|conclusion)|to summari[sz]e|to answer|based on|please|hope|feel free|if you (?:want|need|would|have)|would you|do you|note that i|as an? |according to the (?:tools?|results?|data)[^.]{0,10}:?$)/i;

/** Talk around an answer, and headings: they claim nothing of the process, so they go without being counted. */
export function isTalk(text: string): boolean {
  if (/\p{N}/u.test(text)) return false;
  if (/:$/.test(text) && text.length <= 80) return true;
  if (!/[.!?:;]["”’')\]]*$/.test(text) && text.split(/\s+/).length <= 6) return true;
  return POLITE.test(text) && text.length <= 200;
}
