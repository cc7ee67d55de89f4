// In: how a core ended. Out: when it is started again.

export interface Ending {
  /** How long it had run. */
  readonly ranMs: number;
  /** Endings in a row, this one included, of cores that were not well. */
  readonly failures: number;
}

const FIRST_MS = 250;
const LONGEST_MS = 30_000;
/** One that ran for so long was well: the next trouble is a new one. */
const WELL_MS = 20_000;

/** Never given up: what ends a core (memory, a driver) mostly passes, and its window is of no use without one. */
export function nextStart(failuresBefore: number, ranMs: number): Ending & { readonly waitMs: number } {
  const failures = ranMs >= WELL_MS ? 1 : failuresBefore + 1;
  return { failures, ranMs, waitMs: Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)) };
}
