// In: marks and the points each may stand at. Out: one point each, so that as few as can be cover each other.
import type { Point } from '../../src/lib/layered-layout.ts';

export interface Mark {
  readonly id: string;
  /** Where it may stand, the best first; at least one. */
  readonly places: readonly Point[];
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The first marks get the best places: give the worst bottlenecks first. `taken` is where something stands already. */
export function settleMarks(
  marks: readonly Mark[],
  { size, taken }: { readonly size: Size; readonly taken: readonly Point[] },
): Map<string, Point> {
  const settled = new Map<string, Point>();
  const used = [...taken];
  for (const { id, places } of marks) {
    const [best] = places;
    const place = places.find((point) => !used.some((other) => covers(point, other, size))) ?? best;
    if (place === undefined) continue;
    used.push(place);
    settled.set(id, place);
  }
  return settled;
}

const covers = (a: Point, b: Point, { width, height }: Size): boolean =>
  Math.abs(a.x - b.x) < width && Math.abs(a.y - b.y) < height;
