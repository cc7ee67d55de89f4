// In: everything derived for one process. Out: how many facts carry no pointer, or one that resolves to nothing.
import type { Grounds } from '../domain/evidence.ts';
import type { Extraction } from '../domain/extraction.ts';
import type { ProcessGraph } from '../domain/graph.ts';
import type { Insights } from '../domain/insights.ts';
import { cite, type EvidenceSource } from './cite.ts';

/** Counts the facts whose evidence is missing; 0 is the only right answer. */
export function countMissing(
  facts: Iterable<Pick<Grounds, 'evidence'>>,
  source: EvidenceSource,
): { facts: number; missing: number } {
  const counts = { facts: 0, missing: 0 };
  for (const fact of facts) {
    counts.facts += 1;
    const isGrounded = fact.evidence.length > 0 && fact.evidence.every((ref) => cite(ref, source) !== undefined);
    if (!isGrounded) counts.missing += 1;
  }
  return counts;
}

/** Every fact of a process that must be grounded: steps and what is said of them, activities, transitions, findings. */
export function* listFacts(
  extractions: readonly Extraction[],
  graph: ProcessGraph,
  insights: Insights,
): Generator<Pick<Grounds, 'evidence'>> {
  for (const { warnings: _, ...elements } of extractions) for (const list of Object.values(elements)) yield* list;
  yield* graph.activities;
  yield* graph.transitions;
  const { definitions: _definitions, exclusions: _exclusions, waiting: _waiting, ...findings } = insights;
  for (const list of Object.values(findings)) yield* list;
}
