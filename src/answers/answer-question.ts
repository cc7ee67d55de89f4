// In: a question and a process. Out: an answer of cited sentences, or why there is none and what can be asked instead.
import type { Answer, UnderstoodQuestion } from '../domain/answer.ts';
import type { LogSlice } from '../domain/comparison.ts';
import { namePart } from '../insights/compare/name-side.ts';
import { foldWord, foldWords } from '../lib/fold-words.ts';
import { lexicalVector } from '../lib/lexical-vector.ts';
import type { AnswerInput } from './answer-input.ts';
import { listNames } from './names/list-names.ts';
import { narrowInput } from './narrow-input.ts';
import type { Concept } from './questions/concepts.ts';
import { cleanQuestion } from './questions/clean-question.ts';
import { answerComposed, compose, type Composed } from './questions/compose/compose.ts';
import { joinAnswers, splitCompound } from './questions/compound.ts';
import { goOnInWords, resolveIt, TOLD_NAME } from './questions/follow-up.ts';
import { asksAmount, asksNumber, asksOfPeople, asksTimes, isOrder, TELLING } from './questions/gates.ts';
import { interpret, type Interpretation } from './questions/interpret.ts';
import { isOutOfReach } from './questions/out-of-reach.ts';
import type { Asked, QuestionKind } from './questions/kind.ts';
import { KINDS } from './questions/kinds/all-kinds.ts';
import { keepRead } from './questions/keep-read.ts';
import { NOT_UNDERSTOOD } from './questions/not-understood.ts';
import type { Reading } from './questions/read-question.ts';
import {
  type ExampleVector,
  goOn,
  maskNames,
  nearestExamples,
  type Recognised,
  recogniseByGrammar,
  recogniseByLikeness,
} from './questions/recognise.ts';
import { rephrase } from './questions/rephrase.ts';
import { timesOf } from './questions/times-of.ts';
import { answerTold, TOLD } from './questions/told/answer-told.ts';
import { REFUSED, refuseUnread, suggest } from './refuse-unread.ts';
import { indexWords, rootsSaid } from './words/word-index.ts';
import { writeTold } from './write-told.ts';

export interface QuestionAsked {
  readonly question: string;
  readonly previous?: UnderstoodQuestion | undefined;
}

interface Context {
  readonly previous: UnderstoodQuestion | undefined;
  readonly input: AnswerInput;
  /** See asksNumber. */
  readonly isNumber: boolean;
  /** See asksTimes. */
  readonly isOfTimes: boolean;
}

/**
 * Answers from the graph alone. Where `needs columns` comes back, ask again with the columns of the logs. What puts several
 * things together is counted over the cases; of several readings of any other question the first one that has an answer
 * counts; where none has, the first that was understood says why.
 */
export function answerQuestion({ question, previous }: QuestionAsked, input: AnswerInput): Answer | 'needs columns' {
  const names = listNames(input);
  const own = previous === undefined ? undefined : resolveIt(question, previous, names);
  const answer = answerOne({ question: own ?? question, previous }, input);
  if (previous === undefined || answer === 'needs columns' || answer.isAnswered) return answer;
  const further = goOnInWords(question, previous, { names, kinds: KINDS });
  const more = further === undefined ? undefined : answerOne({ question: further }, input);
  return more === 'needs columns' || more?.isAnswered ? more : answer;
}

function answerOne({ question: asked, previous }: QuestionAsked, input: AnswerInput): Answer | 'needs columns' {
  const parts = splitCompound(asked, listNames(input));
  if (parts === undefined) return answerPart({ question: asked, previous }, input);
  const [one, other] = parts;
  const first = answerPart({ question: one, previous }, input);
  if (first === 'needs columns') return first;
  const second = answerPart(
    { question: resolveIt(other, first.understood ?? NOTHING_ASKED, listNames(input)) ?? other },
    input,
  );
  return second === 'needs columns' ? second : joinAnswers(first, second, [one, other]);
}

const NOTHING_ASKED: UnderstoodQuestion = { kind: '', mentions: [], topic: [], slice: null };

