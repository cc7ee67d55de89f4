// Maximum-weight one-to-one assignment (Kuhn–Munkres with potentials), for matching two lists.

/**
 * Pairs rows with columns so that the sum of weights is greatest; pairs of weight 0 or less are left out.
 * `weights[row][column]`; ragged rows count as 0. Cost O(n²m) with n the shorter side and m the longer.
 */
export function assignPairs(weights: readonly (readonly number[])[]): [row: number, column: number][] {
  const rows = weights.length;
  const columns = Math.max(0, ...weights.map((row) => row.length));
  if (rows === 0 || columns === 0) return [];
  const weightAt = (row: number, column: number) => Math.max(0, weights[row]?.[column] ?? 0);
  // The shorter side is assigned to the longer one.
  const isTurned = rows > columns;
  const short = Math.min(rows, columns);
  const long = Math.max(rows, columns);
  const cost = new Float64Array(short * long);
  for (let one = 0; one < short; one += 1) {
    for (let other = 0; other < long; other += 1) {
      cost[one * long + other] = -(isTurned ? weightAt(other, one) : weightAt(one, other));
    }
  }
  const ofLong = solve(cost, short, long);
  const pairs: [number, number][] = [];
  for (let other = 0; other < long; other += 1) {
    const one = (ofLong[other + 1] ?? 0) - 1;
    const [row, column] = isTurned ? [other, one] : [one, other];
    if (one >= 0 && weightAt(row, column) > 0) pairs.push([row, column]);
  }
  return pairs.sort((a, b) => a[0] - b[0]);
}

/** Adds rows one at a time along shortest augmenting paths; arrays count from 1, with 0 as the free slot. */
function solve(cost: Float64Array, rows: number, columns: number): Int32Array {
  const rowPotential = new Float64Array(rows + 1);
  const columnPotential = new Float64Array(columns + 1);
  const rowOfColumn = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row += 1) {
    const cameFrom = new Int32Array(columns + 1);
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const used = new Uint8Array(columns + 1);
    rowOfColumn[0] = row;
    let column = 0;
    do {
      used[column] = 1;
      const current = rowOfColumn[column] ?? 0;
      let least = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let other = 1; other <= columns; other += 1) {
        if (used[other]) continue;
        const own = cost[(current - 1) * columns + other - 1] ?? 0;
        const reduced = own - (rowPotential[current] ?? 0) - (columnPotential[other] ?? 0);
        if (reduced < (slack[other] ?? 0)) {
          slack[other] = reduced;
          cameFrom[other] = column;
        }
        if ((slack[other] ?? 0) < least) {
          least = slack[other] ?? 0;
          next = other;
        }
      }
      for (let other = 0; other <= columns; other += 1) {
        if (used[other]) {
          const held = rowOfColumn[other] ?? 0;
          rowPotential[held] = (rowPotential[held] ?? 0) + least;
          columnPotential[other] = (columnPotential[other] ?? 0) - least;
        } else slack[other] = (slack[other] ?? 0) - least;
      }
      column = next;
    } while (rowOfColumn[column] !== 0);
    for (; column !== 0; column = cameFrom[column] ?? 0) rowOfColumn[column] = rowOfColumn[cameFrom[column] ?? 0] ?? 0;
  }
  return rowOfColumn;
}
