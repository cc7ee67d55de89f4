// In: a film of a screen, picture by picture. Out: which of them show something that those kept before do not.

/** Brightness, one byte a pixel. All of one film are of the same size. */
export type Grey = Uint8Array;

export interface PictureChooser {
  /**
   * Says whether to keep this picture, and since when the screen has looked so. Pictures come in order of time, and the
   * chooser keeps them: give each in memory of its own.
   */
  look(picture: Grey, atMs: number): { readonly sinceMs: number } | undefined;
}

/** Less is what packing a film does to what stands still, each time a whole picture comes again. */
const CHANGED_BY = 24;
/** Of all pixels: about a word of twelve letters. A pointer that has moved is less. */
const ENOUGH_SHARE = 0.0004;
/** While something slides or fades, it is waited for, but not longer. */
const LONGEST_WAIT_MS = 2000;
/** Where a screen never rests, as in a film on it: at most one in so long, after so many at once. */
const REFILL_MS = 5000;
const BURST = 20;

/** Looks at every pixel twice, in a few tenths of a millisecond for a picture of 640 by 400. */
export function createPictureChooser(): PictureChooser {
  let kept: Grey | undefined;
  let last: { readonly picture: Grey; readonly atMs: number } | undefined;
  let restlessSinceMs: number | undefined;
  let left = BURST;
  let filledMs = 0;
  const take = (atMs: number): boolean => {
    left = Math.min(BURST, left + (atMs - filledMs) / REFILL_MS);
    filledMs = atMs;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
  return {
    look: (picture, atMs) => {
      const before = last;
      last = { picture, atMs };
      if (kept !== undefined && !differ(kept, picture)) {
        restlessSinceMs = undefined;
        return undefined;
      }
      restlessSinceMs ??= atMs;
      const rests = before === undefined || !differ(before.picture, picture);
      const hasWaited = atMs - restlessSinceMs >= LONGEST_WAIT_MS;
      if ((!rests && !hasWaited) || !take(atMs)) return undefined;
      kept = picture;
      restlessSinceMs = undefined;
      return { sinceMs: rests && before ? before.atMs : atMs };
    },
  };
}

function differ(one: Grey, other: Grey): boolean {
  const enough = one.length * ENOUGH_SHARE;
  let changed = 0;
  for (let at = 0; at < one.length; at += 1) {
    const by = one[at]! - other[at]!;
    if (by > CHANGED_BY || by < -CHANGED_BY) {
      changed += 1;
      if (changed >= enough) return true;
    }
  }
  return false;
}
