// Finds what was corrected in a new extraction: by its id, else by its words at about the same place.
import type { Anchor } from '../../domain/correction.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';

/** Less shared than this, and it is another place or other words. */
const SHARED = 0.5;

interface Candidate {
  readonly id: string;
  readonly evidence: readonly EvidenceRef[];
}

export interface Sought {
  readonly id: string;
  readonly anchor: Anchor;
  /** Ids of things known to be others than the one sought. */
  readonly others?: ReadonlySet<string> | undefined;
}

/**
 * The one with the id, if its words are (still) about those of the anchor: ids are made of places, and a transcript
 * may have been replaced. Otherwise the only one that shares its place and words with the anchor; two that do are none.
 */
export function findTarget<T extends Candidate>(
  candidates: readonly T[],
  { id, anchor, others }: Sought,
): T | undefined {
  const same = candidates.find((candidate) => candidate.id === id);
  if (same && same.evidence.some((ref) => saysTheSame(anchor.ref, ref))) return same;
  const near = candidates.filter(
    ({ id: own, evidence }) =>
      own !== id && !others?.has(own) && isAsTelling(evidence, anchor) && coversPlace(evidence, anchor.ref),
  );
  return near.length === 1 ? near[0] : undefined;
}

/** One window is seen beside many steps: it can stand only for what has no words of its own. */
const isAsTelling = (evidence: readonly EvidenceRef[], { ref }: Anchor): boolean =>
  ref.kind === 'speech' || !evidence.some(({ kind }) => kind === 'speech');

/** Whether some of the evidence is at this place and says about the same. */
export const coversPlace = (evidence: readonly EvidenceRef[], place: EvidenceRef): boolean =>
  evidence.some((ref) => saysTheSame(place, ref) && shared01(place, ref) >= SHARED);

/** Whether the words of one are about those of the other (or part of them); of what has no words, what was seen. */
function saysTheSame(one: EvidenceRef, other: EvidenceRef): boolean {
  if (one.kind === 'speech' && other.kind === 'speech') return sharesWords(one.quote, other.quote);
  if (one.kind === 'event' && other.kind === 'event') return one.title === other.title;
  if (one.kind === 'log' && other.kind === 'log') {
    return one.logId === other.logId && one.rows.some((row) => other.rows.includes(row));
  }
  return JSON.stringify(one) === JSON.stringify(other);
}

function sharesWords(one: string, other: string): boolean {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, Math.min(a.size, b.size)) >= SHARED;
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

/** How much of both together is common to both: characters of one segment, otherwise time. 0 to 1. */
function shared01(one: EvidenceRef, other: EvidenceRef): number {
  if ('recordingId' in one && 'recordingId' in other && one.recordingId !== other.recordingId) return 0;
  if (one.kind === 'speech' && other.kind === 'speech' && one.segment === other.segment) {
    return overlap01([one.charStart, one.charEnd], [other.charStart, other.charEnd]);
  }
  if ('startMs' in one && 'startMs' in other) return overlap01([one.startMs, one.endMs], [other.startMs, other.endMs]);
  return 1;
}

function overlap01([from, to]: readonly [number, number], [start, end]: readonly [number, number]): number {
  const whole = Math.max(to, end) - Math.min(from, start);
  // A window event is one moment.
  return whole === 0 ? 1 : Math.max(0, Math.min(to, end) - Math.max(from, start)) / whole;
}
