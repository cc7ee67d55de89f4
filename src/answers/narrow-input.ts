// In: a process and a slice. Out: the same process as only those cases show it, mined as the whole is mined.
import type { LogSlice } from '../domain/comparison.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { filterLogs } from '../graph/filter-log/filter-log.ts';
import { restoreRows } from '../graph/filter-log/restore-rows.ts';
import { mineLog } from '../graph/mine-log.ts';
import { explainWaiting } from '../graph/waiting/explain-waiting.ts';
import { findInsights } from '../insights/find-insights.ts';
import { keepFor } from '../lib/keep-for.ts';
import type { AnswerInput } from './answer-input.ts';

/** People go on asking about the same cases: the last few parts are kept with the whole. */
const partsOf = keepFor<AnswerInput, Map<string, AnswerInput | undefined>>(() => new Map());
const MOST_KEPT = 4;

export interface NarrowOptions {
  /** Laying waiting to its causes takes longer than all the rest: only for questions that ask for it. */
  readonly explainsWaiting: boolean;
}

/** As `narrow`, which is only done where it was not just done. */
export function narrowInput(input: AnswerInput, slice: LogSlice, options: NarrowOptions): AnswerInput | undefined {
  const parts = partsOf(input);
  const key = JSON.stringify([slice, options]);
  if (!parts.has(key)) parts.set(key, narrow(input, slice, options));
  for (const oldest of [...parts.keys()].slice(0, -MOST_KEPT)) parts.delete(oldest);
  return parts.get(key);
}

/** Undefined when no case is left. Recordings are left out: nobody can say in which of the cases a telling holds. */
function narrow(input: AnswerInput, slice: LogSlice, { explainsWaiting }: NarrowOptions): AnswerInput | undefined {
  const logs = input.logs.flatMap(({ log, columns }) => (columns === null ? [] : [{ log, columns }]));
  const filtered = filterLogs(
    logs.map(({ columns }) => columns),
    slice,
    { instances: 'paired' },
  );
  const mined = logs.flatMap(({ log }, at) => {
    const part = filtered[at];
    if (part === undefined || part.cases === 0) return [];
    const minedLog = mineLog(part.columns, { instances: 'paired' });
    const showsWork =
      explainsWaiting &&
      part.columns.resources.length > 0 &&
      minedLog.activities.some(({ processing }) => processing !== null);
    return [
      {
        log,
        mined: restoreRows(minedLog, part.rowOf),
        // Rows of the slice, not of the file: only its sums are used here, and they point at no row.
        ...(showsWork && { waiting: explainWaiting(part.columns) }),
      },
    ];
  });
  if (mined.length === 0) return undefined;
  const graph = buildGraph({ process: input.process, recordings: [], clusters: [], logs: mined });
  return {
    ...input,
    logs: logs.map(({ log }, at) => ({ log, columns: filtered[at]?.columns ?? null, rowOf: filtered[at]?.rowOf })),
    graph,
    insights: findInsights({ graph, recordings: [], clusters: [], logs: mined }),
    recordings: [],
    said: [],
  };
}
