// In: two pictures of one screen. Out: whether a person would say that something has changed.

/** One of the values that a picture consists of, such as its brightness: a byte a sample, rows `stride` bytes apart. */
export interface Plane {
  readonly bytes: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly stride: number;
  /** Between two samples of a row: 1 in a plane of its own, 4 among other colours. */
  readonly step: number;
  /** Pixels of the screen that a sample stands for: 4 where colour is kept at half the width and height. */
  readonly areaPx: number;
}

/** Less is dithering, or a shadow that fades. */
const CHANGED_BY = 24;

/**
 * Changed pixels of an unscaled screen. A digit of a terminal that becomes another changes about 24, sixteen of them 384;
 * the last digits of a clock and a pointer that has moved (50 at each place) stay below 200.
 */
const ENOUGH_PX = 300;

/** Every second row is looked at: characters are taller, and half of the work is saved. */
const ROW_STEP = 2;

/**
 * Whether enough has changed in any of the planes: a red that becomes a blue of the same brightness is a change, too.
 * Stops at the first row at which it is sure. `scale` is device pixels per point: all that is drawn is larger by it.
 * Pictures of different sizes or kinds always differ.
 */
export function hasChanged(before: readonly Plane[], after: readonly Plane[], scale = 1): boolean {
  if (before.length !== after.length) return true;
  return after.some((plane, at) => hasPlaneChanged(before[at]!, plane, scale));
}

function hasPlaneChanged(before: Plane, after: Plane, scale: number): boolean {
  if (before.widthPx !== after.widthPx || before.heightPx !== after.heightPx) return true;
  const enough = (ENOUGH_PX * scale * scale) / ROW_STEP / after.areaPx;
  let changed = 0;
  for (let row = 0; row < after.heightPx && changed < enough; row += ROW_STEP)
    changed += countChanged(before, after, row);
  return changed >= enough;
}

function countChanged(before: Plane, after: Plane, row: number): number {
  let changed = 0;
  let [one, other] = [row * before.stride, row * after.stride];
  for (let column = 0; column < after.widthPx; column += 1) {
    // Within the plane: rows and columns are those of the picture.
    const by = before.bytes[one]! - after.bytes[other]!;
    if (by > CHANGED_BY || by < -CHANGED_BY) changed += 1;
    one += before.step;
    other += after.step;
  }
  return changed;
}

/** Says when the next picture may be taken, so that a film on the screen does not fill the disk. */
export interface Allowance {
  take(nowMs: number): boolean;
}

const LEAST_BETWEEN_MS = 1000;
const BURST = 20;
const REFILL_MS = 3000;

/** At most one a second, and where the screen never rests, one in three seconds. */
export function createAllowance(): Allowance {
  let left = BURST;
  let filledMs = 0;
  let lastMs = Number.NEGATIVE_INFINITY;
  return {
    take: (nowMs) => {
      left = Math.min(BURST, left + (nowMs - filledMs) / REFILL_MS);
      filledMs = nowMs;
      if (nowMs - lastMs < LEAST_BETWEEN_MS || left < 1) return false;
      left -= 1;
      lastMs = nowMs;
      return true;
    },
  };
}
