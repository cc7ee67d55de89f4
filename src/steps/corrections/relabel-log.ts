// Comes in: the activity labels of an event log. Goes out: the same, renamed as people renamed them on the map.
import type { Correction } from '../../domain/correction.ts';
import { type Entry, listEffective } from './effective.ts';

export interface Relabelled {
  /** In the order given. */
  readonly labels: string[];
  /** Renamings in force of a label that is not there, or to one that is taken: two activities never become one so. */
  readonly stale: Entry[];
}

export function relabelLog(labels: readonly string[], corrections: readonly Correction[]): Relabelled {
  const stale: Entry[] = [];
  let current = [...labels];
  for (const correction of listEffective(corrections)) {
    const { command } = correction;
    if (command.do !== 'rename' || command.logLabel === null) continue;
    const { logLabel, label } = command;
    if (logLabel === label) continue;
    if (current.includes(logLabel) && !current.includes(label)) {
      current = current.map((each) => (each === logLabel ? label : each));
    } else stale.push(correction);
  }
  return { labels: current, stale };
}
