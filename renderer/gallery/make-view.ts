// The gallery's process as the core would answer it: graph, findings and headline, from the simulated log.
import type { Activity, ProcessGraph, Transition } from '../../src/domain/graph.ts';
import type { ElementId, LogId } from '../../src/domain/ids.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { TOLD_ACTIVITIES } from './claim-process.ts';
import { DOCUMENTS } from './fake-intake.ts';
import { activityId, PROCESS, PROCESS_ID, rows, speech, transitionId } from './fixture-ids.ts';
import { makeInsights } from './make-insights.ts';
import { RECORDING_SUMMARIES, stepIdsOf } from './make-recording.ts';
import { type SimulatedLog, simulateClaims } from './simulate-claims.ts';

export function makeProcessView(): ProcessView {
  const log = simulateClaims(640, 7);
  const graph = makeGraph(log);
  const insights = makeInsights(graph);
  const count = (list: readonly { unsure: boolean }[]): number => list.filter(({ unsure }) => !unsure).length;
  return {
    process: PROCESS,
    headline: {
      process: PROCESS.name,
      recordings: RECORDING_SUMMARIES.length,
      cases: graph.cases,
      activities: count(graph.activities),
      transitions: count(graph.transitions),
      handoffs: count(insights.handoffs),
      bottlenecks: count(insights.bottlenecks),
      exceptions: count(insights.exceptions),
      judgements: count(insights.judgements),
    },
    graph,
    insights,
    recordings: RECORDING_SUMMARIES,
    documents: [...DOCUMENTS],
    logs: [
      {
        id: 'log-1' as LogId,
        processId: PROCESS_ID,
        name: 'claims-2026.csv',
        format: 'csv',
        sha256: '0'.repeat(64),
        path: 'logs/claims-2026.csv',
        events: graph.events,
        cases: graph.cases,
        warnings: [],
        createdAtMs: Date.UTC(2026, 9, 4),
      },
    ],
  };
}

/** A process that has a name and nothing else. */
export function makeEmptyView(): ProcessView {
  const full = makeProcessView();
  const none = {
    handoffs: [],
    bottlenecks: [],
    exceptions: [],
    judgements: [],
    rework: [],
    transfers: [],
    openEnds: [],
    decisions: [],
    waits: [],
    differences: [],
  };
  return {
    ...full,
    headline: {
      ...full.headline,
      recordings: 0,
      cases: 0,
      activities: 0,
      transitions: 0,
      handoffs: 0,
      bottlenecks: 0,
      exceptions: 0,
      judgements: 0,
    },
    documents: [],
    graph: {
      ...full.graph,
      cases: 0,
      events: 0,
      recordings: 0,
      cycle: null,
      activities: [],
      transitions: [],
      start: [],
      end: [],
      variants: { count: 0, top: [] },
    },
    insights: { ...none, definitions: {}, exclusions: [] },
    recordings: [],
    logs: [],
  };
}

function makeGraph(log: SimulatedLog): ProcessGraph {
  const logged = log.activities.map((one, index) => makeActivity(one, index));
  const told = TOLD_ACTIVITIES.map((row, index) => makeToldActivity(row, index));
  const roles = new Map(
    [...log.activities.map(({ row }) => row), ...TOLD_ACTIVITIES].map((row) => [row.label, row.role]),
  );
  return {
    processId: PROCESS_ID,
    process: PROCESS.name,
    cases: log.cases,
    events: log.events,
    recordings: RECORDING_SUMMARIES.length,
    cycle: log.cycle,
    activities: [...logged, ...told],
    transitions: [
      ...log.transitions.map((one, index) =>
        makeTransition(one, roles.get(one.source) !== roles.get(one.target), index),
      ),
      ...TOLD_ACTIVITIES.flatMap((row) => [
        makeToldTransition(row.after, row.label, row.unsure ?? false),
        ...row.next.map(([target]) => makeToldTransition(row.label, target, row.unsure ?? false)),
      ]),
    ],
    start: log.start.map(({ label, count }) => ({ activity: activityId(label), count })),
    end: log.end.map(({ label, count }) => ({ activity: activityId(label), count })),
    variants: {
      count: log.variants.count,
      top: log.variants.top.map(({ labels, count }) => ({ activities: labels.map(activityId), count })),
    },
    resourceHandoffs: [],
    selfHandovers: 0,
    doubts: [],
  };
}

function makeActivity(
  { row, count, cases, reworkCases, processing }: SimulatedLog['activities'][number],
  index: number,
): Activity {
  const isTold = index % 2 === 0;
  return {
    id: activityId(row.label),
    label: row.label,
    count,
    cases,
    sources: { log: count, recordings: isTold ? 1 + (index % 3) : 0 },
    roles:
      index % 5 === 3
        ? [
            { name: row.role, count: count - 2 || 1 },
            { name: 'team lead', count: 2 },
          ]
        : [{ name: row.role, count }],
    systems: [{ name: row.system, count }],
    artifacts: index % 3 === 0 ? [{ name: 'claim form', count: 2 }] : [],
    resources: 2 + (index % 5),
    processing,
    reworkCases,
    stepIds: stepIdsOf(row.label),
    evidence: [...(isTold ? [speech(index), speech(index + 4)] : []), rows(count)],
    provenance: index % 11 === 4 ? 'confirmed' : 'observed',
    confidence01: 0.98,
    unsure: false,
  };
}

function makeToldActivity(row: (typeof TOLD_ACTIVITIES)[number], index: number): Activity {
  return {
    id: activityId(row.label),
    label: row.label,
    count: 2,
    cases: 2,
    sources: { log: 0, recordings: 2 },
    roles: [{ name: row.role, count: 2 }],
    systems: [{ name: row.system, count: 2 }],
    artifacts: [],
    resources: 1,
    processing: null,
    reworkCases: 0,
    stepIds: [...stepIdsOf(row.label), `told-${index}` as ElementId],
    evidence: [speech(index + 3)],
    provenance: 'stated',
    confidence01: row.unsure ? 0.42 : 0.84,
    unsure: row.unsure ?? false,
  };
}

function makeTransition(
  { source, target, count, wait }: SimulatedLog['transitions'][number],
  isHandoff: boolean,
  index: number,
): Transition {
  return {
    id: transitionId(source, target),
    source: activityId(source),
    target: activityId(target),
    count,
    sources: { log: count, recordings: index % 4 === 0 ? 1 : 0 },
    wait,
    handoffs: isHandoff ? count : 0,
    evidence: [rows(count), ...(index % 4 === 0 ? [speech(index)] : [])],
    provenance: 'observed',
    confidence01: 0.99,
    unsure: false,
  };
}

function makeToldTransition(source: string, target: string, unsure: boolean): Transition {
  return {
    id: transitionId(source, target),
    source: activityId(source),
    target: activityId(target),
    count: 2,
    sources: { log: 0, recordings: 2 },
    wait: null,
    handoffs: 0,
    evidence: [speech(5)],
    provenance: 'stated',
    confidence01: unsure ? 0.4 : 0.8,
    unsure,
  };
}
