// In: a question as typed. Out: what each of its words does in it: names, concepts, a period, and what is left over.
import type { LogSlice } from '../../domain/comparison.ts';
import type { NameKind } from '../../domain/answer.ts';
import { foldWords } from '../../lib/fold-words.ts';
import { findNames, type NameSpan, type QuestionWord } from '../names/find-names.ts';
import type { GraphName } from '../names/list-names.ts';
import { rootOf, sameWord01 } from '../names/same-word.ts';
import { type Concept, CONCEPT_WORDS, findConcepts, isConcept } from './concepts.ts';
import { isFiller } from './fillers.ts';
import { type LogTimes, readPeriod } from './read-period.ts';

export interface NamedSpan {
  readonly names: Readonly<Partial<Record<NameKind, string>>>;
  readonly lead: string | null;
  /** As it was typed. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

export interface Reading {
  readonly text: string;
  readonly words: readonly QuestionWord[];
  readonly spans: readonly NamedSpan[];
  readonly concepts: ReadonlySet<Concept>;
  /** Words with their concepts, to say what a question is about besides its concept. */
  readonly conceptOf: ReadonlyMap<number, readonly Concept[]>;
  readonly slice: Pick<LogSlice, 'fromMs' | 'toMs'> | null;
  /** "top 3", "variant 2". */
  readonly number: number | null;
  /** Words that are nothing of all this, as typed: the question is about something that is not there. */
  readonly unknown: readonly { readonly at: number; readonly text: string }[];
  /** Begins as one that goes on from another. */
  readonly goesOn: boolean;
}

export interface ReadingOptions {
  readonly names: readonly GraphName[];
  readonly times?: LogTimes | undefined;
  /** Whether a word that may be a name and may say what is asked for ("path") says what is asked for. */
  readonly prefersConcepts?: boolean;
}

export function readQuestion(question: string, { names, times, prefersConcepts = false }: ReadingOptions): Reading {
  const text = spellOut(question);
  const folded = foldWords(text);
  const known = names.flatMap((name) => name.words);
  const words = folded.map(({ word }) => toWord(word, known));
  const stems = words.map(({ stem }) => stem);
  const typed = (at: number): string => text.slice(folded[at]!.start, folded[at]!.end);
  const period = readPeriod(
    words.map(({ word }) => word),
    times,
  );
  const isTaken = (at: number): boolean => period?.words.includes(at) ?? false;
  const all = findConcepts(stems);
  const asks = (at: number): boolean => prefersConcepts && all.some(({ from, to }) => at >= from && at < to);
  const nameable = words.map((word, at) => (isTaken(at) || asks(at) ? NO_NAME : word));
  const direct = findNames(nameable, names);
  const found = dropRepeated(shareObjects(direct, words, names));
  // Of several words that ask for something one may be a name ("judgement call"); a word that asks for something is no
  // part of a name by itself.
  const spans = found.filter(
    (span) =>
      !all.some(
        (each) =>
          each.from <= span.from &&
          span.to <= each.to &&
          (each.to - each.from > span.to - span.from || span.share01 < 1),
      ),
  );
  const inSpan = (at: number): boolean => [...spans, ...direct].some(({ from, to }) => at >= from && at < to);
  const concepts = all.filter(
    ({ from, to }) =>
      !spans.some((span) => span.from < to && from < span.to && (span.to - span.from > 1 || span.share01 === 1)) &&
      !nextTo(spans, { from, to }, all),
  );
  const conceptOf = new Map<number, Concept[]>();
  for (const { concept, from, to } of all)
    for (let at = from; at < to; at += 1) conceptOf.set(at, [...(conceptOf.get(at) ?? []), concept]);
  const unknown = words.flatMap(({ isFiller: filler, word }, at) =>
    filler || inSpan(at) || isTaken(at) || conceptOf.has(at) || /^\d{1,2}$/.test(word) ? [] : [{ at, text: typed(at) }],
  );
  return {
    text,
    words,
    spans: spans.map((span) => ({
      names: span.names,
      from: span.from,
      to: span.to,
      lead: leadOf(words, span.from),
      text: text.slice(folded[span.from]!.start, folded[span.to - 1]!.end),
    })),
    concepts: new Set(concepts.map(({ concept }) => concept)),
    conceptOf,
    slice: period?.slice ?? null,
    number: readNumber(words),
    unknown,
    goesOn: /^\s*(and|what about|how about|same (for|in)|but|now for|for|in)\b/i.test(question),
  };
}