function answerPart({ question: asked, previous }: QuestionAsked, input: AnswerInput): Answer | 'needs columns' {
  if (isOutOfReach(asked) || isOrder(cleanQuestion(asked), listNames(input)))
    return {
      ...REFUSED,
      answer: 'Mirror tells how the process is, not what is thought of it, how it should be or will be.',
    };
  const question = cleanQuestion(asked);
  const isOfPeople = asksOfPeople(question, listNames(input));
  const composed = isOfPeople ? undefined : compose(question, input);
  let why: string | undefined;
  const counted = (each: Composed | undefined): Answer | 'needs columns' | undefined => {
    if (each === undefined) return undefined;
    const answer = answerComposed(each, question, input);
    if (answer === 'needs columns' || 'answer' in answer) return answer;
    why ??= answer.refused;
    return answer.isFinal ? { ...REFUSED, answer: answer.refused } : undefined;
  };
  const first = composed?.isComposed ? counted(composed) : undefined;
  if (first !== undefined) return first;
  const context: Context = { previous, input, isNumber: asksNumber(question), isOfTimes: asksTimes(question) };
  const seen: Seen = {};
  // No figure of the process is an amount of money or a size.
  const readings = keepRead(
    asksAmount(question) || isOfPeople ? noReadings() : interpret(question, input, timesOf(input.logs)),
  );
  const known = readAll(readings, context, { seen, isOwn: true });
  if (known !== undefined) return known;
  const second = composed?.isComposed ? undefined : counted(composed);
  if (second !== undefined) return second;
  const own = tellOf([question], input);
  // Who speaks of their own work does not say who does something to them.
  const whom = isOfPeople ? (foldWords(question).at(-1)?.word.slice(0, -1) ?? '') : '';
  if (own !== undefined && own.sentences.some(({ text }) => (text.split('“')[1] ?? '').toLowerCase().includes(whom)))
    return own;
  if (own !== undefined) return refuseSeen(seen, input);
  for (const plainer of composed === undefined && !isOfPeople ? rephrase(question) : []) {
    const third = counted(compose(plainer, input));
    if (third !== undefined) return third;
  }
  const last = readAll(readings, context, { seen, isOwn: false }) ?? tellOf(rephrase(question), input);
  if (last !== undefined) return last;
  if (why !== undefined) return { ...REFUSED, answer: why };
  const refused = refuseSeen(seen, input);
  if (refused.answer !== NOT_UNDERSTOOD) return refused;
  // What is looked for in the words of people was understood.
  const { told } = answerTold(question, input);
  return 'refused' in told ? { ...refused, answer: told.refused } : refused;
}

/** In the words of people, of the question as it is and in plainer words; undefined where nobody tells it. */
function tellOf(questions: readonly string[], input: AnswerInput): Answer | undefined {
  for (const each of questions) {
    const { told, topic } = answerTold(each, input);
    if ('refused' in told) continue;
    const understood: UnderstoodQuestion = { kind: TOLD, mentions: [], topic: [...topic], slice: null };
    return writeTold(told, { understood, scope: '', part: input, followUps: [] });
  }
  return undefined;
}

/** What was refused on the way, and a reading of which nothing was understood. */
interface Seen {
  refused?: Answer;
  unread?: Reading;
}

/** Of each reading, those kinds that are asked last, or all others; undefined where none of them has an answer. */
function readAll(
  readings: () => Iterable<Interpretation>,
  context: Context,
  { seen, isOwn }: { readonly seen: Seen; readonly isOwn: boolean },
): Answer | 'needs columns' | undefined {
  for (const interpretation of readings()) {
    if (interpretation.isOwn !== isOwn) continue;
    const outcome = answerReading(interpretation, context);
    if (outcome === 'needs columns') return outcome;
    if (outcome?.isFinal) return outcome.answer;
    const answer = outcome?.answer;
    if (answer !== undefined) seen.refused ??= answer;
    if (interpretation.slice === null) seen.unread ??= interpretation.reading;
    seen.unread ??= interpretation.reading;
  }
  return undefined;
}

function* noReadings(): Generator<Interpretation, void> {}

function refuseSeen({ refused, unread }: Seen, input: AnswerInput): Answer {
  if (refused !== undefined || unread === undefined) return refused ?? REFUSED;
  // What is not known at all says more than that nobody speaks of all of it together.
  const strange = unread.unknown.filter(({ text }) => !isSaid(text, input));
  const nearest = nearestTo(unread).map(({ example }) => example);
  return refuseUnread(strange.length === 0 ? unread : { ...unread, unknown: strange }, nearest, listNames(input));
}

const isSaid = (text: string, { said }: AnswerInput): boolean =>
  said !== undefined && rootsSaid(foldWord(text), indexWords(said)).length > 0;

/** How many of the kinds that fit are asked: the next one only where the one before knows nothing of it. */
const TRIED = 3;

/** An answer, or a refusal; final where no other reading of the question is to be tried. */
interface Outcome {
  readonly answer: Answer;
  readonly isFinal: boolean;
}

/** Undefined where it is no kind of question. */
function answerReading(
  { reading, slice: said }: Interpretation,
  { previous, input, isNumber, isOfTimes }: Context,
): Outcome | 'needs columns' | undefined {
  const recognised = recognise(reading, previous, said);
  const slice = reading.goesOn && previous?.slice ? { ...previous.slice, ...said } : said;
  const isFit = ({ id }: QuestionKind): boolean =>
    !(isNumber && TELLING.has(id)) && !(isOfTimes && id.startsWith('how-often'));
  let refused: Outcome | undefined;
  for (const each of recognised.filter(({ kind }) => isFit(kind)).slice(0, TRIED)) {
    const outcome = answerKind(each, { reading, slice, input });
    if (outcome === 'needs columns' || outcome.isFinal) return outcome;
    refused ??= outcome;
  }
  return refused;
}

