// Ours: the packed columns of a workspace, read and mined as the product does it.
import { join } from 'node:path';
import { openDatabase } from '../../db/open.ts';
import { createStore } from '../../db/store.ts';
import { LogId } from '../../src/domain/ids.ts';
import type { MinedLog } from '../../src/domain/mined-log.ts';
import { mineLog } from '../../src/graph/mine-log.ts';
import { type Answers, measure, type Run, weigh } from './answers.ts';

export const WORKSPACE_FILE = 'mirror.db';
export const LOG_ID = LogId.parse('made');

/** From the stored blobs to everything `mirror graph` prints of a log. */
export async function runOurs(folder: string): Promise<Run> {
  const store = createStore(openDatabase(join(folder, WORKSPACE_FILE)));
  try {
    return await measure(() => summarise(mineLog(store.readRowColumns(LOG_ID), { instances: 'paired' })));
  } finally {
    store.close();
  }
}

function summarise({ activities, transitions, start, end, variants, resourceHandoffs, cases }: MinedLog): Answers {
  const sum = <T>(list: readonly T[], pick: (item: T) => number): number =>
    list.reduce((total, item) => total + pick(item), 0);
  const numberOf = (activity: number): number => Number(activities[activity]!.label.slice(1));
  const weighEnds = (ends: MinedLog['start']): number =>
    weigh(ends.map(({ activity, count }) => [numberOf(activity), count]));
  return {
    cases,
    edges: transitions.length,
    passings: sum(transitions, ({ count }) => count),
    sumMs: sum(transitions, ({ wait }) => wait.sumMs),
    sumOfMinimaMs: sum(transitions, ({ wait }) => wait.minMs),
    sumOfMaximaMs: sum(transitions, ({ wait }) => wait.maxMs),
    sumOfMediansMs: sum(transitions, ({ wait }) => wait.medianMs),
    starts: weighEnds(start),
    ends: weighEnds(end),
    peoplePairs: resourceHandoffs.length,
    handoffs: sum(resourceHandoffs, ({ count }) => count),
    variants: variants.count,
    commonestVariant: variants.top[0]?.count ?? 0,
    reworkCases: sum(activities, ({ reworkCases }) => reworkCases),
  };
}
