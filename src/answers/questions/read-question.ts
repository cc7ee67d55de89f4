// In: a question as typed. Out: what each of its words does in it: names, concepts, a period, and what is left over.
import type { LogSlice } from '../../domain/comparison.ts';
import type { NameKind } from '../../domain/answer.ts';
import { foldWords } from '../../lib/fold-words.ts';
import { findNames, type NameSpan, type QuestionWord } from '../names/find-names.ts';
import type { GraphName } from '../names/list-names.ts';
import { keepFor } from '../../lib/keep-for.ts';
import { rootOf, type RootedWord, sameWord01 } from '../names/same-word.ts';
import { type Concept, findConcepts, isConcept, SLIP_WORDS } from './concepts.ts';
import { writeNumbers } from '../words/say-number.ts';
import { isFiller, LONG_FILLERS } from './fillers.ts';
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
}

export function readQuestion(question: string, options: ReadingOptions): Reading {
  const { names, times, prefersConcepts = false, countsThings = false, prefersActivities = false } = options;
  const caseStems = options.caseStems ?? NO_STEMS;
  const text = spellOut(question);
  const folded = foldWords(text);
  const words = folded.map(({ word }) => typeWord(word, names));
  const stems = words.map(({ stem }) => stem);
  const typed = (at: number): string => text.slice(folded[at]!.start, folded[at]!.end);
  const period = readPeriod(
    words.map(({ word }) => word),
    times,
  );
  const isTaken = (at: number): boolean => period?.words.includes(at) ?? false;
  // "Application" is a system, but not where applications are what moves through the process.
  const all = findConcepts(stems).filter(
    ({ concept, from, to }) => !(concept === 'SYSTEM' && to - from === 1 && caseStems.has(stems[from]!)),
  );
  const asks = (at: number): boolean => prefersConcepts && all.some(({ from, to }) => at >= from && at < to);
  const nameable = words.map((word, at) => (isTaken(at) || asks(at) ? NO_NAME : word));
  const direct = findNames(nameable, names, { prefersActivities });
  const isThing = ({ from, to }: NameSpan): boolean => to - from === 1 && caseStems.has(stems[from]!);
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
    goesOn: /^\s*(and|what about|how about|same (for|in)|but|now for|for|in)\b/i.test(question),
  };
}

const NO_STEMS: ReadonlySet<string> = new Set();
const CASE_STEM = rootOf('case');
const NO_NAME: QuestionWord = { word: '', stem: '', isFiller: true, isCommon: true };

/** "don't" is "do not", and "Dana's" is Dana; how politely it is asked says nothing. */
const spellOut = (question: string): string =>
  POLITE.reduce(
    (text, words) => text.replaceAll(words, ' '),
    writeNumbers(question)
      .replaceAll(/[’`]/g, "'")
      .replaceAll(/\s*(?:->|=>|→|>>)\s*/g, ' to ')
      .replaceAll(/can't\b/gi, 'can not')
      .replaceAll(/n't\b/gi, ' not')
      .replaceAll(/\bwhats\b/gi, 'what')
      .replaceAll(/\bwhos\b/gi, 'who')
      .replaceAll(/'(s|re|ve|ll|d|m)\b/gi, ' '),
  );

const POLITE: readonly RegExp[] = [
  /\b(?:can|could|would|will) (?:you|u|someone|anybody|mirror)(?: please| kindly| perhaps| maybe)?\b/gi,
  /\bi\s+(?:would |do )?(?:really )?(?:like|love|want|need|have|wish) to (?:know|see|understand|learn|hear|find out|ask)\b/gi,
  /\bi (?:was |am )?(?:wondering|wonder|curious|interested|mean)\b/gi,
  /\b(?:do|did) you (?:happen to )?(?:know|remember|see)\b(?: if| whether)?/gi,
  /\b(?:please )?(?:tell|let|remind) (?:me|us)\b(?! about)(?: know)?/gi,
  /\b(?:explain|say) (?:to )?(?:me|us)\b/gi,
];

const SLIPS = [...SLIP_WORDS].map(([word, stem]) => ({ word, stem }));
const FILLER_SLIPS = LONG_FILLERS.map((word) => ({ word, stem: rootOf(word) }));

/** Words as they were read before: the readings of a question have the same ones. */
const wordsTyped = keepFor((_: readonly GraphName[]) => new Map<string, QuestionWord>());

/** People ask in few words, but a program may ask in all there are. */
const MOST_KEPT = 5000;

function typeWord(word: string, names: readonly GraphName[]): QuestionWord {
  const kept = wordsTyped(names);
  const known = kept.get(word) ?? toWord(word, names);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(word, known);
  return known;
}

/** A slip in a word that says what is asked for is put right, unless the word may as well be a name. */
function toWord(word: string, names: readonly GraphName[]): QuestionWord {
  const typed = { word, stem: rootOf(word) };
  const isFillerWord = isFiller(word);
  const isCommon = isFillerWord || isConcept(typed.stem);
  if (isCommon || isNameWord(typed, names)) return { ...typed, isFiller: isFillerWord, isCommon };
  const meant = SLIPS.find((each) => each.stem === typed.stem) ?? SLIPS.find((each) => isSlip(typed, each));
  if (meant) return { word, stem: meant.stem, isFiller: false, isCommon: true };
  const filler = FILLER_SLIPS.find((each) => isSlip(typed, each));
  return { word, stem: filler?.stem ?? typed.stem, isFiller: filler !== undefined, isCommon: filler !== undefined };
}

/** One letter, in long words two: "director" is no slip of "directly". */
const isSlip = (typed: RootedWord, known: RootedWord): boolean =>
  sameWord01(typed, known) > (typed.word.length >= 10 ? 0 : 0.7);

/** Whether it is a word of a name, in some form or misspelt. */
function isNameWord(typed: RootedWord, names: readonly GraphName[]): boolean {
  const known = wordsOfNames(names);
  return known.some((each) => sameWord01(typed, each) > 0);
}

const wordsOfNames = keepFor((names: readonly GraphName[]): readonly RootedWord[] => [
  ...new Map(names.flatMap((name) => name.words.map((each) => [each.word, each] as const))).values(),
]);

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

/** A name said twice is asked for once. */
function dropRepeated(spans: readonly NameSpan[]): NameSpan[] {
  const said = spans.map(({ names }) => JSON.stringify(names));
  return spans.filter((_, at) => said.indexOf(said[at]!) === at);
}

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