const NO_NAME: QuestionWord = { word: '', stem: '', isFiller: true, isCommon: true };

/** "don't" is "do not", and "Dana's" is Dana. */
const spellOut = (question: string): string =>
  question
    .replaceAll(/[’`]/g, "'")
    .replaceAll(/can't\b/gi, 'can not')
    .replaceAll(/n't\b/gi, ' not')
    .replaceAll(/'(s|re|ve|ll|d|m)\b/gi, ' ');

/** A slip in a word that says what is asked for is put right, unless the word may as well be a name. */
function toWord(word: string, known: readonly { readonly word: string; readonly stem: string }[]): QuestionWord {
  const typed = { word, stem: rootOf(word) };
  const isFillerWord = isFiller(word);
  const isCommon = isFillerWord || isConcept(typed.stem);
  if (isCommon || known.some((each) => sameWord01(typed, each) > 0))
    return { ...typed, isFiller: isFillerWord, isCommon };
  for (const [other, stem] of CONCEPT_WORDS) {
    if (sameWord01(typed, { word: other, stem }) > 0) return { word, stem, isFiller: false, isCommon: true };
  }
  return { ...typed, isFiller: false, isCommon: false };
}

/** "Sending and signing the contract": the verb before shares the object of the activity after it. */
function shareObjects(
  spans: readonly NameSpan[],
  words: readonly QuestionWord[],
  names: readonly GraphName[],
): NameSpan[] {
  const shared = spans.flatMap((span): NameSpan[] => {
    const at = span.from - 2;
    const verb = words[at];
    const label = names.find(({ kind, name }) => kind === 'activity' && name === span.names.activity);
    const isJoined = /^(and|or|to)$/.test(words[at + 1]?.word ?? '');
    if (verb === undefined || label === undefined || !isJoined || spans.some(({ from, to }) => at >= from && at < to))
      return [];
    const objects = label.words
      .slice(1)
      .map(({ stem }) => stem)
      .join(' ');
    const other = names.find(
      ({ kind, words: [first, ...rest] }) =>
        kind === 'activity' && first?.stem === verb.stem && rest.map(({ stem }) => stem).join(' ') === objects,
    );
    return other ? [{ from: at, to: at + 1, names: { activity: other.name }, share01: 1 }] : [];
  });
  return [...spans, ...shared].toSorted((a, b) => a.from - b.from);
}

/** A name said twice in a row is asked for once. */
const dropRepeated = (spans: readonly NameSpan[]): NameSpan[] =>
  spans.filter(({ names }, at) => at === 0 || JSON.stringify(names) !== JSON.stringify(spans[at - 1]?.names));

const NOUNS: ReadonlySet<Concept> = new Set<Concept>(['ROLE', 'PERSON', 'SYSTEM', 'ACTIVITY', 'ARTIFACT', 'PROCESS']);
const isAbsorbed = (concept: Concept): boolean => NOUNS.has(concept);

/** "The sales team", "the activity send quote": the noun only says what the name is. */
function nextTo(
  spans: readonly { readonly from: number; readonly to: number }[],
  { from, to }: { readonly from: number; readonly to: number },
  all: readonly { readonly concept: Concept; readonly from: number; readonly to: number }[],
): boolean {
  const isNoun = all.some((each) => each.from === from && each.to === to && isAbsorbed(each.concept));
  return isNoun && spans.some((span) => span.to === from || span.from === to);
}

const LEADS: ReadonlySet<string> = new Set(
  'from to into onto in by with between and after before for of than via through'.split(' '),
);

function leadOf(words: readonly QuestionWord[], from: number): string | null {
  for (let at = from - 1; at >= Math.max(0, from - 4); at -= 1) {
    const word = words[at]!.word;
    if (LEADS.has(word)) return word;
    if (
      !/^(the|a|an|our|their|your|my|role|person|activity|step|task|system|tool|team|department|mr|mrs|ms)$/.test(word)
    )
      return null;
  }
  return null;
}

const SMALL = 'two three four five six seven eight nine ten'.split(' ');

function readNumber(words: readonly QuestionWord[]): number | null {
  for (const { word } of words) {
    if (/^\d{1,2}$/.test(word)) return Number(word);
    if (SMALL.includes(word)) return SMALL.indexOf(word) + 2;
  }
  return null;
}
