// How sure it is that two shares differ, from how many of how many there are on each side.

export interface Share {
  readonly cases: number;
  readonly of: number;
}

/** The 97.5 % quantile of the standard normal distribution. */
const Z = 1.959963984540054;
/** Two tables whose chances differ by rounding only are equally likely. */
const TIE = 1e-9;
/** Beside the likeliest table: far less than rounding loses. */
const NEGLIGIBLE = 1e-25;

/**
 * Fisher's exact test of two shares, two-sided: the chance, given both totals, of a table no likelier than this one
 * (R. A. Fisher 1935; the two-sided sum as in A. Agresti, Categorical Data Analysis, 3rd ed. (2013), section 3.5).
 * 1 where either side has no cases. Of a hundred thousand cases it looks at some thousand tables.
 */
export function fisherExact(before: Share, after: Share): number {
  const total = before.of + after.of;
  const having = before.cases + after.cases;
  const lowest = Math.max(0, having - after.of);
  const highest = Math.min(having, before.of);
  if (before.of === 0 || after.of === 0 || lowest === highest) return 1;
  // Log of the hypergeometric chance that `k` of those having it are on the side of `before`, up to a constant.
  const logOf = (k: number): number =>
    -(
      logFactorial(k) +
      logFactorial(having - k) +
      logFactorial(before.of - k) +
      logFactorial(total - having - before.of + k)
    );
  const limit = logOf(before.cases) + TIE;
  const mode = Math.min(highest, Math.max(lowest, Math.floor(((having + 1) * (before.of + 1)) / (total + 2))));
  const peak = logOf(mode);
  let all = 0;
  let extreme = 0;
  /** Adds the table with `k`; false once tables are too unlikely to count, and those beyond them are unlikelier still. */
  const add = (k: number): boolean => {
    const log = logOf(k);
    const chance = Math.exp(log - peak);
    all += chance;
    if (log <= limit) extreme += chance;
    return chance > NEGLIGIBLE;
  };
  for (let k = mode; k <= highest && add(k); k += 1);
  for (let k = mode - 1; k >= lowest && add(k); k -= 1);
  return Math.min(1, extreme / all);
}

/** The smallest chance the test could give with so many cases: all on one side, none on the other. */
export const leastChance = (before: number, after: number): number =>
  fisherExact({ cases: before, of: before }, { cases: 0, of: after });

/**
 * 95 % interval of the difference of two shares, after minus before: hybrid of Wilson's score intervals, method 10 of
 * R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17
 * (1998), 873-890. Both sides must have cases.
 */
export function differenceInterval(before: Share, after: Share): { low: number; high: number } {
  const [p1, p2] = [after.cases / after.of, before.cases / before.of];
  const [one, other] = [wilsonInterval(after), wilsonInterval(before)];
  return {
    low: p1 - p2 - Math.hypot(p1 - one.low, other.high - p2),
    high: p1 - p2 + Math.hypot(one.high - p1, p2 - other.low),
  };
}

/** 95 % interval of one share: E. B. Wilson, JASA 22 (1927), 209-212. */
export function wilsonInterval({ cases, of }: Share): { low: number; high: number } {
  const share = cases / of;
  const middle = (share + Z ** 2 / (2 * of)) / (1 + Z ** 2 / of);
  const half = (Z / (1 + Z ** 2 / of)) * Math.sqrt((share * (1 - share)) / of + Z ** 2 / (4 * of ** 2));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/**
 * Chances adjusted for so many tests at once, in the order given: called clear at 0.05, of those called clear 5 % are
 * wrong in the mean (Y. Benjamini and Y. Hochberg, J. R. Stat. Soc. B 57 (1995), 289-300).
 */
export function adjustForMany(chances: readonly number[]): number[] {
  const order = chances.map((_, at) => at).sort((a, b) => chances[b]! - chances[a]!);
  const adjusted = new Array<number>(chances.length).fill(1);
  let least = 1;
  order.forEach((at, place) => {
    least = Math.min(least, (chances[at]! * chances.length) / (chances.length - place));
    adjusted[at] = least;
  });
  return adjusted;
}

/** ln(n!), exact to rounding up to 255, by Stirling's series above it (error below 1e-15 of the value). */
function logFactorial(n: number): number {
  if (n < LOG_FACTORIALS.length) return LOG_FACTORIALS[n]!;
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3);
}

const LOG_FACTORIALS = makeLogFactorials(256);

function makeLogFactorials(count: number): Float64Array {
  const logs = new Float64Array(count);
  for (let n = 2; n < count; n += 1) logs[n] = logs[n - 1]! + Math.log(n);
  return logs;
}
