// In: what was mined of a part of a log. Out: the same, pointing at the rows of the whole log.
import type { MinedLog } from '../../domain/mined-log.ts';

/** Evidence points at rows of the log as it is stored, whatever part of it was mined. */
export function restoreRows(mined: MinedLog, rowOf: Int32Array): MinedLog {
  const restore = <T extends { readonly rows: readonly number[] }>(entry: T): T => ({
    ...entry,
    rows: entry.rows.map((row) => rowOf[row]!),
  });
  return {
    ...mined,
    activities: mined.activities.map(restore),
    transitions: mined.transitions.map((transition) => ({
      ...restore(transition),
      passings: transition.passings.map(restore),
    })),
    start: mined.start.map(restore),
    end: mined.end.map(restore),
  };
}
