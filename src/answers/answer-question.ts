// In: a question and a process. Out: an answer of cited sentences, or why there is none and what can be asked instead.
import type { Answer, UnderstoodQuestion } from '../domain/answer.ts';
import type { LogSlice } from '../domain/comparison.ts';
import { namePart } from '../insights/compare/name-side.ts';
import { foldWord, foldWords } from '../lib/fold-words.ts';
import { lexicalVector } from '../lib/lexical-vector.ts';
import type { AnswerInput } from './answer-input.ts';
import { type GraphName, listNames } from './names/list-names.ts';
import { rootOf, sameWord01 } from './names/same-word.ts';
import { narrowInput } from './narrow-input.ts';
import type { Concept } from './questions/concepts.ts';
import { fillExample } from './questions/fill-example.ts';
import type { Asked, QuestionKind, Told } from './questions/kind.ts';
import { KINDS } from './questions/kinds/all-kinds.ts';
import type { LogTimes } from './questions/read-period.ts';
import { readQuestion, type Reading } from './questions/read-question.ts';
import {
  type ExampleVector,
  goOn,
  maskNames,
  nearestExamples,
  type Recognised,
  recogniseByGrammar,
  recogniseByLikeness,
} from './questions/recognise.ts';

export interface QuestionAsked {
  readonly question: string;
  readonly previous?: UnderstoodQuestion | undefined;
}

/** Answers from the graph alone. Where `needsColumns` comes back, ask again with the columns of the logs. */
export function answerQuestion({ question, previous }: QuestionAsked, input: AnswerInput): Answer | 'needs columns' {
  const names = listNames(input);
  const options = { names, times: timesOf(input) };
  const first = answerReading(readQuestion(question, options), { previous, input, names });
  if (first === 'needs columns' || first.isAnswered || first.understood !== null) return first;
  const second = answerReading(readQuestion(question, { ...options, prefersConcepts: true }), {
    previous,
    input,
    names,
  });
  return second === 'needs columns' || second.understood !== null ? second : first;
}

interface Read {
  readonly previous: UnderstoodQuestion | undefined;
  readonly input: AnswerInput;
  readonly names: readonly GraphName[];
}

function answerReading(reading: Reading, { previous, input, names }: Read): Answer | 'needs columns' {
  const nearest = (): Nearest => nearestExamples(lexicalVector(maskNames(reading)), exampleVectors());
  const recognised = recognise(reading, nearest, previous);
  const slice = reading.slice ?? (reading.goesOn ? (previous?.slice ?? null) : null);
  if (recognised.length === 0)
    return refuseUnread(
      reading,
      nearest().map(({ example }) => example),
      names,
    );
  if (slice !== null && input.logs.length > 0 && input.logs.every(({ columns }) => columns === null))
    return 'needs columns';
  // The kind that fits best decides; the next one is asked only where the first knows nothing of it.
  let refused: Answer | undefined;
  for (const each of recognised.slice(0, 2)) {
    const answer = answerKind(each, { reading, slice, input, names });
    if (answer.isAnswered) return answer;
    refused ??= answer;
  }
  return refused ?? refuseUnread(reading, [], names);
}

type Nearest = ReturnType<typeof nearestExamples>;

function recognise(reading: Reading, nearest: () => Nearest, previous: UnderstoodQuestion | undefined): Recognised[] {
  const further = goOn(reading, previous, KINDS);
  if (further) return [further];
  const byGrammar = recogniseByGrammar(reading, KINDS);
  if (byGrammar.length > 0) return byGrammar;
  const alike = recogniseByLikeness(reading, nearest());
  return alike ? [alike] : [];
}

interface Context {
  readonly reading: Reading;
  readonly slice: LogSlice | null;
  readonly input: AnswerInput;
  readonly names: readonly GraphName[];
}

/** As many as are read at once; the rest is in the values. */
const SHOWN = 5;

