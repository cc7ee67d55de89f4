// In: a question as typed. Out: what each of its words does in it: names, concepts, a period, and what is left over.
import type { LogSlice } from '../../domain/comparison.ts';
import type { NameKind } from '../../domain/answer.ts';
import { foldWords } from '../../lib/fold-words.ts';
import { findNames, type NameSpan, type QuestionWord } from '../names/find-names.ts';
import { type GraphName, nameWords } from '../names/list-names.ts';
import { rootOf } from '../names/same-word.ts';
import { type Concept, findConcepts } from './concepts.ts';
import { type LogTimes, readPeriod } from './read-period.ts';
import { dropRepeated, shareObjects } from './share-objects.ts';
import { spellOut } from './spell-out.ts';
import { typeWord } from './type-word.ts';

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
  /** What a name is called beside it: "the sales team", "Dana's job". Asked for only where nothing else is. */
  readonly soft: ReadonlySet<Concept>;
  /** Words with their concepts, to say what a question is about besides its concept. */
  readonly conceptOf: ReadonlyMap<number, readonly Concept[]>;
  readonly slice: Pick<LogSlice, 'fromMs' | 'toMs'> | null;
  /** "top 3", "variant 2". */
  readonly number: number | null;
  /** Words for what a case is, by their numbers: "case", and "patient" where patients are registered first. */
  readonly caseWords: ReadonlySet<number>;
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
  /** Stems of what moves through the process: "patient", "ticket". */
  readonly caseStems?: ReadonlySet<string>;
  /** Whether such a word by itself is a case, and no name. */
  readonly countsThings?: boolean;
  /** Whether words that name a thing wholly and an activity in part may mean the activity. */
  readonly prefersActivities?: boolean;
  /** See NameWish. */
  readonly takes?: 'first' | 'last' | undefined;
}

export function readQuestion(question: string, options: ReadingOptions): Reading {
  const { names, times, prefersConcepts = false, countsThings = false, prefersActivities = false } = options;
  const caseStems = options.caseStems ?? NO_STEMS;
  const text = spellOut(question);
  const folded = foldWords(text);
  // "IT" is a department, and "it" nothing; a question typed all in capitals says neither.
  const isShouted = text === text.toUpperCase();
  const isName = ({ start, end }: { start: number; end: number }): boolean =>
    !isShouted && end - start > 1 && /^\p{Lu}+$/u.test(text.slice(start, end));
  const words = folded.map((each) => {
    const word = typeWord(each.word, names);
    return word.isFiller && isName(each) ? { ...word, isFiller: false, isCommon: false } : word;
  });
  const stems = words.map(({ stem }) => stem);
  const typed = (at: number): string => text.slice(folded[at]!.start, folded[at]!.end);
  const period = readPeriod(
    words.map(({ word }) => word),
    times,
  );
  const isTaken = (at: number): boolean => period?.words.includes(at) ?? false;
  // "Application" is a system, but not where applications are what moves through the process.
  let all = findConcepts(stems).filter(
    ({ concept, from, to }) =>
      !(
        (concept === 'SYSTEM' || concept === 'STATED') &&
        caseStems.has(stems[to - 1]!) &&
        (to - from === 1 || words[to - 1]!.word.endsWith('s'))
      ),
  );
  // Where interviews are work, "interview" is no recording.
  const isWork = (stem: string): boolean =>
    names.some(({ kind, words: [first] }) => kind === 'activity' && first?.stem === stem);
  all = all.filter(
    ({ concept, from, to }) =>
      to - from > 1 ||
      !(concept === 'RECORDING' ? stems[from] !== RECORD : prefersActivities && OF_WORK.has(concept)) ||
      !isWork(stems[from]!),
  );
  const asks = (at: number): boolean => prefersConcepts && all.some(({ from, to }) => at >= from && at < to);
  const nameable = words.map((word, at) =>
    isTaken(at) || asks(at) || (countsThings && caseStems.has(word.stem)) ? NO_NAME : word,
  );
  const isThing = ({ from, to }: NameSpan): boolean => to - from === 1 && caseStems.has(stems[from]!);
  // "Loans" are what moves through, and not the loan officer.
  const direct = findNames(nameable, names, { prefersActivities, takes: options.takes }).flatMap((span) => {
    const isWho = /^(?:from|to|by|between)$/.test(words[span.from - 1]?.word ?? '');
    if (!isThing(span) || isWho || nameWords(span.names.role ?? '').length < 2) return [span];
    const { role: _, ...others } = span.names;
    return Object.keys(others).length === 0 ? [] : [{ ...span, names: others }];
  });
  const found = dropRepeated(shareObjects(direct, words, names)).filter((span) => !countsThings || !isThing(span));
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
  const isNamed = (at: number): boolean => spans.some(({ from, to }) => at >= from && at < to);
  const caseWords = new Set(
    stems.flatMap((stem, at) => (!isNamed(at) && (stem === CASE_STEM || caseStems.has(stem)) ? [at] : [])),
  );
  for (const at of caseWords)
    if (stems[at] !== CASE_STEM && !all.some(({ from, to }) => at >= from && at < to))
      all.push({ concept: 'CASE', from: at, to: at + 1 });
  const inSpan = (at: number): boolean =>
    [...spans, ...(countsThings ? [] : direct)].some(({ from, to }) => at >= from && at < to);
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
    soft: new Set(all.flatMap((each) => (isAbsorbed(each.concept) && nextTo(spans, each, all) ? [each.concept] : []))),
    conceptOf,
    slice: period?.slice ?? null,
    number: readNumber(words),
    caseWords,
    unknown,
    goesOn: /^\s*(and|what about|how about|same (for|in)|but|now for|now|for|in|only|just|with|when)\b/i.test(question),
  };
}

/** Also where a process records claims, a recording is one. */
const RECORD = rootOf('record');

/** Words for these are words for work as well. */
const OF_WORK: ReadonlySet<Concept> = new Set<Concept>(['ARTIFACT', 'SYSTEM', 'EVIDENCE', 'STATED', 'RECEIVE']);

const NO_STEMS: ReadonlySet<string> = new Set();
const CASE_STEM = rootOf('case');
const NO_NAME: QuestionWord = { word: '', stem: '', isFiller: true, isCommon: true };

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
