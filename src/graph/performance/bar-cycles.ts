// In: how long each case takes. Out: bars of a distribution that a person can read.
export interface Bar {
  readonly fromMs: number;
  /** Null for the last one, which holds everything longer. */
  readonly toMs: number | null;
  readonly cases: number;
  /** The first five cases in it. */
  readonly examples: readonly number[];
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Widths a person counts in. */
const WIDTHS = [
  ...[1, 5, 10, 30].map((width) => width * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((width) => width * MINUTE),
  ...[1, 2, 3, 6, 12].map((width) => width * HOUR),
  ...[1, 2, 5, 7, 14, 30, 60, 90, 180, 365].map((width) => width * DAY),
];
const MOST_BARS = 24;

/**
 * Bars of one round width up to where 19 of 20 cases have ended, at most 24 of them, and one for what takes longer: times
 * of cases have long tails, and equal bars up to the longest would put nearly all cases into the first. One bar at least.
 */
export function barCycles(cycleMs: Float64Array): Bar[] {
  const sorted = cycleMs.toSorted();
  const common = sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0;
  const widthMs =
    WIDTHS.find((width) => common < width * MOST_BARS) ?? Math.ceil(common / MOST_BARS / (365 * DAY)) * 365 * DAY;
  const full = Math.floor(common / widthMs) + 1;
  const longest = sorted.at(-1) ?? 0;
  const size = longest < full * widthMs ? full : full + 1;
  const examples = Array.from({ length: size }, (): number[] => []);
  const counts = new Int32Array(size);
  cycleMs.forEach((ms, at) => {
    const bar = Math.min(size - 1, Math.floor(ms / widthMs));
    counts[bar]! += 1;
    if (examples[bar]!.length < 5) examples[bar]!.push(at);
  });
  return Array.from(counts, (cases, bar) => ({
    fromMs: bar * widthMs,
    toMs: bar === full ? null : (bar + 1) * widthMs,
    cases,
    examples: examples[bar]!,
  }));
}
