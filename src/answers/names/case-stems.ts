// What moves through a process is what people call a case: "how many patients", "how long does a ticket take".
import { keepFor } from '../../lib/keep-for.ts';
import type { AnswerInput } from '../answer-input.ts';
import { isConcept } from '../questions/concepts.ts';
import { isFiller } from '../questions/fillers.ts';
import { nameWords } from './list-names.ts';

/** Activities with which so few cases begin are no way in. */
const LEAST_SHARE = 0.1;

/** Stems of what the first activities are done to ("register patient"), and of the first noun of the process' name. */
export const caseStems = keepFor(({ graph, process }: AnswerInput): ReadonlySet<string> => {
  const all = graph.start.reduce((sum, { count }) => sum + count, 0);
  const firsts = graph.start
    .filter(({ count }) => count >= LEAST_SHARE * all)
    .flatMap(({ activity }) => graph.activities.find(({ id }) => id === activity)?.label ?? []);
  // A log may begin where people are already at work: what the very first of all they tell of is done to is a case too.
  const [told] = graph.activities;
  const objects = [...firsts, ...(told === undefined ? [] : [told.label])].flatMap(
    (label) => nameWords(label).slice(1).at(-1) ?? [],
  );
  // "Work permit": what asks for something else as well is no case by its name alone.
  const named = nameWords(process.name).filter(({ word, stem }) => !isConcept(stem) && !isFiller(word));
  return new Set([...objects, ...named.slice(-2)].map(({ stem }) => stem));
});