function answerKind({ kind, mentions, topic }: Recognised, { reading, slice, input, names }: Context): Answer {
  const understood: UnderstoodQuestion = { kind: kind.id, mentions: [...mentions], topic: [...topic], slice };
  const refusal = (words: string): Answer => ({
    ...REFUSED,
    answer: words,
    understood,
    followUps: suggest(kind, names),
  });
  if (slice !== null && kind.ofCases === undefined)
    return refusal('People do not say of which period they speak, so this can only be asked of the whole process.');
  const part = slice === null ? input : narrowInput(input, slice);
  const scope = slice === null ? '' : namePart('observed', slice);
  if (part === undefined)
    return refusal(
      input.logs.length === 0
        ? 'This process has no event log, so it cannot be asked of a period.'
        : `There are no ${scope}.`,
    );
  const find = (of: string, at = 0): string | undefined => mentions.filter((each) => each.kind === of)[at]?.name;
  const asked: Asked = {
    input: part,
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
  const told = kind.answer(asked);
  if ('refused' in told) return refusal(told.refused);
  return write(told, { understood, scope, part, followUps: suggest(kind, names) });
}

function isBefore({ conceptOf }: Reading, one: Concept, other: Concept): boolean {
  const placeOf = (concept: Concept): number | undefined =>
    [...conceptOf].filter(([, all]) => all.includes(concept)).toSorted(([a], [b]) => a - b)[0]?.[0];
  const [first, second] = [placeOf(one), placeOf(other)];
  return first !== undefined && second !== undefined && first < second;
}

interface Written {
  readonly understood: UnderstoodQuestion;
  readonly scope: string;
  readonly part: AnswerInput;
  readonly followUps: readonly string[];
}

function write(told: Told, { understood, scope, part, followUps }: Written): Answer {
  const sentences = told.sentences.flatMap(({ text, evidence }) =>
    text === '' || evidence.length === 0 ? [] : [{ text, citations: evidence.slice(0, SHOWN) }],
  );
  const [head, ...rest] = sentences;
  const scoped =
    scope === '' || head === undefined ? sentences : [{ ...head, text: `Of ${scope}: ${head.text}` }, ...rest];
  const definition = told.definition === undefined ? null : (part.insights.definitions[told.definition] ?? null);
  return {
    answer: scoped.map(({ text }) => text).join(' '),
    isAnswered: sentences.length > 0,
    understood,
    values: { ...told.values },
    sentences: scoped,
    definition,
    n: told.n,
    provenance: told.provenance,
    followUps: [...followUps],
  };
}

const REFUSED: Answer = {
  answer: '',
  isAnswered: false,
  understood: null,
  values: {},
  sentences: [],
  definition: null,
  n: null,
  provenance: null,
  followUps: [],
};

function refuseUnread({ unknown, text }: Reading, examples: readonly string[], names: readonly GraphName[]): Answer {
  const followUps = examples.map((example) => fillExample(example, names)).filter((each) => each !== undefined);
  // A word of several names ("order") is known, and does not say which of them is meant.
  const isKnown = (word: string): boolean =>
    names.some((name) => name.words.some((each) => sameWord01({ word, stem: rootOf(word) }, each) > 0));
  const strange = unknown.filter((each) => !isKnown(foldWord(each.text)));
  const list = (strange.length > 0 ? strange : unknown).map((each) => `“${each.text}”`).join(', ');
  const why =
    foldWords(text).length === 0
      ? 'There is no word in this question.'
      : unknown.length === 0
        ? 'Mirror does not understand this question.'
        : strange.length === 0
          ? `It is not clear which ${list} is meant: several names of this process have the word.`
          : `Nothing in this process is known by ${list}.`;
  return { ...REFUSED, answer: why, followUps: followUps.slice(0, 3) };
}

/** What else is asked of the same things. */
function suggest(kind: QuestionKind, names: readonly GraphName[]): string[] {
  const at = KINDS.indexOf(kind);
  const near = [...KINDS.slice(at + 1, at + 4), ...KINDS.slice(Math.max(0, at - 2), at)];
  return near.flatMap(({ examples }) => fillExample(examples[0] ?? '', names) ?? []).slice(0, 3);
}

/** Examples with the names of slots as plain words, as a masked question has them; made once, they never change. */
function exampleVectors(): readonly ExampleVector[] {
  return (made.examples ??= KINDS.flatMap((kind) =>
    kind.examples.map((example) => ({ kind, example, vector: lexicalVector(example.replaceAll(/[{}]/g, '')) })),
  ));
}

const made: { examples?: readonly ExampleVector[] } = {};

function timesOf({ logs }: AnswerInput): LogTimes | undefined {
  let [fromMs, toMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { columns } of logs) {
    for (const ms of columns?.endMs ?? []) {
      if (ms < fromMs) fromMs = ms;
      if (ms > toMs) toMs = ms;
    }
  }
  return fromMs <= toMs ? { fromMs, toMs } : undefined;
}
