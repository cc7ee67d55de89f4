// The moments that stand for many: nobody opens hundreds.
import type { EvidenceRef, Provenance } from '../../domain/evidence.ts';

interface Cited {
  readonly evidence: readonly EvidenceRef[];
}

const MOST = 5;

/** At most five pointers, one of each in turn, so that each of the first five things shows itself. */
export function citeSome(things: readonly Cited[]): EvidenceRef[] {
  const firsts = things.flatMap(({ evidence }) => evidence.slice(0, 1));
  const rest = things.flatMap(({ evidence }) => evidence.slice(1));
  const seen = new Set<string>();
  const each = [...firsts, ...rest].filter((ref) => {
    const key = JSON.stringify(ref);
    return !seen.has(key) && seen.add(key);
  });
  return each.slice(0, MOST);
}

/** Of several facts together: observed where any was, confirmed only where all are. */
export function sumUp(things: readonly { readonly provenance: Provenance }[]): Provenance {
  const kinds = new Set(things.map(({ provenance }) => provenance));
  if (kinds.size === 1 && kinds.has('confirmed')) return 'confirmed';
  return (['observed', 'stated', 'confirmed', 'inferred'] as const).find((kind) => kinds.has(kind)) ?? 'inferred';
}
