// In: a process graph. Out: the same by labels, with the ids beside them, as `mirror graph --json` prints it.
import type { Durations, ProcessGraph } from '../domain/graph.ts';
import type { ActivityId } from '../domain/ids.ts';

/** Labels are unique in a process, so they can stand for the activities. Times are milliseconds. */
export function describeGraph(graph: ProcessGraph) {
  const labels = new Map(graph.activities.map(({ id, label }) => [id, label]));
  const labelOf = (id: ActivityId): string => labels.get(id) ?? id;
  const byLabel = (counts: readonly { activity: ActivityId; count: number }[]): Record<string, number> =>
    Object.fromEntries(counts.map(({ activity, count }) => [labelOf(activity), count]));
  return {
    process: graph.process,
    cases: graph.cases,
    events: graph.events,
    recordings: graph.recordings,
    activities: graph.activities.map(
      ({ id, label, count, cases, roles, systems, provenance, confidence01, sources }) => ({
        id,
        label,
        count,
        cases,
        roles: roles.map(({ name }) => name),
        systems: systems.map(({ name }) => name),
        provenance,
        confidence: confidence01,
        sources,
      }),
    ),
    start: byLabel(graph.start),
    end: byLabel(graph.end),
    transitions: graph.transitions.map(({ id, source, target, count, wait, sources, provenance }) => ({
      id,
      source: labelOf(source),
      target: labelOf(target),
      sourceId: source,
      targetId: target,
      count,
      wait: describeWait(wait),
      provenance,
      sources,
    })),
    variants: {
      count: graph.variants.count,
      top: graph.variants.top.map(({ activities, count }) => ({ labels: activities.map(labelOf), count })),
    },
    handoffs: graph.resourceHandoffs,
    selfHandovers: graph.selfHandovers,
    reworkCases: Object.fromEntries(
      graph.activities
        .filter(({ reworkCases }) => reworkCases > 0)
        .map(({ label, reworkCases }) => [label, reworkCases]),
    ),
  };
}

const describeWait = (wait: Durations | null): Omit<Durations, 'p90Ms'> | { n: 0 } =>
  wait === null
    ? { n: 0 }
    : {
        n: wait.n,
        sumMs: wait.sumMs,
        meanMs: wait.meanMs,
        medianMs: wait.medianMs,
        minMs: wait.minMs,
        maxMs: wait.maxMs,
      };
