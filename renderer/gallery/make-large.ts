// A made-up process of any size, for looking at and measuring how the map holds up.
import type { Activity, Durations, Transition } from '../../src/domain/graph.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { sampleGraph } from '../../src/lib/layered-layout.sample.ts';
import { activityId, rows, transitionId } from './fixture-ids.ts';
import { makeEmptyView } from './make-view.ts';

const VERBS = ['check', 'enter', 'send', 'approve', 'compare', 'book', 'correct', 'request', 'file', 'release'];
const THINGS = ['order', 'invoice', 'contract', 'delivery note', 'customer record', 'credit limit', 'line test'];
const ROLES = ['clerk', 'sales consultant', 'coordinator', 'team lead', 'accountant', 'engineer', 'planner'];
const HOUR = 3_600_000;

/** The size that an address such as `large-300-900` asks for; undefined for any other process. */
export function readSize(processId: string): readonly [activities: number, transitions: number] | undefined {
  const [, activities, transitions] = /^large-(\d{1,4})-(\d{1,4})$/.exec(processId) ?? [];
  return activities && transitions ? [Number(activities), Number(transitions)] : undefined;
}

/** The same size gives the same process. Every seventh way passes to another role, every eighth is slow. */
export function makeLargeView(activities: number, transitions: number): ProcessView {
  const { nodes, edges } = sampleGraph(activities, transitions);
  const labels = new Map(nodes.map(({ id }, index) => [id, nameOf(index)]));
  const empty = makeEmptyView();
  const made = edges.map(({ source, target, weight }, index): Transition => {
    const [from = '', to = ''] = [labels.get(source), labels.get(target)];
    const count = Math.max(1, Math.round(weight));
    const id = `${transitionId(from, to)}-${index}` as Transition['id'];
    const wait = makeWait(count, index % 8 === 0 ? 40 : 2);
    return {
      ...GROUNDS,
      id,
      source: activityId(from),
      target: activityId(to),
      count,
      ...log(count),
      wait,
      handoffs: 0,
    };
  });
  return {
    ...empty,
    process: { ...empty.process, id: `large-${activities}-${transitions}` as ProcessId, name: 'large process' },
    headline: { ...empty.headline, activities, transitions, cases: 1000 },
    graph: {
      ...empty.graph,
      cases: 1000,
      activities: nodes.map((_, index) => makeActivity(nameOf(index), index)),
      transitions: made,
      start: [{ activity: activityId(nameOf(0)), count: 1000 }],
      end: [{ activity: activityId(nameOf(activities - 1)), count: 1000 }],
    },
    insights: {
      ...empty.insights,
      handoffs: made
        .filter((_, index) => index % 7 === 0)
        .map((one, index) => ({
          ...finding(`handoff-${index}`, one),
          kind: 'actor',
          from: 'clerk',
          to: 'planner',
          what: null,
          count: one.count,
          wait: one.wait,
        })),
      bottlenecks: made
        .filter((_, index) => index % 24 === 0)
        .map((one, index) => ({
          ...finding(`bottleneck-${index}`, one),
          n: one.count,
          share01: 0.02,
          wait: one.wait,
          statedDuration: null,
          cause: null,
          sentence: 'Cases wait here.',
        })),
    },
  };
}

const GROUNDS = {
  evidence: [rows(3)],
  provenance: 'observed' as const,
  confidence01: 0.98,
  unsure: false,
};

const log = (count: number) => ({ sources: { log: count, recordings: 0 } });

const nameOf = (index: number): string =>
  `${VERBS[index % VERBS.length]} ${THINGS[Math.floor(index / VERBS.length) % THINGS.length]} ${index}`;

function makeActivity(label: string, index: number): Activity {
  const count = 900 - ((index * 37) % 800);
  return {
    ...GROUNDS,
    ...log(count),
    id: activityId(label),
    label,
    count,
    cases: count,
    roles: [{ name: ROLES[Math.floor(index / 5) % ROLES.length] ?? 'clerk', count }],
    systems: [],
    artifacts: [],
    resources: 3,
    processing: null,
    reworkCases: 0,
    stepIds: [],
  };
}

function makeWait(n: number, hours: number): Durations {
  const meanMs = hours * HOUR;
  return { n, sumMs: n * meanMs, meanMs, medianMs: meanMs, minMs: 0, maxMs: meanMs * 4, p90Ms: meanMs * 2 };
}

const finding = (id: string, { id: way, source, target, count }: Transition) => ({
  ...GROUNDS,
  ...log(count),
  id: id as ProcessView['insights']['handoffs'][number]['id'],
  label: id,
  status: 'open' as const,
  activityIds: [source, target],
  transitionId: way,
});
