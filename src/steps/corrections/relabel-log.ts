// Comes in: the activities of event logs. Goes out: the same, under the names and put together as people said.
import type { Correction } from '../../domain/correction.ts';
import type { LogColumns, RowColumns } from '../../domain/log.ts';
import { type Entry, listEffective } from './effective.ts';

export interface Relabelled {
  /** In the order given; activities that people put together have one name. */
  readonly labels: string[];
  /** Corrections in force of a label that is not there, and renamings to one that is taken. */
  readonly stale: Entry[];
}

/** `labels`: those of all logs of the process as the logs name them, each once. */
export function relabelLog(labels: readonly string[], corrections: readonly Correction[]): Relabelled {
  const stale: Entry[] = [];
  let current = [...labels];
  for (const correction of listEffective(corrections)) {
    const { command } = correction;
    if (command.do === 'relateLog') {
      const places = command.logLabels.map((label) => labels.indexOf(label));
      if (places.includes(-1)) stale.push(correction);
      else if (command.as === 'same') current = putTogether(current, places);
      continue;
    }
    if (command.do !== 'rename' || command.logLabel === null) continue;
    const { logLabel, label } = command;
    if (logLabel === label) continue;
    if (current.includes(logLabel) && !current.includes(label)) {
      current = current.map((each) => (each === logLabel ? label : each));
    } else stale.push(correction);
  }
  return { labels: current, stale };
}

/** All that bear the name of one of these bear that of the first. */
function putTogether(current: readonly string[], places: readonly number[]): string[] {
  const names = new Set(places.map((at) => current[at]));
  const first = current[places[0]!]!;
  return current.map((name) => (names.has(name) ? first : name));
}

/** The labels of all logs, each once: what `relabelLog` takes. */
export const listLabels = (logs: readonly Pick<LogColumns, 'activities'>[]): string[] => [
  ...new Set(logs.flatMap(({ activities }) => activities)),
];

export type NameOf = (logLabel: string) => string;

/** How an activity is called now, by its name in the logs. */
export function openNames(logs: readonly Pick<LogColumns, 'activities'>[], corrections: readonly Correction[]): NameOf {
  const labels = listLabels(logs);
  const names = relabelLog(labels, corrections).labels;
  const byLabel = new Map(labels.map((label, at) => [label, names[at]!]));
  return (label) => byLabel.get(label) ?? label;
}

/** The same rows with the activities people put together as one; nothing is copied where nothing is to be done. */
export function relabelColumns<Columns extends RowColumns>(columns: Columns, nameOf: NameOf): Columns {
  const names = columns.activities.map(nameOf);
  const activities = [...new Set(names)];
  if (activities.length === names.length) return { ...columns, activities: names };
  const places = names.map((name) => activities.indexOf(name));
  return { ...columns, activities, activityOf: columns.activityOf.map((activity) => places[activity]!) };
}
