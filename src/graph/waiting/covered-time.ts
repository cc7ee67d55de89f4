// Time on a line of fixed points, of which more and more becomes covered: how much of a span is covered so far?

export interface CoveredTime {
  /** Covers the line between two of its points, given by number; what is covered already stays so. */
  cover(from: number, to: number): void;
  /** Covered time between two of its points. */
  between(from: number, to: number): number;
}

/** `pointsMs` ascending, each once. Covering costs once per stretch between two points, asking is logarithmic. */
export function openCoveredTime(pointsMs: Float64Array): CoveredTime {
  const stretches = Math.max(0, pointsMs.length - 1);
  // For each stretch the next one that may be uncovered (union-find), and a Fenwick tree over covered lengths.
  const nextOf = new Int32Array(stretches + 1).map((_, at) => at);
  const tree = new Float64Array(stretches + 1);
  const findOpen = (stretch: number): number => {
    let open = stretch;
    while (nextOf[open] !== open) {
      nextOf[open] = nextOf[nextOf[open]!]!;
      open = nextOf[open]!;
    }
    return open;
  };
  const lengthBefore = (point: number): number => {
    let sum = 0;
    for (let at = point; at > 0; at -= at & -at) sum += tree[at]!;
    return sum;
  };
  return {
    cover: (from, to) => {
      for (let at = findOpen(from); at < to; at = findOpen(at)) {
        const lengthMs = pointsMs[at + 1]! - pointsMs[at]!;
        for (let node = at + 1; node <= stretches; node += node & -node) tree[node]! += lengthMs;
        nextOf[at] = at + 1;
      }
    },
    between: (from, to) => lengthBefore(to) - lengthBefore(from),
  };
}

/** Where a point stands among the points; it must be one of them. */
export function findPoint(pointsMs: Float64Array, ms: number): number {
  let low = 0;
  let high = pointsMs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pointsMs[middle]! < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The points in order, each once. Reorders what is given. */
export function toPoints(timesMs: Float64Array): Float64Array {
  timesMs.sort();
  let kept = 0;
  for (const ms of timesMs) if (kept === 0 || timesMs[kept - 1] !== ms) timesMs[kept++] = ms;
  return timesMs.subarray(0, kept);
}
