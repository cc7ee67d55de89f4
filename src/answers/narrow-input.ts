// In: a process and a slice. Out: the same process as only those cases show it, mined as the whole is mined.
import type { LogSlice } from '../domain/comparison.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { filterLogs } from '../graph/filter-log/filter-log.ts';
import { restoreRows } from '../graph/filter-log/restore-rows.ts';
import { mineLog } from '../graph/mine-log.ts';
import { explainWaiting } from '../graph/waiting/explain-waiting.ts';
import { findInsights } from '../insights/find-insights.ts';
import type { AnswerInput } from './answer-input.ts';

/** Undefined when no case is left. Recordings are left out: nobody can say in which of the cases a telling holds. */
export function narrowInput(input: AnswerInput, slice: LogSlice): AnswerInput | undefined {
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
      part.columns.resources.length > 0 && minedLog.activities.some(({ processing }) => processing !== null);
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
    graph,
    insights: findInsights({ graph, recordings: [], clusters: [], logs: mined }),
    recordings: [],
  };
}
