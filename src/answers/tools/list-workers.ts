import { z } from 'zod';
import type { LogRef } from '../../domain/evidence.ts';
import { LIFECYCLE } from '../../domain/log.ts';
import { keepFor } from '../../lib/keep-for.ts';
import type { AnswerLog } from '../answer-input.ts';
import { defineTool, GROUNDED } from './tool.ts';

const Done = z.object({ activity: z.string(), count: z.int() });

const Worker = z.object({
  name: z.string(),
  role: z.string().nullable().describe('the one they have most often'),
  events: z.int(),
  cases: z.int(),
  activities: z.array(Done.extend(GROUNDED)).describe('most frequent first'),
  ...GROUNDED,
});
export type Worker = z.infer<typeof Worker>;

export const listWorkers = defineTool({
  name: 'workers',
  description:
    'The people (or other resources) that the event logs name: how many events and cases each has, and which activities they do how often. Empty where the rows of the logs are not at hand. Example: {"name": "Tom Bray"}.',
  input: z.object({ name: z.string().optional().describe('one person, as the graph names them') }),
  output: z.object({ workers: z.array(Worker).describe('by number of events, most first') }),
  run: ({ name }, { logs }) => ({
    workers: collectWorkers(logs).filter((worker) => name === undefined || worker.name === name),
  }),
});

/** One pass over the rows, made once. */
const collectWorkers = keepFor((logs: readonly AnswerLog[]): readonly Worker[] => {
  const workers = new Map<string, Counted>();
  for (const log of logs) countLog(log, workers);
  return [...workers].map(([name, counted]) => toWorker(name, counted)).toSorted((a, b) => b.events - a.events);
});

interface Counted {
  readonly roles: Map<string, number>;
  /** By activity, log and row; five rows at most are kept of each log. */
  readonly done: Map<string, Map<AnswerLog, { count: number; readonly rows: number[] }>>;
  cases: number;
  lastCase: string;
}

function countLog(log: AnswerLog, workers: Map<string, Counted>): void {
  const { columns } = log;
  if (columns === null) return;
  const { caseOf, activityOf, resourceOf, roleOf, lifecycle } = columns;
  for (let row = 0; row < caseOf.length; row += 1) {
    if (resourceOf[row]! < 0 || lifecycle[row] !== LIFECYCLE.complete) continue;
    const name = columns.resources[resourceOf[row]!]!;
    const counted = workers.get(name) ?? { roles: new Map(), done: new Map(), cases: 0, lastCase: '' };
    workers.set(name, counted);
    const activity = columns.activities[activityOf[row]!]!;
    const role = roleOf[row]! < 0 ? undefined : columns.roles[roleOf[row]!]!;
    if (role !== undefined) counted.roles.set(role, (counted.roles.get(role) ?? 0) + 1);
    const logs = counted.done.get(activity) ?? new Map<AnswerLog, { count: number; rows: number[] }>();
    counted.done.set(activity, logs);
    const done = logs.get(log) ?? { count: 0, rows: [] };
    logs.set(log, done);
    done.count += 1;
    if (done.rows.length < ROWS) done.rows.push(log.rowOf?.[row] ?? row);
    // Rows of a case stand together.
    const key = `${log.log.id} ${caseOf[row]}`;
    if (counted.lastCase !== key) counted.cases += 1;
    counted.lastCase = key;
  }
}

const ROWS = 5;

function toWorker(name: string, { roles, done, cases }: Counted): Worker {
  const activities = [...done]
    .map(([activity, logs]) => ({
      activity,
      count: [...logs.values()].reduce((sum, { count }) => sum + count, 0),
      evidence: [...logs].map(
        ([{ log }, { count, rows }]): z.infer<typeof LogRef> => ({
          kind: 'log',
          logId: log.id,
          rows,
          count,
        }),
      ),
      provenance: 'observed' as const,
    }))
    .toSorted((a, b) => b.count - a.count);
  return {
    name,
    role: [...roles].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null,
    events: activities.reduce((sum, { count }) => sum + count, 0),
    cases,
    activities,
    evidence: activities.flatMap(({ evidence }) => evidence).slice(0, 5),
    provenance: 'observed',
  };
}
