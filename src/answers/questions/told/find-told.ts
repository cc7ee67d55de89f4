// In: what a question wants said. Out: the sentences that say all of it and tell what is asked for, the likeliest first.
import type { AnswerInput } from '../../answer-input.ts';
import { foldWords } from '../../../lib/fold-words.ts';
import { rootOf } from '../../names/same-word.ts';
import { momentAt, type Moment } from '../../tools/search-words.ts';
import { rootsAlike } from '../../words/alike.ts';
import { indexWords, rootsSaid, wordsOf, type WordIndex } from '../../words/word-index.ts';
import type { Candidate, Sought } from './sought.ts';
import { tellsAsked } from './tells-asked.ts';
import type { Wanted, WantedWord } from './wanted.ts';

export interface ToldMoment {
  readonly moment: Moment;
  readonly score: number;
}

export interface FoundTold {
  readonly moments: readonly ToldMoment[];
  /** Words that nobody says in any form. */
  readonly strange: readonly string[];
}

const NOTHING: NonNullable<AnswerInput['said']> = [];

export function findTold(wanted: Wanted, input: AnswerInput): FoundTold {
  const index = indexWords(input.said ?? NOTHING);
  const speakers = speakersOf(input);
  const sought = wanted.words.map((word): Sought => {
    const said =
      word.root === undefined
        ? rootsSaid(word.word, index)
        : [...rootsAlike(word.root)].filter((root) => index.placesOf.has(root));
    const roots = wanted.isNegated ? [...said, ...deniedOf(word.word, index)] : said;
    return {
      ...word,
      roots: new Set(roots),
      places: roots.reduce((sum, root) => sum + (index.placesOf.get(root)?.length ?? 0), 0),
    };
  });
  const spoken = (word: Sought): boolean => [...speakers.values()].some((roots) => isSpeaker(word, roots));
  const strange = sought.filter((word) => word.places === 0 && !spoken(word)).map(({ word }) => word);
  if (strange.length > 0 || sought.length === 0) return { moments: [], strange };
  // "Who checks the checkers?" asks for two things that one word would answer.
  if (new Set(sought.map(({ word }) => rootOf(word))).size < sought.length) return { moments: [], strange };
  const anchors = sought.filter(({ isThing, places }) => !isThing && places > 0);
  const anchor = (
    anchors.length > 0 ? anchors : sought.filter(({ places, isSpeaker: speaks }) => places > 0 && !speaks)
  ).toSorted((a, b) => a.places - b.places)[0];
  if (anchor === undefined) return { moments: [], strange };
  const places = new Set([...anchor.roots].flatMap((root) => index.placesOf.get(root) ?? []));
  const moments = [...places].flatMap((place): ToldMoment[] => {
    const score = scoreOf(place, sought, { index, speakers });
    if (score === 0) return [];
    const candidate = toCandidate(place, index);
    const segments = tellsAsked(wanted, sought, candidate);
    if (segments === 0) return [];
    return [{ moment: momentAt(place, segments, { index, input }), score }];
  });
  return { moments: moments.toSorted((a, b) => b.score - a.score), strange };
}

/** "Not agree" is said as "disagree". */
const deniedOf = (word: string, { placesOf }: WordIndex): string[] =>
  ['un', 'dis', 'in', 'im', 'ir', 'mis', 'non']
    .map((prefix) => rootOf(`${prefix}${word}`))
    .filter((root) => placesOf.has(root));

interface Where {
  readonly index: WordIndex;
  readonly speakers: ReadonlyMap<string, ReadonlySet<string>>;
}

/** In the sentence itself 1, beside it or as who speaks less; 0 where a word is nowhere. */
function scoreOf(place: number, sought: readonly Sought[], { index, speakers }: Where): number {
  const said = index.segments[place]?.said;
  const isSame = (other: number): boolean => index.segments[other]?.said === said;
  let [sum, inside] = [0, 0];
  for (const word of sought) {
    const isAt = (other: number): boolean =>
      isSame(other) &&
      ([...word.roots].some((root) => hasSorted(index.placesOf.get(root) ?? [], other)) ||
        (other !== place && isAsked(word, other, index)));
    if (word.isSpeaker) {
      if (!isSpeaker(word, speakers.get(said?.recordingId ?? '') ?? NO_ROOTS)) return 0;
      sum += 1;
    } else if (isAt(place)) [sum, inside] = [sum + 1, inside + 1];
    else if (isSpeaker(word, speakers.get(said?.recordingId ?? '') ?? NO_ROOTS)) sum += 0.9;
    else if (word.isThing && (isAt(place - 1) || isAt(place + 1))) sum += 0.6;
    else if (word.isThing && isAt(place - 2)) sum += 0.5;
    else return 0;
  }
  // What is beside it alone is another sentence.
  return inside * 2 >= sought.filter((word) => !word.isSpeaker).length ? sum / sought.length : 0;
}

/** What an interviewer says is not told, but it says what is spoken of. */
function isAsked({ word, roots }: Sought, place: number, { segments }: WordIndex): boolean {
  const segment = segments[place]?.said.segments[segments[place].at];
  if (segment?.speaker === undefined) return false;
  const stem = rootOf(word);
  return wordsOf(segment.text).some((each) => roots.has(rootOf(each)) || rootOf(each) === stem);
}

const NO_ROOTS: ReadonlySet<string> = new Set();

const isSpeaker = ({ word, isThing }: WantedWord, roots: ReadonlySet<string>): boolean =>
  isThing && roots.has(rootOf(word));

/** Of each recording, the roots of who speaks in it. */
function speakersOf({ recordings }: AnswerInput): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(
    recordings.map(({ recording: { id, actor, role } }) => [
      id,
      new Set(foldWords(`${actor ?? ''} ${role ?? ''}`).map(({ word }) => rootOf(word))),
    ]),
  );
}

function toCandidate(place: number, index: WordIndex): Candidate {
  const here = index.segments[place];
  const next = index.segments[place + 1];
  return {
    text: here?.said.segments[here.at]?.text ?? '',
    next: next === undefined || next.said !== here?.said ? '' : (next.said.segments[next.at]?.text ?? ''),
  };
}

function hasSorted(list: readonly number[], wanted: number): boolean {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (list[middle]! < wanted) from = middle + 1;
    else to = middle;
  }
  return list[from] === wanted;
}
