// Every name of a process that a question may mean.
import type { NameKind } from '../../domain/answer.ts';
import { foldWords } from '../../lib/fold-words.ts';
import { keepFor } from '../../lib/keep-for.ts';
import { type AnswerInput, sureActivities } from '../answer-input.ts';
import { rootOf } from './same-word.ts';

export interface GraphName {
  readonly kind: NameKind;
  readonly name: string;
  /** Of its words that say something, in order. */
  readonly words: readonly { readonly word: string; readonly stem: string }[];
  /** Whether an event log shows it, as far as it is an activity. */
  readonly isInLog: boolean;
}

/** Each once, by kind and name. */
export const listNames = keepFor(collectNames);

function collectNames(input: AnswerInput): readonly GraphName[] {
  const activities = sureActivities(input);
  const { insights, graph, recordings } = input;
  const handoffs = insights.handoffs.filter(({ kind, unsure }) => kind === 'actor' && !unsure);
  const carried = [...insights.transfers, ...insights.handoffs.filter(({ kind }) => kind === 'system')];
  const names: Readonly<Record<NameKind, readonly (string | null)[]>> = {
    activity: activities.map(({ label }) => label),
    role: [
      ...activities.flatMap(({ roles }) => roles.map(({ name }) => name)),
      ...handoffs.flatMap(({ from, to }) => [from, to]),
      ...recordings.map(({ recording }) => recording.role),
    ],
    person: [
      ...recordings.map(({ recording }) => recording.actor),
      ...graph.resourceHandoffs.flatMap(({ from, to }) => [from, to]),
    ],
    system: [
      ...activities.flatMap(({ systems }) => systems.map(({ name }) => name)),
      ...carried.flatMap(({ from, to }) => [from && systemIn(from), systemIn(to)]),
    ],
    artifact: activities.flatMap(({ artifacts }) => artifacts.map(({ name }) => name)),
  };
  const inLog = new Set(activities.flatMap(({ label, sources }) => (sources.log > 0 ? [label] : [])));
  const plain = new Set(
    Object.values(names)
      .flat()
      .map((name) => name?.toLowerCase()),
  );
  // "Repair (Simple)" beside "Repair (Complex)": where none is called "Repair", what stands in brackets is of the name.
  const wordsIn = (name: string): GraphName['words'] =>
    plain.has(name.replaceAll(BRACKETS, '').toLowerCase()) ? nameWords(name) : nameWords(name.replaceAll(/[()]/g, ' '));
  return (Object.entries(names) as [NameKind, readonly (string | null)[]][]).flatMap(([kind, list]) =>
    [...new Set(list)].flatMap((name) => {
      const words = name === null ? [] : wordsIn(name);
      return name === null || words.length === 0
        ? []
        : [{ kind, name, words, isInLog: kind === 'activity' && inLog.has(name) }];
    }),
  );
}

/** A window's title ends in the name of its system: "Claim 7 - Helpdesk". */
const systemIn = (title: string): string => title.split(' - ').at(-1) ?? title;

const BRACKETS = /\s*\([^()]*\)/g;

const HOLDING: ReadonlySet<string> = new Set(
  'a an the of for to in into on onto with and or by from at up out'.split(' '),
);

/**
 * Without what stands in brackets to tell two alike apart. Words as they are compared; those that only hold a name together are left out, unless there are no others. */
export function nameWords(text: string): { word: string; stem: string }[] {
  const all = foldWords(text.replaceAll(BRACKETS, '') || text).map(({ word }) => ({
    word,
    stem: rootOf(word),
  }));
  const kept = all.filter(({ word }) => !HOLDING.has(word));
  return kept.length > 0 ? kept : all;
}
