import { z } from 'zod';
import type { LogRef } from '../../domain/evidence.ts';
import { Durations } from '../../domain/graph.ts';
import { LIFECYCLE } from '../../domain/log.ts';
import { allDurations } from '../../graph/mine-durations.ts';
import type { AnswerLog } from '../answer-input.ts';
import { defineTool, GROUNDED } from './tool.ts';

export const timeBetween = defineTool({
  name: 'time_between',
  description:
    'How long it takes from the first time an activity is over to the first time after it that another one begins, over all cases of the event logs that have both, whatever happens in between (milliseconds). Null where no case has both, or the rows of the logs are not at hand. Example: {"source": "record claim", "target": "pay refund"}.',
  input: z.object({
    source: z.string().describe('exact label of the activity that is over first'),
    target: z.string().describe('exact label of the activity that begins later'),
  }),
  output: z.object({ time: Durations.nullable(), evidence: GROUNDED.evidence.or(z.array(z.never())) }),
  run: ({ source, target }, { logs }) => {
    const found = logs.map((log) => measure(log, source, target));
    return {
      time: allDurations(Float64Array.from(found.flatMap(({ times }) => times))),
      evidence: found.flatMap(({ evidence }) => evidence ?? []),
    };
  },
});

const ROWS = 5;

/** One pass over the rows: those of a case stand together, in order of time. */
function measure({ log, columns, rowOf }: AnswerLog, source: string, target: string) {
  const times: number[] = [];
  const rows: number[] = [];
  if (columns === null) return { times };
  const { caseOf, activityOf, startMs, endMs, lifecycle, activities } = columns;
  let [inCase, overMs] = [-1, Number.NaN];
  for (let row = 0; row < caseOf.length; row += 1) {
    if (lifecycle[row] === LIFECYCLE.other) continue;
    if (caseOf[row] !== inCase) [inCase, overMs] = [caseOf[row]!, Number.NaN];
    const label = activities[activityOf[row]!];
    if (label === source && Number.isNaN(overMs) && lifecycle[row] === LIFECYCLE.complete) overMs = endMs[row]!;
    else if (label === target && overMs >= 0) {
      const beginMs = Number.isNaN(startMs[row]!) ? endMs[row]! : startMs[row]!;
      if (beginMs < overMs) continue;
      times.push(beginMs - overMs);
      if (rows.length < ROWS) rows.push(rowOf?.[row] ?? row);
      // Once in a case.
      overMs = Number.NEGATIVE_INFINITY;
    }
  }
  const ref: z.infer<typeof LogRef> = { kind: 'log', logId: log.id, rows, count: times.length };
  return rows.length === 0 ? { times } : { times, evidence: [ref] };
}
