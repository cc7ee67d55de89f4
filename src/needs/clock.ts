// The one clock, passed in so that tests and goldens are stable.
export interface Clock {
  /** Milliseconds since 1970, UTC. */
  nowMs(): number;
}
