// Which stated waits are sure enough to stand in the flow.
import { type Insights, isCounted, type WaitFinding } from '../../domain/insights.ts';
import { parseIsoDuration } from '../../lib/iso-duration.ts';
import type { UnitGraph } from './units.ts';

/**
 * The wait that people state after each unit, by unit: one that counts, with a duration, and not
 * contradicted by a log: where a log knows how long cases wait after the unit, it has seen a wait as long at least
 * once. ("Thirty-six months", after orders that go on the same day, is how long the contract runs.)
 */
export function findSureWaits({ units, ways }: UnitGraph, { waits }: Insights): ReadonlyMap<string, WaitFinding> {
  const sure = new Map<string, WaitFinding>();
  for (const wait of waits) {
    const unit = units.find(({ branches }) => branches.length === 1 && branches[0]![0]!.id === wait.after);
    if (!unit || sure.has(unit.id) || !isCounted(wait) || wait.duration === null) continue;
    const statedMs = parseIsoDuration(wait.duration);
    const seen = ways
      .filter(({ source }) => source === unit.id)
      .flatMap(({ transitions }) => transitions.flatMap((one) => one.wait?.maxMs ?? []));
    if (statedMs === undefined || statedMs <= 0) continue;
    if (seen.length > 0 && Math.max(...seen) < statedMs) continue;
    sure.set(unit.id, wait);
  }
  return sure;
}
