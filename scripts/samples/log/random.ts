/** A seeded stream of random numbers: the same seed gives the same numbers on every machine. */
export interface Random {
  /** A number from 0 up to, not including, 1. */
  readonly next: () => number;
  /** True with the given probability, 0 to 1. */
  readonly chance: (probability01: number) => boolean;
  /** A number between the two. */
  readonly between: (low: number, high: number) => number;
  /** A right-skewed positive number: half of them are below `median`; `spread` 0.3 is tame, 0.9 is wild. */
  readonly skewed: (median: number, spread: number) => number;
}

/** Makes a stream from a whole number (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    chance: (probability01) => next() < probability01,
    between: (low, high) => low + (high - low) * next(),
    skewed: (median, spread) => median * Math.exp(spread * bellCurve(next)),
  };
}

/** Sum of twelve uniforms: close to a normal curve, and free of log and cos, whose last digit differs between engines. */
function bellCurve(next: () => number): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw += 1) sum += next();
  return sum;
}
