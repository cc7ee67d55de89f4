// In: the address of a moment. Out: what stands there.
import type { Moment } from '../../domain/agent.ts';
import { cite } from '../../evidence/cite.ts';
import { findRef } from '../../evidence/moment-address.ts';
import type { Store } from '../../needs/store.ts';
import { createEvidenceSource } from '../citations.ts';

/** Undefined where the address is none, or leads nowhere (any more). */
export function readMoment(store: Store, uri: string): Moment | undefined {
  const source = createEvidenceSource(store);
  const ref = findRef(uri, source);
  const found = ref && cite(ref, source);
  if (ref === undefined || found === undefined) return undefined;
  const { source: from, actor, role, text, context, rows } = found;
  const at = 'startMs' in ref ? ref : 'atMs' in ref ? { startMs: ref.atMs, endMs: ref.atMs } : undefined;
  const [startMs, endMs] = [at?.startMs ?? null, at?.endMs ?? null];
  return { uri, kind: ref.kind, source: from, actor, role, startMs, endMs, text, context, rows };
}
