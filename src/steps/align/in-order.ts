// How likely each pair of two rows of steps is the same, if both rows run in the same order and either may leave steps out.

export interface OrderOptions {
  /** How much surer a point more makes a pair: odds grow by e to this. */
  readonly steepness: number;
  /** Odds at which a pair of no points is left out: more makes fewer pairs likely. */
  readonly skip: number;
}

/**
 * Probability of each pair over all alignments that cross nowhere, each alignment as likely as the product of its
 * pairs' odds (a pair HMM read by forward and backward sums: Durbin et al., Biological Sequence Analysis, 1998, ch. 4).
 * `points[row][column]`, undefined where a pair is out of the question. Rows are scaled, so nothing overflows;
 * what is out of all proportion to the rest is lost and counts 0. O(rows × columns).
 */
export function probableInOrder(
  points: readonly (readonly (number | undefined)[])[],
  { steepness, skip }: OrderOptions,
): number[][] {
  const columns = points[0]?.length ?? 0;
  const odds = points.map((row) =>
    Float64Array.from(row, (value) => (value === undefined ? 0 : Math.exp(steepness * value) / skip)),
  );
  const before = sumAlignments(odds, columns);
  const turned = odds.map((row) => row.toReversed()).toReversed();
  const after = sumAlignments(turned, columns);
  const rows = points.length;
  const whole = before[rows]!;
  const logWhole = Math.log(whole.sums[columns]!) + whole.logScale;
  return odds.map((row, at) => {
    const [above, below] = [before[at]!, after[rows - 1 - at]!];
    const logScale = above.logScale + below.logScale - logWhole;
    return Array.from(row, (each, column) => {
      // Among logarithms: where both halves want the same columns, the scales alone are beyond what a number holds.
      const rest = above.sums[column]! * below.sums[columns - 1 - column]!;
      return each === 0 || rest === 0 ? 0 : Math.exp(Math.log(each) + Math.log(rest) + logScale);
    });
  });
}

interface ScaledRow {
  /** Of all alignments of the rows before with so many columns, divided by e to `logScale`. */
  readonly sums: Float64Array;
  readonly logScale: number;
}

/** With no rows there is one alignment. Each row is left out, or paired with a column after those of the rows before. */
function sumAlignments(odds: readonly Float64Array[], columns: number): ScaledRow[] {
  const rows: ScaledRow[] = [{ sums: new Float64Array(columns + 1).fill(1), logScale: 0 }];
  for (const row of odds) {
    const { sums: above, logScale } = rows.at(-1)!;
    const sums = new Float64Array(columns + 1);
    let paired = 0;
    for (let column = 0; column <= columns; column += 1) {
      if (column > 0) paired += row[column - 1]! * above[column - 1]!;
      sums[column] = above[column]! + paired;
    }
    const scale = sums[columns]!;
    rows.push({ sums: sums.map((sum) => sum / scale), logScale: logScale + Math.log(scale) });
  }
  return rows;
}
