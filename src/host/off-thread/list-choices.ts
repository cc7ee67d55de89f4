// In: the logs of a process. Out: what cases can be chosen by. Runs in the worker.
import type { SideChoices } from '../../domain/comparison.ts';
import { filterStored, type StoredProcess } from './measure-side.ts';

export type LogChoices = Pick<SideChoices, 'period' | 'roles' | 'resources' | 'activities'>;

export function listChoices(stored: StoredProcess): LogChoices {
  const all = filterStored(stored, undefined).map(({ filtered }) => filtered.columns);
  let [fromMs, toMs] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { caseOf, startMs, endMs } of all) {
    for (let row = 0; row < caseOf.length; row += 1) {
      if (row > 0 && caseOf[row] === caseOf[row - 1]) continue;
      const at = Number.isNaN(startMs[row]!) ? endMs[row]! : Math.min(startMs[row]!, endMs[row]!);
      fromMs = Math.min(fromMs, at);
      toMs = Math.max(toMs, at);
    }
  }
  const namesOf = (pick: (columns: (typeof all)[number]) => readonly string[]): string[] =>
    [...new Set(all.flatMap(pick))].sort((a, b) => a.localeCompare(b, 'en'));
  return {
    period: fromMs <= toMs ? { fromMs, toMs } : null,
    roles: namesOf(({ roles }) => roles),
    resources: namesOf(({ resources }) => resources),
    activities: namesOf(({ activities }) => activities),
  };
}
