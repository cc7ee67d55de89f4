// In: spans as the rules gave them. Out: those that are taken, in order, none of them over another.
import type { Span } from './span.ts';

/** The longest wins, then the most certain: a card number within an IBAN is a part of the IBAN. */
export function resolveOverlaps(spans: readonly Span[]): Span[] {
  const ranked = [...spans].sort(
    (a, b) => b.end - b.start - (a.end - a.start) || b.certainty01 - a.certainty01 || a.start - b.start,
  );
  const taken: Span[] = [];
  for (const span of ranked) {
    const at = placeFor(taken, span.start);
    const isFree = (taken[at - 1]?.end ?? 0) <= span.start && (taken[at]?.start ?? Infinity) >= span.end;
    if (isFree) taken.splice(at, 0, span);
  }
  return taken;
}

/** How many of the taken ones begin before `start`; they are in order. */
function placeFor(taken: readonly Span[], start: number): number {
  let [low, high] = [0, taken.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (taken[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}