const nearestTo = (reading: Reading): ReturnType<typeof nearestExamples> =>
  nearestExamples(lexicalVector(maskNames(reading)), exampleVectors());

function recognise(
  reading: Reading,
  previous: UnderstoodQuestion | undefined,
  slice: LogSlice | null,
): readonly Recognised[] {
  const asked = previous && { ...previous, mentions: previous.mentions.filter(({ lead }) => lead !== TOLD_NAME) };
  const further = goOn(reading, { previous: asked, slice }, KINDS);
  if (further) return [further];
  const byGrammar = recogniseByGrammar(reading, KINDS);
  if (byGrammar.length > 0) return byGrammar;
  const alike = recogniseByLikeness(reading, () => nearestTo(reading));
  return alike ? [alike] : [];
}

interface Scoped {
  readonly reading: Reading;
  readonly slice: LogSlice | null;
  readonly input: AnswerInput;
}

/** As many as are read at once; the rest is in the values. */
const SHOWN = 5;

function answerKind(recognised: Recognised, { reading, slice, input }: Scoped): Outcome | 'needs columns' {
  const { kind, mentions, topic } = recognised;
  const understood: UnderstoodQuestion = { kind: kind.id, mentions: [...mentions], topic: [...topic], slice };
  const followUps = suggest(kind, listNames(input));
  const refusal = (words: string, isFinal = false): Outcome => ({
    answer: { ...REFUSED, answer: words, understood, followUps },
    isFinal,
  });
  if (slice !== null && kind.ofCases === undefined)
    return refusal('People do not say of which cases they speak, so this can only be asked of the whole process.');
  const readsRows = slice !== null || kind.readsRows === true;
  if (readsRows && input.logs.length > 0 && input.logs.every(({ columns }) => columns === null)) return 'needs columns';
  const part = slice === null ? input : narrowInput(input, slice, { explainsWaiting: kind.explainsWaiting === true });
  const scope = slice === null ? '' : namePart('observed', slice);
  if (part === undefined)
    return refusal(
      input.logs.length === 0
        ? 'This process has no event log, so it cannot be asked of some of its cases.'
        : `There are no ${scope}.`,
    );
  const told = kind.answer(toAsked(recognised, reading, part));
  if ('refused' in told) return refusal(told.refused, told.isFinal);
  const answer = writeTold(told, { understood: withTold(understood, told.values, input), scope, part, followUps });
  return { answer, isFinal: answer.isAnswered };
}

/** With the activity that is told first, where none was asked of: what "it" may mean next. */
function withTold(understood: UnderstoodQuestion, values: Answer['values'], input: AnswerInput): UnderstoodQuestion {
  if (understood.mentions.some(({ kind }) => kind === 'activity')) return understood;
  const first = [values['activity'], values['activities']].flat().find((each) => typeof each === 'string');
  const isActivity =
    typeof first === 'string' && listNames(input).some(({ kind, name }) => kind === 'activity' && name === first);
  if (!isActivity) return understood;
  return { ...understood, mentions: [...understood.mentions, { kind: 'activity', name: first, lead: TOLD_NAME }] };
}

function toAsked({ mentions, topic }: Recognised, reading: Reading, input: AnswerInput): Asked {
  const find = (of: string, at = 0): string | undefined => mentions.filter((each) => each.kind === of)[at]?.name;
  return {
    input,
    mentions,
    find,
    name: (of) => find(of) ?? '',
    topic,
    concepts: reading.concepts,
    words: reading.words.map(({ word }) => word),
    isBefore: (one, other) => isBefore(reading, one, other),
    limit: SHOWN,
    number: reading.number,
  };
}

function isBefore({ conceptOf }: Reading, one: Concept, other: Concept): boolean {
  const placeOf = (concept: Concept): number | undefined =>
    [...conceptOf].filter(([, all]) => all.includes(concept)).toSorted(([a], [b]) => a - b)[0]?.[0];
  const [first, second] = [placeOf(one), placeOf(other)];
  return first !== undefined && second !== undefined && first < second;
}

/** Examples with the names of slots as plain words, as a masked question has them; made once, they never change. */
function exampleVectors(): readonly ExampleVector[] {
  return (made.examples ??= KINDS.flatMap((kind) =>
    kind.examples.map((example) => ({ kind, example, vector: lexicalVector(example.replaceAll(/[{}]/g, '')) })),
  ));
}

const made: { examples?: readonly ExampleVector[] } = {};
