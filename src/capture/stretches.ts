// Stretches of the recording's clock, and what they have in common.

export interface Stretch {
  readonly startMs: number;
  readonly endMs: number;
}

/** How much of `stretch` lies within the others, in milliseconds; those may not overlap each other. */
export const sharedMs = ({ startMs, endMs }: Stretch, others: readonly Stretch[]): number =>
  others.reduce(
    (total, other) => total + Math.max(0, Math.min(endMs, other.endMs) - Math.max(startMs, other.startMs)),
    0,
  );

/** What is left of `stretch` when the others are taken out, in order. */
export function withoutStretches(stretch: Stretch, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let fromMs = stretch.startMs;
  for (const { startMs, endMs } of others.toSorted((a, b) => a.startMs - b.startMs)) {
    if (startMs > fromMs) left.push({ startMs: fromMs, endMs: Math.min(startMs, stretch.endMs) });
    fromMs = Math.max(fromMs, endMs);
    if (fromMs >= stretch.endMs) return left;
  }
  return [...left, { startMs: fromMs, endMs: stretch.endMs }];
}
