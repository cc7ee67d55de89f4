// Fillers, restarts and self-corrections are masked: the words are skipped, the text is never rewritten.
import cues from './data/mask.json' with { type: 'json' };
import type { Word } from './words.ts';

const FILLERS: readonly (readonly string[])[] = cues.fillers.map((filler) => filler.split(' '));
const REPAIRS: readonly (readonly string[])[] = cues.repairs.map((repair) => repair.split(' '));
const FILLERS_BY_FIRST = groupByFirst(FILLERS);
const REPAIRS_BY_FIRST = groupByFirst(REPAIRS);
const HEDGES: ReadonlySet<string> = new Set(cues.hedges);
const MAX_RESTART = 4;
const MAX_REPAIR_BACK = 9;

/** Returns the words that were meant, in order. Linear in the number of words. */
export function maskWords(all: readonly Word[]): Word[] {
  const spoken = dropFillers(all);
  return dropRestarts(dropRepairs(spoken));
}

function dropFillers(all: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (let at = 0; at < all.length; at += 1) {
    const word = all[at];
    if (!word) continue;
    const length = fillerLength(all, at, kept);
    if (length > 0) {
      at += length - 1;
      // A comma on both sides of a filler belongs to the filler.
      if (kept.at(-1)?.text === ',' && all[at + 1]?.text === ',') at += 1;
    } else kept.push(word);
  }
  return kept;
}

function fillerLength(all: readonly Word[], at: number, kept: readonly Word[]): number {
  const word = all[at];
  if (!word) return 0;
  if (word.pos === 'INTJ' && !cues.keptInterjections.includes(word.lower)) return 1;
  const after = all[at + 1];
  if (word.lower === 'like' && isFillerLike(kept.at(-1), after)) return 1;
  if (HEDGES.has(`${word.lower} ${after?.lower ?? ''}`)) {
    const next = all[at + 2];
    if (word.pos === 'X') return 2;
    return next && (next.pos === 'VERB' || next.pos === 'ADJ' || next.pos === 'ADV') ? 2 : 0;
  }
  return phraseLength(all, at, FILLERS_BY_FIRST);
}

/** "like" is a filler before numbers and after a comma, a verb of doing or a conjunction; not after "look" or "feel". */
function isFillerLike(before: Word | undefined, after: Word | undefined): boolean {
  if (!before || !after) return true;
  if (before.pos === 'VERB' && /^(look|feel|sound|seem|be)$/.test(before.lemma)) return false;
  return after.pos === 'NUM' || before.text === ',' || before.pos === 'CCONJ' || after.text === ',';
}

/** "the crate, I mean, sorry, the pallet": what stands before the marker is taken back. */
function dropRepairs(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (!word) continue;
    const end = repairEnd(words, at);
    if (end === at) kept.push(word);
    else {
      const resumed = words[end];
      if (resumed && !endsSentence(kept.at(-1))) cutBack(kept, resumed);
      at = end - 1;
    }
  }
  return kept;
}

/** Where speech resumes after one or more markers ("I mean, sorry, not the crate,"); `at` itself when there is none. */
function repairEnd(words: readonly Word[], at: number): number {
  let end = at;
  for (let length = phraseLength(words, end, REPAIRS_BY_FIRST); length > 0; ) {
    end += length;
    while (words[end]?.text === ',') end += 1;
    length = phraseLength(words, end, REPAIRS_BY_FIRST);
  }
  if (end === at) return at;
  if (words[end]?.lower === 'not' || words[end]?.lower === 'no') {
    const comma = words.slice(end, end + 6).findIndex((word) => word.text === ',');
    if (comma > 0) end += comma + 1;
  }
  return end;
}

/** Takes back to the word speech resumes with, or the last noun phrase when it resumes with a new one. */
function cutBack(kept: Word[], resumed: Word): void {
  while (kept.at(-1)?.text === ',') kept.pop();
  const from = Math.max(0, kept.length - MAX_REPAIR_BACK);
  for (let at = kept.length - 1; at >= from; at -= 1) {
    if (endsSentence(kept[at])) break;
    if (kept[at]?.lower === resumed.lower) {
      kept.length = at;
      return;
    }
  }
  if (!['DET', 'NOUN', 'PROPN', 'NUM', 'ADJ'].includes(resumed.pos)) return;
  while (['NOUN', 'PROPN', 'ADJ', 'NUM'].includes(kept.at(-1)?.pos ?? '')) kept.pop();
  if (kept.at(-1)?.pos === 'DET') kept.pop();
}

/** "on the, on the top shelf": the first try goes. Without a comma only articles and prepositions can repeat. */
function dropRestarts(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    kept.push(word);
    const length = restartLength(kept);
    if (length > 0) kept.splice(kept.length - length.valueOf(), length);
  }
  return kept;
}

/** How many of the last words repeat, word for word, what was said just before them. */
function restartLength(kept: readonly Word[]): number {
  for (let length = MAX_RESTART; length >= 1; length -= 1) {
    const end = kept.length;
    const comma = kept[end - length - 1]?.text === ',';
    const gap = comma ? 1 : 0;
    const first = end - length * 2 - gap;
    if (first < 0) continue;
    let same = true;
    for (let at = 0; at < length && same; at += 1) {
      const early = kept[first + at];
      same = early?.lower === kept[end - length + at]?.lower && early?.pos !== 'PUNCT' && early?.pos !== 'NUM';
    }
    if (!same) continue;
    const opening = kept[first];
    const canRepeat = ['DET', 'ADP', 'SCONJ', 'CCONJ', 'AUX'].includes(opening?.pos ?? '');
    if (comma ? length > 1 || canRepeat || opening?.pos === 'PRON' : canRepeat || length > 1) return length + gap;
  }
  return 0;
}

function endsSentence(word: Word | undefined): boolean {
  return word === undefined || /^[.?!]$/.test(word.text);
}

function phraseLength(words: readonly Word[], at: number, byFirst: ReadonlyMap<string, readonly string[][]>): number {
  const first = words[at];
  if (!first) return 0;
  for (const phrase of byFirst.get(first.lower) ?? []) {
    if (phrase.every((part, place) => words[at + place]?.lower === part)) return phrase.length;
  }
  return 0;
}

function groupByFirst(phrases: readonly (readonly string[])[]): ReadonlyMap<string, readonly string[][]> {
  const groups = new Map<string, string[][]>();
  const longestFirst = [...phrases].sort((a, b) => b.length - a.length);
  for (const phrase of longestFirst) {
    const first = phrase[0] ?? '';
    groups.set(first, [...(groups.get(first) ?? []), [...phrase]]);
  }
  return groups;
}
