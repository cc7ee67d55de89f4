// In: when chunks arrived, by the core's clock, and what they say of the recorder's. Out: the one told from the other.

export interface ClockMap {
  /** A chunk closed at `clockMs` of the recording has arrived at `arrivedMs` of the core. */
  note(arrivedMs: number, clockMs: number): void;
  /** A moment of the core's clock on the recording's; undefined before anything was noted. */
  toClock(coreMs: number): number | undefined;
}

/** About half a minute of two tracks: enough for one that came through without waiting. */
const REMEMBERED = 120;
/** One of the two clocks stood still while the machine slept; no connection is late by so much for half a minute. */
const JUMP_MS = 2_000;

/**
 * Both clocks only grow, at the same rate, and what is sent arrives later, never before: so the least of arrival minus
 * clock is the truest. When all that came lately says something else, one of the clocks slept, and the later ones win.
 */
export function createClockMap(): ClockMap {
  let originMs: number | undefined;
  let lately: number[] = [];
  return {
    note: (arrivedMs, clockMs) => {
      const candidate = arrivedMs - clockMs;
      lately = [...lately.slice(1 - REMEMBERED), candidate];
      const least = Math.min(...lately);
      if (originMs === undefined || candidate < originMs) originMs = candidate;
      else if (lately.length === REMEMBERED && least - originMs > JUMP_MS) originMs = least;
    },
    toClock: (coreMs) => (originMs === undefined ? undefined : Math.max(0, Math.round(coreMs - originMs))),
  };
}
