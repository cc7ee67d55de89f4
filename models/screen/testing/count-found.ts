/** How many of the words were found exactly, each as often as it stands there, and which were not. */
export function countFound(
  words: readonly string[],
  found: readonly string[],
): { found: number; of: number; share01: number; missed: string[] } {
  const left = new Map<string, number>();
  for (const word of found) left.set(word, (left.get(word) ?? 0) + 1);
  const missed = words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  });
  const hits = words.length - missed.length;
  return { found: hits, of: words.length, share01: Math.round((hits / words.length) * 1000) / 1000, missed };
}
