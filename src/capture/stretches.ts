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
