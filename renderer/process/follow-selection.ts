// Where a selection went when the process was computed anew: a renamed activity has a new id, and is still the one meant.
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { ProcessView } from '../../src/domain/views.ts';
import { type AnyFinding, findFinding, listFindings } from '../findings/find-finding.ts';
import type { Selection } from '../route.ts';

type Part = Pick<ProcessView, 'graph' | 'insights'>;

export const isThere = ({ graph, insights }: Part, selection: Selection): boolean =>
  selection.what === 'activity'
    ? graph.activities.some(({ id }) => id === selection.id)
    : selection.what === 'transition'
      ? graph.transitions.some(({ id }) => id === selection.id)
      : findFinding(insights, selection.id) !== undefined;

/** The thing of the same kind that rests on most of the same steps or evidence; undefined when nothing does. */
export function findSuccessor(before: Part, after: Part, selection: Selection): Selection | undefined {
  switch (selection.what) {
    case 'activity': {
      const old = before.graph.activities.find(({ id }) => id === selection.id);
      const next = old && findAlike(old, after.graph.activities);
      return next && { what: 'activity', id: next.id };
    }
    case 'transition': {
      const old = before.graph.transitions.find(({ id }) => id === selection.id);
      const next = old && findAlike(old, after.graph.transitions);
      return next && { what: 'transition', id: next.id };
    }
    case 'finding': {
      const old = findFinding(before.insights, selection.id);
      const next = old && findAlike(old.finding, listOf(old, after.insights));
      return next && { what: 'finding', id: next.id };
    }
  }
}

const listOf = ({ kind }: AnyFinding, insights: ProcessView['insights']): readonly AnyFinding['finding'][] =>
  listFindings(insights)
    .filter((found) => found.kind === kind)
    .map(({ finding }) => finding);

interface Grounded {
  readonly evidence: readonly EvidenceRef[];
  readonly stepIds?: readonly string[];
}

function findAlike<T extends Grounded>(old: Grounded, candidates: readonly T[]): T | undefined {
  const own = new Set(rootsOf(old));
  const rated = candidates
    .map((candidate) => ({ candidate, shared: rootsOf(candidate).filter((root) => own.has(root)).length }))
    .filter(({ shared }) => shared > 0);
  return rated.toSorted((a, b) => b.shared - a.shared)[0]?.candidate;
}

const rootsOf = ({ evidence, stepIds = [] }: Grounded): string[] => [
  ...stepIds,
  ...evidence.map((ref) => JSON.stringify(ref)),
];
