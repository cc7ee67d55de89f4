// Finds a finding by its id, whatever its kind.
import type { FindingId } from '../../src/domain/ids.ts';
import type { Insights } from '../../src/domain/insights.ts';
import type { FindingKind } from '../route.ts';

/** The kinds that are lists of findings; `paths` is made of the graph's variants. */
export type ListedKind = Exclude<FindingKind, 'paths'>;

export const LISTED_KINDS = [
  'bottlenecks',
  'handoffs',
  'exceptions',
  'judgements',
  'rework',
  'decisions',
  'waits',
  'transfers',
  'openEnds',
  'differences',
] as const satisfies readonly ListedKind[];

export type AnyFinding = { [Kind in ListedKind]: { kind: Kind; finding: Insights[Kind][number] } }[ListedKind];

/** Every finding with its kind. */
export function listFindings(insights: Insights): AnyFinding[] {
  // Each list holds findings of its own kind, which the compiler cannot follow through the key.
  return LISTED_KINDS.flatMap((kind) => insights[kind].map((finding) => ({ kind, finding }) as AnyFinding));
}

export const findFinding = (insights: Insights, id: FindingId): AnyFinding | undefined =>
  listFindings(insights).find(({ finding }) => finding.id === id);
