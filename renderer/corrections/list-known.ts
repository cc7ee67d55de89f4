// The roles, systems and artifacts a process already knows, most frequent first: what a correction is offered.
import type { ProcessGraph, Tally } from '../../src/domain/graph.ts';

export interface Known {
  readonly roles: readonly string[];
  readonly systems: readonly string[];
  readonly artifacts: readonly string[];
}

export function listKnown({ activities }: Pick<ProcessGraph, 'activities'>): Known {
  return {
    roles: rank(activities.flatMap((activity) => activity.roles)),
    systems: rank(activities.flatMap((activity) => activity.systems)),
    artifacts: rank(activities.flatMap((activity) => activity.artifacts)),
  };
}

function rank(tallies: readonly Tally[]): string[] {
  const counts = new Map<string, number>();
  for (const { name, count } of tallies) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([name]) => name);
}
