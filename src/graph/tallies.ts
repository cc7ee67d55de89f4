// Counts by name, most frequent first.
import type { Tally } from '../domain/graph.ts';

/** Names of equal count stand in alphabetical order; null is not counted. */
export const tally = (names: readonly (string | null)[]): Tally[] =>
  mergeTallies([names.filter((name) => name !== null).map((name) => ({ name, count: 1 }))]);

export function mergeTallies(lists: readonly (readonly Tally[])[]): Tally[] {
  const counts = new Map<string, number>();
  for (const { name, count } of lists.flat()) counts.set(name, (counts.get(name) ?? 0) + count);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}

/** The same order everywhere, whatever the machine's language. */
export const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
