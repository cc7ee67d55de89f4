// What a question asks that figures of a process never are: something to be done, or an amount of money or size. Such a
// question is not answered with a figure near by.
import { foldWord, foldWords } from '../../lib/fold-words.ts';
import type { GraphName } from '../names/list-names.ts';
import { rootOf } from '../names/same-word.ts';

const ORDERS =
  'close send write create delete approve cancel order book assign update open change add remove make draft email mail call start stop schedule fix pay reject refuse release print forward notify inform remind hire fire buy sell move copy enter record register sign upload download archive merge export import set fill block unlock'.split(
    ' ',
  );

/** "Close all the open claims": to be done, and not to be told. */
export function isOrder(question: string, names: readonly GraphName[]): boolean {
  if (question.includes('?')) return false;
  const [first = '', second = ''] = foldWords(question).map(({ word }) => word);
  if (!/^(?:the|a|an|all|this|that|my|our|these|those|next|every|each|me|us|him|her|them|it)$/.test(second))
    return false;
  return ORDERS.includes(first) || names.some(({ kind, words }) => kind === 'activity' && words[0]?.word === first);
}

const OF_WORK =
  /\b(?:time|times|rework|repeated|wait\w*|work|workload|delay\w*|idle|longer|shorter|faster|slower|share|part|percent\w*|proportion|portion|fraction|number|volume|load|caseload|backlog|duration|handoffs?|handovers?|often|cases?|queue|efficien\w*|throughput|of the)\b/i;

/** "How much does it cost?", "How high is the deposit?": no count and no time. */
export const asksAmount = (question: string): boolean =>
  /\bhow (?:much|expensive|high|large|big|low|old|far|heavy|tall|wide|satisfied|happy|good)\b/i.test(question) &&
  !OF_WORK.test(question);

/** "How many parcels were under the weight?" asks for a number; what is told of a decision is none. */
export const asksNumber = (question: string): boolean =>
  /\b(?:how many|how often|number of|what share|percentage)\b/i.test(question) &&
  !/\b(?:decisions?|rules?|conditions?|branch\w*|exceptions?|judgements?|judgments?|criteria|thresholds?|problems?|issues?|approvals? rules?)\b/i.test(
    question,
  );

/** "Who trains the clerks?": what is done to people is no activity that is called after something else. */
export function asksOfPeople(question: string, names: readonly GraphName[]): boolean {
  const [, does, whom] =
    /^\s*who (?:\w+ )?([\p{L}]+) (?:the|our|these|those) ([\p{L}]+)\s*\?*\s*$/iu.exec(question) ?? [];
  if (does === undefined || whom === undefined || /^(?:mention|name|refer|cite|quote)(?:s|ed|d)?$/i.test(does))
    return false;
  const [verb, stem] = [rootOf(foldWord(does)), rootOf(foldWord(whom))];
  const has = ({ words }: GraphName, wanted: string): boolean => words.some((each) => each.stem === wanted);
  const isRole = names.some((name) => name.kind === 'role' && has(name, stem));
  return isRole && !names.some((name) => name.kind !== 'role' && has(name, stem) && has(name, verb));
}

/** "Exactly once", "at least twice": what counts all times of a step does not tell it. */
export const asksTimes = (question: string): boolean =>
  /\b(?:exactly|only|just|at least|at most|more than|no more than) (?:once|twice|one time|two times)\b/i.test(
    question,
  ) && /\bhow (?:many|often)\b/i.test(question);

export const TELLING: ReadonlySet<string> = new Set(['decisions', 'decision-about', 'what-if', 'where-said']);
