// In: a process. Out: the conditions people tell, on the ways that are gone under them.
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { ProcessGraph, Transition } from '../../src/domain/graph.ts';
import type { TransitionId } from '../../src/domain/ids.ts';
import { type DecisionFinding, isCounted } from '../../src/domain/insights.ts';

/**
 * A decision says what follows, not what it follows on: its condition stands on the only way to what follows, or on
 * the only one that the same recording tells. Where that leaves several, it stands on none.
 */
export function findConditions(
  graph: ProcessGraph,
  decisions: readonly DecisionFinding[],
): ReadonlyMap<TransitionId, string> {
  const conditions = new Map<TransitionId, string>();
  for (const decision of decisions.filter(isCounted)) {
    const told = new Set(decision.evidence.flatMap(recordingOf));
    for (const { condition, then } of decision.branches) {
      const way = findOnlyWay(
        graph.transitions.filter(({ source, target }) => target === then[0] && source !== target),
        told,
      );
      if (way && !conditions.has(way.id)) conditions.set(way.id, condition);
    }
  }
  return conditions;
}

function findOnlyWay(ways: readonly Transition[], told: ReadonlySet<string>): Transition | undefined {
  if (ways.length <= 1) return ways[0];
  const own = ways.filter(({ evidence }) => evidence.flatMap(recordingOf).some((id) => told.has(id)));
  return own.length === 1 ? own[0] : undefined;
}

const recordingOf = (ref: EvidenceRef): string[] => ('recordingId' in ref ? [ref.recordingId] : []);
