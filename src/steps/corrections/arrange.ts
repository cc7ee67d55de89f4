// The order of steps, where people moved some. Moves are statements that all hold, not gestures played back in turn.
import type { Step } from '../../domain/extraction.ts';
import type { ElementId } from '../../domain/ids.ts';
import type { Move } from './bench.ts';

export interface Arrangement {
  readonly moves: readonly Move[];
  /** Left out, but only when the others stand: something may have been put beside one. */
  readonly hidden: ReadonlySet<ElementId>;
}

/**
 * Moved steps stand beside the step they were put to, the others keep their order. Of two moves of one step, or of
 * moves that go round in a circle, the later holds. Arranging the result again changes nothing.
 */
export function arrangeSteps(steps: readonly Step[], { moves, hidden }: Arrangement): Step[] {
  const kept = keepConsistent(steps, moves);
  const isShown = ({ id }: Step): boolean => !hidden.has(id);
  if (kept.size === 0) return steps.filter(isShown);
  const byId = new Map(steps.map((step) => [step.id, step]));
  // Of several beside one step the latest stands nearest.
  const beside = Map.groupBy([...kept.values()], ({ place, other }) => `${place} ${other}`);
  const emit = (id: ElementId): Step[] => {
    const before = (beside.get(`before ${id}`) ?? []).flatMap(({ step }) => emit(step));
    const after = (beside.get(`after ${id}`) ?? []).toReversed().flatMap(({ step }) => emit(step));
    const own = byId.get(id);
    return [...before, ...(own ? [own] : []), ...after];
  };
  const arranged = steps.filter(({ id }) => !kept.has(id)).flatMap(({ id }) => emit(id));
  return renumber(arranged.filter(isShown), kept);
}

/** The moves that hold, by the step moved, oldest first: the last of each step that goes round in no circle. */
function keepConsistent(steps: readonly Step[], moves: readonly Move[]): Map<ElementId, Move> {
  const last = new Map<ElementId, Move>();
  for (const move of moves.toReversed()) {
    if (!last.has(move.step) && !leadsTo(last, move.other, move.step)) last.set(move.step, move);
  }
  const known = new Set(steps.map(({ id }) => id));
  // Where the place itself is gone, the step stays where it is, and earlier moves of it do not come back.
  const standing = [...last].filter(([, { other }]) => known.has(rootOf(last, other)));
  return new Map(standing.toReversed());
}

function leadsTo(moves: ReadonlyMap<ElementId, Move>, from: ElementId, to: ElementId): boolean {
  for (let at: ElementId | undefined = from; at !== undefined; at = moves.get(at)?.other) if (at === to) return true;
  return false;
}

/** The step that was not moved itself at the end of "beside, beside, beside". */
function rootOf(moves: ReadonlyMap<ElementId, Move>, from: ElementId): ElementId {
  let root = from;
  for (let move = moves.get(root); move; move = moves.get(root)) root = move.other;
  return root;
}

/** Neighbours with one number are alternatives and stay so, unless somebody moved one of them. */
function renumber(steps: readonly Step[], moved: ReadonlyMap<ElementId, Move>): Step[] {
  const orders: number[] = [];
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    const isAlternative = before?.order === step.order && !moved.has(step.id) && !moved.has(before.id);
    orders.push((orders.at(-1) ?? -1) + (isAlternative ? 0 : 1));
  });
  return steps.map((step, at) => ({ ...step, order: orders[at]! }));
}
