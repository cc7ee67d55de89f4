// In: how long is worked and waited. Out: the efficiency of the cycle time, as it is and without one cause of waiting.
import type { WaitCauses, WaitEfficiency } from '../../domain/waiting.ts';

/** `totalMs` is the sum of the causes. */
export function measureEfficiency(
  waits: WaitCauses & { readonly totalMs: number },
  processingMs: number,
): WaitEfficiency {
  const without = (removedMs: number): number | null => {
    const allMs = processingMs + waits.totalMs - removedMs;
    return allMs > 0 ? processingMs / allMs : null;
  };
  return {
    processingMs,
    cte01: without(0),
    cteWithout01: {
      batchingMs: without(waits.batchingMs),
      contentionMs: without(waits.contentionMs),
      prioritisationMs: without(waits.prioritisationMs),
      unavailabilityMs: without(waits.unavailabilityMs),
      extraneousMs: without(waits.extraneousMs),
    },
  };
}
