// In: a question and a process. Out: an answer of cited sentences, or why there is none and what can be asked instead.
import type { Answer, UnderstoodQuestion } from '../domain/answer.ts';
import type { LogSlice } from '../domain/comparison.ts';
import { namePart } from '../insights/compare/name-side.ts';
import { foldWord } from '../lib/fold-words.ts';
import { lexicalVector } from '../lib/lexical-vector.ts';
import type { AnswerInput } from './answer-input.ts';
import { listNames } from './names/list-names.ts';
import { narrowInput } from './narrow-input.ts';
import type { Concept } from './questions/concepts.ts';
import { interpret, type Interpretation } from './questions/interpret.ts';
import { isOutOfReach } from './questions/out-of-reach.ts';
import type { Asked } from './questions/kind.ts';
import { KINDS } from './questions/kinds/all-kinds.ts';
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
import { timesOf } from './questions/times-of.ts';
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
}

/**
 * Answers from the graph alone. Where `needs columns` comes back, ask again with the columns of the logs. Of several
 * readings of a question the first one that has an answer counts; where none has, the first that was understood says why.
 */
export function answerQuestion({ question, previous }: QuestionAsked, input: AnswerInput): Answer | 'needs columns' {
  if (isOutOfReach(question))
    return {
      ...REFUSED,
      answer: 'Mirror tells how the process is, not what is thought of it, how it should be or will be.',
    };
  const context: Context = { previous, input };
  let refused: Answer | undefined;
  let refusedLast: Answer | undefined;
  let unread: Reading | undefined;
  for (const interpretation of interpret(question, input, timesOf(input.logs))) {
    const outcome = answerReading(interpretation, context);
    if (outcome === 'needs columns') return outcome;
    if (outcome?.isFinal) return outcome.answer;
    const answer = outcome?.answer;
    if (isOfLast(answer)) refusedLast ??= answer;
    else refused ??= answer;
    if (interpretation.slice === null) unread ??= interpretation.reading;
    unread ??= interpretation.reading;
  }
  if (refused !== undefined || unread === undefined) return refused ?? REFUSED;
  // What is not known at all says more than that nobody speaks of all of it together.
  const strange = unread.unknown.filter(({ text }) => !isSaid(text, input));
  if (strange.length === 0 && refusedLast !== undefined) return refusedLast;
  const nearest = nearestTo(unread).map(({ example }) => example);
  return refuseUnread(strange.length === 0 ? unread : { ...unread, unknown: strange }, nearest, listNames(input));
}

const isSaid = (text: string, { said }: AnswerInput): boolean =>
  said !== undefined && rootsSaid(foldWord(text), indexWords(said)).length > 0;

const isOfLast = (answer: Answer | undefined): boolean =>
  KINDS.some(({ id, isLast }) => isLast === true && id === answer?.understood?.kind);

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
  { previous, input }: Context,
): Outcome | 'needs columns' | undefined {
  const recognised = recognise(reading, previous, said);
  const slice = reading.goesOn && previous?.slice ? { ...previous.slice, ...said } : said;
  let refused: Outcome | undefined;
  for (const each of recognised.slice(0, TRIED)) {
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
  const further = goOn(reading, { previous, slice }, KINDS);
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
  const answer = writeTold(told, { understood, scope, part, followUps });
  return { answer, isFinal: answer.isAnswered };
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
