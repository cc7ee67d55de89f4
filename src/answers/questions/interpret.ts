// In: a question. Out: the ways in which it may be read, the likeliest first; which one is meant shows in whether it can
// be answered.
import type { LogSlice } from '../../domain/comparison.ts';
import { type AnswerInput, sureActivities } from '../answer-input.ts';
import { caseStems } from '../names/case-stems.ts';
import { listNames } from '../names/list-names.ts';
import { type ActivitiesOf, narrowQuestion } from './narrow-question.ts';
import type { LogTimes } from './read-period.ts';
import { readQuestion, type Reading, type ReadingOptions } from './read-question.ts';
import { rephrase } from './rephrase.ts';

export interface Interpretation {
  readonly reading: Reading;
  /** Of which cases it is asked; null: of all. */
  readonly slice: LogSlice | null;
  /** Whether it is of the question's own words, and not of plainer ones. */
  readonly isOwn: boolean;
}

const VARIATIONS: readonly Partial<ReadingOptions>[] = [
  {},
  { countsThings: true },
  { prefersConcepts: true },
  { prefersConcepts: true, countsThings: true },
  { prefersActivities: true },
];

/** Read one after the other, as far as they are asked for. */
export function* interpret(
  question: string,
  input: AnswerInput,
  times: LogTimes | undefined,
): Generator<Interpretation, void> {
  const options: ReadingOptions = { names: listNames(input), times, caseStems: caseStems(input) };
  const whole = readQuestion(question, options);
  const activitiesOf: ActivitiesOf = (system) =>
    sureActivities(input).flatMap(({ label, systems }) => (systems.some(({ name }) => name === system) ? [label] : []));
  const narrowed = narrowQuestion(whole, activitiesOf);
  for (const { rest, slice } of narrowed.filter(({ isPlain }) => isPlain))
    yield* vary(rest, options, { slice, isOwn: true });
  yield* vary(question, options, { slice: null, isOwn: true });
  for (const { rest, slice } of narrowed.filter(({ isPlain }) => !isPlain))
    yield* vary(rest, options, { slice, isOwn: true });
  for (const plainer of rephrase(question)) {
    const parts = narrowQuestion(readQuestion(plainer, options), activitiesOf);
    for (const { rest, slice } of parts.filter(({ isPlain }) => isPlain))
      yield* vary(rest, options, { slice, isOwn: false });
    yield* vary(plainer, options, { slice: null, isOwn: false });
  }
  // "How long until it ships: what is the wait between A and B?" asks once more in other words, of the same.
  const again = question.split(/:\s+/).at(-1) ?? '';
  if (again === question || narrowed.length > 0) return;
  const once = readQuestion(question.slice(0, -again.length), options);
  const said = JSON.stringify(readQuestion(again, options).spans.map(({ names }) => names));
  if (
    once.number === null &&
    once.unknown.length === 0 &&
    once.spans.every(({ names }) => said.includes(JSON.stringify(names)))
  )
    yield* vary(again, options, { slice: null, isOwn: true });
}

/** "Before an offer" is before the first that is done to it, where several things are. */
const BEFORE = /\b(?:before|preced\w+|prior|until|leads? (?:up )?to)\b/i;
const AFTER = /\b(?:after|follow\w*|next|once)\b/i;

function* vary(
  question: string,
  options: ReadingOptions,
  { slice, isOwn }: Pick<Interpretation, 'slice' | 'isOwn'>,
): Generator<Interpretation, void> {
  const seen = new Set<string>();
  const takes = BEFORE.test(question) ? 'first' : AFTER.test(question) ? 'last' : undefined;
  const variations = takes === undefined ? VARIATIONS : [...VARIATIONS, { prefersActivities: true, takes } as const];
  for (const variation of variations) {
    const reading = readQuestion(question, { ...options, ...variation });
    const key = JSON.stringify([reading.spans, [...reading.concepts], reading.unknown]);
    if (seen.has(key)) continue;
    seen.add(key);
    const all = { ...reading.slice, ...slice };
    yield { reading, slice: Object.keys(all).length === 0 ? null : all, isOwn };
  }
}
