// Which time a spectrum shows, and which line somebody means.
import type { Passing } from '../../src/domain/performance.ts';

export interface Range {
  readonly fromMs: number;
  readonly toMs: number;
}

interface Zoom {
  /** Below 1 shows less time. */
  readonly factor: number;
  readonly all: Range;
  /** What stays in the middle; otherwise what is there now. */
  readonly around?: Range | undefined;
}

/** At least a minute and at most everything, and nothing outside of it. */
export function zoomRange(range: Range, { factor, all, around = range }: Zoom): Range {
  const whole = all.toMs - all.fromMs;
  const length = Math.min(whole, Math.max(Math.min(whole, 60_000), (range.toMs - range.fromMs) * factor));
  const middle = (around.fromMs + around.toMs) / 2;
  const fromMs = Math.min(all.toMs - length, Math.max(all.fromMs, middle - length / 2));
  return { fromMs, toMs: fromMs + length };
}

/** The passing whose line is nearest in time at this height: 0 at the source, 1 at the target. */
export function findNearest(
  passings: readonly Passing[],
  { atMs, down01 }: { readonly atMs: number; readonly down01: number },
): number | undefined {
  let nearest: { readonly at: number; readonly gapMs: number } | undefined;
  for (const [at, { fromMs, toMs }] of passings.entries()) {
    const gapMs = Math.abs(fromMs + (toMs - fromMs) * down01 - atMs);
    if (nearest === undefined || gapMs < nearest.gapMs) nearest = { at, gapMs };
  }
  return nearest?.at;
}
