// Two recordings say that different roles do the same thing.
import type { NarratedRecording, Step, StepCluster } from '../domain/extraction.ts';
import type { Difference } from '../domain/insights.ts';
import type { Context } from './context.ts';
import { makeDifference, nameSides, pairUp } from './difference.ts';
import { quote } from './say.ts';

interface Doing {
  readonly step: Step;
  readonly narrated: NarratedRecording;
  /** The covered role that does it. */
  readonly role: string;
  /** Told by whoever does it. */
  readonly isOwn: boolean;
}

/**
 * Two people who each say "I do it" do not contradict each other (both update the tracker) unless a person has put
 * their steps together. Names that are no covered role are left out: they may be other words for one of them.
 */
export function differInWho(context: Context, clusters: readonly StepCluster[]): Difference[] {
  const doings = new Map(context.recordings.flatMap((narrated) => listDoings(context, narrated)));
  const groups = [
    ...clusters,
    ...context.graph.activities.map(({ label, stepIds }): StepCluster => ({ label, stepIds })),
  ];
  const found = groups.flatMap(({ label, stepIds, isConfirmed }) => {
    const told = stepIds.flatMap((id) => doings.get(id) ?? []);
    const pair = pairUp(told).find(
      ([a, b]) => a.role !== b.role && a.narrated !== b.narrated && (isConfirmed === true || !a.isOwn || !b.isOwn),
    );
    return pair ? [describe(context, label, pair)] : [];
  });
  return [...new Map(found.map((each) => [each.elementIds.toSorted().join(' '), each])).values()];
}

function describe(context: Context, label: string, [a, b]: readonly [Doing, Doing]): Difference {
  const [here, there] = nameSides(context, a.narrated, b.narrated);
  return makeDifference(context, {
    kind: 'who',
    place: [a.step.id, b.step.id].toSorted().join(' '),
    label: `${quote(label)} is done by ${a.role} as ${here} tells it, and by ${b.role} as ${there} does`,
    activities: [context.activityOfStep(a.step.id), context.activityOfStep(b.step.id)],
    sides: [a.step, b.step],
  });
}

function listDoings(context: Context, narrated: NarratedRecording): [Step['id'], Doing][] {
  const { roles } = context;
  const narrator = narrated.recording.role === null ? null : roles.resolve(narrated.recording.role);
  return narrated.extraction.steps.flatMap((step): [Step['id'], Doing][] => {
    const role = step.actor === null ? null : roles.resolve(step.actor);
    const isCertain = role !== null && !step.unsure && (roles.covered.has(role) || step.provenance === 'confirmed');
    return isCertain ? [[step.id, { step, narrated, role, isOwn: role === narrator }]] : [];
  });
}
