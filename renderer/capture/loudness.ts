// How loud something is to the ear.

/** Below it is the noise of a quiet room. */
const QUIET_DB = -60;

/** 0 to 1 by ear: decibels below full scale, from -60 to 0. `rms` is that of samples between -1 and 1. */
export function loudness(rms: number): number {
  if (rms <= 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / QUIET_DB));
}
