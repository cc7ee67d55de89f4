// In: two clocks, read whenever something was recorded. Out: whether the machine slept, or this window was stopped, in between.

export interface ClockReading {
  /** Never set; on some systems it stands still while the machine sleeps. */
  readonly monotonicMs: number;
  /** Goes on in sleep; people and networks set it. */
  readonly wallMs: number;
}

/** Chunks come several times a second; this is no busy moment any more. */
const HOLE_MS = 5_000;

/** True once for each hole. A wall clock that was set forward looks like sleep, and costs a new file, no more. */
export function createClockWatch(): (reading: ClockReading) => boolean {
  let last: ClockReading | undefined;
  return (reading) => {
    const before = last ?? reading;
    last = reading;
    const passedMs = Math.max(reading.monotonicMs - before.monotonicMs, reading.wallMs - before.wallMs);
    return passedMs > HOLE_MS;
  };
}
