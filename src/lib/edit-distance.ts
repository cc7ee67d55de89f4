// How many slips of the finger lie between two words.

/**
 * Letters left out, added, changed, or swapped with the next (optimal string alignment), or `limit + 1` as soon as it
 * must be more than `limit`. Letters are UTF-16 units. Time grows with the length of a word times `limit`.
 */
export function editDistance(one: string, other: string, limit: number): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (long.length - short.length > limit) return limit + 1;
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: short.length + 1 }, (_, at) => at);
  for (let row = 1; row <= long.length; row += 1) {
    const next = fillRow(row, { short, long, last, before, limit });
    if (Math.min(...next) > limit) return limit + 1;
    [before, last] = [last, next];
  }
  return Math.min(last[short.length] ?? 0, limit + 1);
}

interface Table {
  readonly short: string;
  readonly long: string;
  readonly last: readonly number[];
  readonly before: readonly number[];
  readonly limit: number;
}

/** Only cells near the diagonal can be within the limit. */
function fillRow(row: number, { short, long, last, before, limit }: Table): number[] {
  const far = limit + 1;
  const next = Array<number>(short.length + 1).fill(far);
  if (row <= limit) next[0] = row;
  for (let at = Math.max(1, row - limit); at <= Math.min(short.length, row + limit); at += 1) {
    const isSame = short[at - 1] === long[row - 1];
    const isSwapped = at > 1 && row > 1 && short[at - 1] === long[row - 2] && short[at - 2] === long[row - 1];
    next[at] = Math.min(
      (next[at - 1] ?? far) + 1,
      (last[at] ?? far) + 1,
      (last[at - 1] ?? far) + (isSame ? 0 : 1),
      isSwapped ? (before[at - 2] ?? far) + 1 : far,
    );
  }
  return next;
}
