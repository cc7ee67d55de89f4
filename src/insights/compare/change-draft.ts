// What every search for changes works with, and what it finds before all of it is judged together.
import type { Change, MeasuredGraph, ShareFigure } from '../../domain/comparison.ts';
import type { Durations } from '../../domain/graph.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import type { ActivityId } from '../../domain/ids.ts';
import type { JoinedGraphs } from './join-graphs.ts';

export interface SideInput {
  /** What the reader calls it: "March", "what people tell", "approved “2026”". */
  readonly title: string;
  /** What only this side has: "only told", "gone". */
  readonly alone: string;
  readonly measured: MeasuredGraph;
}

export interface ChangeDraft extends Omit<Change, 'sentence'> {
  /** Of the exact test by itself; null where none was made. */
  readonly chance: number | null;
  /** Of passes rather than of cases: of handoffs. */
  readonly isShare: 'cases' | 'passes' | null;
}

export interface CompareContext {
  readonly before: SideInput;
  readonly after: SideInput;
  readonly joined: JoinedGraphs;
  /** Whether shares of both sides count the same thing, so that they can be tested against each other. */
  readonly isSameUnit: boolean;
  /** Whether both sides may hold the same cases: every test takes its samples for independent. */
  readonly mayShare: boolean;
  /** Whether there is a before and an after: two periods. */
  readonly isInTime: boolean;
  labelOf(id: ActivityId): string;
  /** How much of all time per case moved, 0 to 1. */
  movedShare01(before: Durations | null | undefined, after: Durations | null | undefined): number;
}

export function createContext(
  sides: { before: SideInput; after: SideInput },
  joined: JoinedGraphs,
  known: Pick<CompareContext, 'mayShare' | 'isInTime'>,
): CompareContext {
  const labels = new Map(joined.graph.activities.map(({ id, label }) => [id, label]));
  const [before, after] = [sides.before.measured, sides.after.measured];
  const whole = Math.max(timePerCase(before), timePerCase(after));
  const perCase = (time: Durations | null | undefined, { cases }: MeasuredGraph): number =>
    time && cases > 0 ? time.sumMs / cases : 0;
  return {
    ...sides,
    ...known,
    joined,
    isSameUnit: before.unit === after.unit,
    labelOf: (id) => labels.get(id) ?? id,
    movedShare01: (one, other) =>
      whole === 0 ? 0 : Math.min(1, Math.abs(perCase(other, after) - perCase(one, before)) / whole),
  };
}

/** Waiting and working of a case together, in the mean. */
function timePerCase({ graph, cases }: MeasuredGraph): number {
  if (cases === 0) return 0;
  const waitMs = graph.transitions.reduce((sum, { wait }) => sum + (wait?.sumMs ?? 0), 0);
  const workMs = graph.activities.reduce((sum, { processing }) => sum + (processing?.sumMs ?? 0), 0);
  return (waitMs + workMs) / cases;
}

/** Null where the side has the element by word of mouth only, beside a log: of its cases nobody knows. */
export const shareOf = (cases: number | undefined, { measured }: SideInput): ShareFigure | null =>
  cases === undefined || cases === 0
    ? null
    : { cases, of: measured.cases, share01: measured.cases === 0 ? 0 : cases / measured.cases };

/** None of the side's cases. */
export const noneOf = ({ measured }: SideInput): ShareFigure => ({ cases: 0, of: measured.cases, share01: 0 });

const MOST_REFS = 5;

export const firstRefs = (refs: readonly EvidenceRef[] | undefined): EvidenceRef[] => (refs ?? []).slice(0, MOST_REFS);
