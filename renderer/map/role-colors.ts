// Which colour a role has: the same on the map, in the legend and in every panel.
import type { Activity } from '../../src/domain/graph.ts';

const COLOURS = 10;
export const OTHER_COLOR = 'var(--role-other)';

/** Gives the roles colours in order of how much they do; beyond the tenth all share one, since more cannot be told apart. */
export function assignRoleColors(activities: readonly Activity[]): Map<string, string> {
  const doings = new Map<string, number>();
  for (const { roles } of activities) {
    for (const { name, count } of roles) doings.set(name, (doings.get(name) ?? 0) + count);
  }
  const names = [...doings].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)).map(([name]) => name);
  return new Map(names.map((name, index) => [name, index < COLOURS ? `var(--role-${index})` : OTHER_COLOR]));
}
