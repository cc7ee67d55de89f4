// Ranking of counts.

/** The numbers of the `limit` highest counts, the highest first; equal ones keep their order. */
export function topByCount(counts: Int32Array, limit: number): number[] {
  // Ranking all of them would take longer than finding which ones are on top.
  const least = counts.length > limit ? counts.toSorted()[counts.length - limit]! : 0;
  const above = listBetween(counts, { least: least + 1, most: Number.MAX_SAFE_INTEGER, limit });
  const equal = listBetween(counts, { least, most: least, limit: limit - above.length });
  return [...[...above].sort((a, b) => counts[b]! - counts[a]! || a - b), ...equal];
}

/** The first `limit` numbers whose counts are in a range. */
function listBetween(
  counts: Int32Array,
  { least, most, limit }: { least: number; most: number; limit: number },
): Int32Array {
  const found = new Int32Array(limit);
  let size = 0;
  for (let id = 0; id < counts.length && size < limit; id += 1) {
    if (counts[id]! < least || counts[id]! > most) continue;
    found[size] = id;
    size += 1;
  }
  return found.subarray(0, size);
}
