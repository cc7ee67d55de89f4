// In: how a piece of a track goes on. Out: whether the recorder should begin the next one.
import type { TimePoint } from './media-time.ts';

/** Short enough that a damaged file costs little, long enough that a day of work is no thousand files. */
export const PIECE_MS = 3 * 60_000;

/** More than a stall of a busy machine: the machine slept, or the device was away. */
export const HOLE_MS = 5_000;

/** True at three minutes, and when the clock ran while the track's own time stood still. */
export function shouldRotate(points: readonly TimePoint[]): boolean {
  const first = points[0];
  const [before, last] = [points.at(-2), points.at(-1)];
  if (!first || !last) return false;
  if (last.clockMs - first.clockMs >= PIECE_MS) return true;
  if (!before) return false;
  return last.clockMs - before.clockMs - (last.mediaMs - before.mediaMs) > HOLE_MS;
}
