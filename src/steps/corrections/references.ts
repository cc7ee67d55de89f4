// Elements name each other; when steps are cut, joined or deleted, what named them must name what is there now.
import type { Extraction } from '../../domain/extraction.ts';
import type { ElementId } from '../../domain/ids.ts';

export interface Changes {
  /** Steps that became part of another. */
  readonly joined: ReadonlyMap<ElementId, ElementId>;
  /** Steps that were cut, with their other part. */
  readonly cuts: ReadonlyMap<ElementId, ElementId>;
  /** Elements that are left out. */
  readonly gone: ReadonlySet<ElementId>;
}

/** What comes after a cut step comes after its second part, what leads to it leads to its first. */
export function renameReferences(extraction: Extraction, changes: Changes): Extraction {
  const { joined, cuts, gone } = changes;
  if (joined.size === 0 && cuts.size === 0 && gone.size === 0) return extraction;
  const standing = (id: ElementId): ElementId | null => {
    const stands = joined.get(id) ?? id;
    return gone.has(stands) ? null : stands;
  };
  const first = (id: ElementId | null): ElementId | null => (id === null ? null : standing(id));
  const last = (id: ElementId | null): ElementId | null => (id === null ? null : standing(cuts.get(id) ?? id));
  const both = (id: ElementId): ElementId[] => [first(id), last(id)].filter((each) => each !== null);
  return {
    ...extraction,
    steps: extraction.steps.map((step) =>
      step.when !== 'always' && gone.has(step.when) ? { ...step, when: 'always' } : step,
    ),
    handoffs: extraction.handoffs.map((handoff) => ({ ...handoff, stepId: last(handoff.stepId) })),
    waits: extraction.waits.map((wait) => ({ ...wait, after: last(wait.after) })),
    decisions: extraction.decisions.map((decision) => ({
      ...decision,
      branches: decision.branches.map((branch) => ({ ...branch, then: [...new Set(branch.then.flatMap(both))] })),
    })),
    rework: extraction.rework.map((loop) => ({ ...loop, from: last(loop.from), to: first(loop.to) })),
  };
}
