// In which order one recording tells its steps, with its branches.
import type { Decision, Extraction, Step } from '../domain/extraction.ts';

export interface ToldPair {
  readonly source: Step;
  readonly target: Step;
  /** True when the narrator goes from one to the other; false when steps of a branch between them were left out. */
  readonly direct: boolean;
}

export interface ToldOrder {
  readonly pairs: readonly ToldPair[];
  readonly starts: readonly Step[];
  readonly ends: readonly Step[];
  /** What is done when no branch is taken, one step per place. */
  readonly path: readonly Step[];
  /** Steps by their place in the process; those of one place are alternatives. */
  readonly places: readonly (readonly Step[])[];
}

interface Group {
  readonly decision: string;
  /** Per branch its last steps. */
  readonly branches: Map<number, readonly Step[]>;
}

/**
 * Steps follow each other by `order`. Steps of a branch follow each other and what stood before the branch; what
 * comes after the branch follows its end, and also what stood before it unless every branch has steps of its own.
 */
export function tellOrder(extraction: Extraction): ToldOrder {
  const places = listPlaces(extraction.steps);
  const placeOf = new Map(places.flatMap((steps, place) => steps.map((step) => [step.id, place] as const)));
  const pairs: ToldPair[] = [];
  const link = (sources: readonly Step[], targets: readonly Step[]): void => {
    for (const source of sources) {
      for (const target of targets) {
        pairs.push({ source, target, direct: placeOf.get(target.id) === placeOf.get(source.id)! + 1 });
      }
    }
  };

  let before: readonly Step[] = [];
  let group: Group | undefined;
  const closeGroup = (): readonly Step[] => {
    if (!group) return before;
    const ends = [...group.branches.values()].flat();
    return canBeSkipped(group, extraction.decisions) ? [...before, ...ends] : ends;
  };
  for (const steps of places) {
    if (steps.some((step) => step.when === 'always')) {
      link(closeGroup(), steps);
      before = steps;
      group = undefined;
      continue;
    }
    for (const [decision, ofDecision] of Map.groupBy(steps, (step) => step.when)) {
      if (group?.decision !== decision) {
        before = closeGroup();
        group = { decision, branches: new Map() };
      }
      // A step of the decision that no branch lists goes on with the branch told last.
      const current = [...group.branches.keys()].at(-1) ?? -1;
      for (const [branch, ofBranch] of Map.groupBy(ofDecision, (step) => branchOf(step, extraction) ?? current)) {
        link(group.branches.get(branch) ?? before, ofBranch);
        group.branches.set(branch, ofBranch);
      }
    }
  }
  const main = places.flatMap((steps) => steps.find((step) => step.when === 'always') ?? []);
  return {
    pairs,
    starts: places[0] ?? [],
    ends: closeGroup(),
    path: main.length > 0 ? main : places.map((steps) => steps[0]!),
    places,
  };
}

const listPlaces = (steps: readonly Step[]): Step[][] =>
  [...Map.groupBy(steps, (step) => step.order)].sort(([a], [b]) => a - b).map(([, ofPlace]) => ofPlace);

function branchOf(step: Step, { decisions }: Extraction): number | undefined {
  const branches = decisions.find(({ id }) => id === step.when)?.branches ?? [];
  const branch = branches.findIndex(({ then }) => then.includes(step.id));
  return branch < 0 ? undefined : branch;
}

/** A decision with one branch said has another unsaid; an exception can always be skipped. */
function canBeSkipped(group: Group, decisions: readonly Decision[]): boolean {
  const decision = decisions.find(({ id }) => id === group.decision);
  return (
    !decision || decision.branches.length < 2 || decision.branches.some((_, branch) => !group.branches.has(branch))
  );
}
