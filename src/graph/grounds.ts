// Joins what several sources say about one thing: all their evidence, and how well it is known together.
import type { EvidenceRef, Grounds, Provenance } from '../domain/evidence.ts';

const STRENGTH: readonly Provenance[] = ['inferred', 'stated', 'observed', 'confirmed'];

/** The strongest provenance and the best confidence win; unsure only if all are. At least one must be given. */
export function joinGrounds(all: readonly Grounds[]): Grounds {
  return {
    evidence: distinctEvidence(all.flatMap(({ evidence }) => evidence)),
    provenance: all
      .map(({ provenance }) => provenance)
      .reduce((best, next) => (STRENGTH.indexOf(next) > STRENGTH.indexOf(best) ? next : best)),
    confidence01: Math.max(...all.map(({ confidence01 }) => confidence01)),
    unsure: all.every(({ unsure }) => unsure),
  };
}

/** Something that needs all of its parts, such as one step following another: as weak as the weakest of them. */
export function chainGrounds(parts: readonly Grounds[], provenance: Provenance): Grounds {
  return {
    evidence: distinctEvidence(parts.flatMap(({ evidence }) => evidence.slice(0, 1))),
    provenance,
    confidence01: Math.min(...parts.map(({ confidence01 }) => confidence01)),
    unsure: parts.some(({ unsure }) => unsure),
  };
}

/** Counted in an event log: known for certain. */
export const loggedGrounds = (evidence: readonly EvidenceRef[]): Grounds => {
  return { evidence: [...evidence], provenance: 'observed', confidence01: 1, unsure: false };
};

function distinctEvidence(evidence: readonly EvidenceRef[]): EvidenceRef[] {
  return [...new Map(evidence.map((ref) => [JSON.stringify(ref), ref])).values()];
}
