// In: activities, transitions and findings. Out: their rows, and back. What has no column of its own goes to `body`.
import type { Activity, Transition } from '../../src/domain/graph.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { Insights } from '../../src/domain/insights.ts';
import { asRecord } from '../rows.ts';
import type { activities, findings, transitions } from '../schema/graph.ts';

interface Place {
  readonly processId: ProcessId;
  readonly position: number;
}

/** A row of `activities`. */
export function toActivityRow(
  { id, label, count, cases, reworkCases, evidence, provenance, confidence01, unsure, ...body }: Activity,
  place: Place,
): typeof activities.$inferInsert {
  const grounds = { evidence, provenance, confidence01, unsure };
  return { ...place, id, label, count, cases, reworkCases, ...grounds, body };
}

/** A row of `transitions`. */
export function toTransitionRow(
  { id, source, target, count, handoffs, evidence, provenance, confidence01, unsure, ...body }: Transition,
  place: Place,
): typeof transitions.$inferInsert {
  const grounds = { evidence, provenance, confidence01, unsure };
  return { ...place, id, sourceId: source, targetId: target, count, handoffs, ...grounds, body };
}

type ListOf<Value> = Value extends readonly (infer Item)[] ? Item : never;
type Finding = Extract<ListOf<Insights[keyof Insights]>, { status: unknown }>;

/** A row of `findings`. */
export function toFindingRow(
  { id, label, status, evidence, provenance, confidence01, unsure, ...body }: Finding,
  { kind, ...place }: Place & { readonly kind: string },
): typeof findings.$inferInsert {
  const grounds = { evidence, provenance, confidence01, unsure };
  return { ...place, kind, id, label, status, ...grounds, body };
}

/** What `body` holds wins: a handoff's own `kind` is there, and the row's `kind` is the list it stands in. */
export function fromPartRow({ body, ...columns }: { readonly body: unknown }): unknown {
  return { ...columns, ...asRecord(body) };
}

/** As `fromPartRow`, with the names the domain has for both ends. */
export function fromTransitionRow({ sourceId, targetId, ...row }: typeof transitions.$inferSelect): unknown {
  return { source: sourceId, target: targetId, ...asRecord(fromPartRow(row)) };
}
