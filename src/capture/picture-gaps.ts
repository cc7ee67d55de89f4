// In: how many pictures a film had after each chunk. Out: when it had none, though its file, or its voice, went on.
import type { Gap, Piece } from '../domain/capture.ts';
import { type Stretch, withoutStretches } from './stretches.ts';

/** A file after a chunk: where the recording's clock stood, and how many pictures were in it. */
export interface PicturePoint {
  readonly clockMs: number;
  readonly units: number;
}

/** A screen at rest, too, is recorded as often as this. */
const PICTURE_EVERY_MS = 1_000;
/** Three pictures missing in a row are no hiccup any more. */
const STILL_MS = 3_000;

/**
 * Stretches of more than three seconds without pictures, less those of `known`, whose reasons are told already. Where in a
 * chunk its pictures stand nobody knows, so that a stretch begins and ends with the chunks that have none.
 * @param pieces of one screen, in order, each with its points, those in order, too
 */
export function findPictureGaps(
  pieces: readonly (Pick<Piece, 'startMs' | 'endMs'> & { readonly points: readonly PicturePoint[] })[],
  known: readonly Stretch[],
): Gap[] {
  const missing = pieces.flatMap(({ startMs, endMs, points }) =>
    findStill([{ clockMs: startMs, units: 0 }, ...points])
      .map((still) => ({ startMs: Math.max(still.startMs, startMs), endMs: Math.min(still.endMs, endMs) }))
      .flatMap((still) => withoutStretches(still, known)),
  );
  return missing
    .filter((still) => still.endMs - still.startMs > STILL_MS)
    .map((still) => ({ ...still, cause: 'display' }));
}

/** Neighbours as one. */
function findStill(points: readonly PicturePoint[]): Stretch[] {
  const still: Stretch[] = [];
  points.slice(1).forEach(({ clockMs, units }, at) => {
    const before = points[at]!;
    const lengthMs = clockMs - before.clockMs;
    const came = units - before.units;
    // Sound can wait in its file for the next picture: the chunk of a long wait then has that one, and few others.
    if (came > 0 && lengthMs - came * PICTURE_EVERY_MS <= STILL_MS) return;
    const last = still.at(-1);
    if (last?.endMs === before.clockMs) still.splice(-1, 1, { startMs: last.startMs, endMs: clockMs });
    else still.push({ startMs: before.clockMs, endMs: clockMs });
  });
  return still;
}
