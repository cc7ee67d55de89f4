// What all differences share: two sides, their words, and how the sides are called in a sentence.
import type { Grounds } from '../domain/evidence.ts';
import type { NarratedRecording, Step } from '../domain/extraction.ts';
import type { Activity } from '../domain/graph.ts';
import type { ActivityId, ElementId, RecordingId } from '../domain/ids.ts';
import type { Difference } from '../domain/insights.ts';
import { chainGrounds } from '../graph/grounds.ts';
import type { Context } from './context.ts';
import { makeFinding } from './finding.ts';

/** Something one recording tells that another contradicts. */
export interface Side extends Grounds {
  readonly id: ElementId;
  readonly recordingId: RecordingId;
}

export interface DifferenceParts {
  readonly kind: Difference['kind'];
  /** Part of the id: the same place of the same kind is one difference. */
  readonly place: string;
  readonly label: string;
  readonly activities: readonly (Activity | undefined)[];
  /** Of all sides; a difference is as weak as the weakest. */
  readonly sides: readonly Side[];
}

export function makeDifference(
  context: Context,
  { kind, place, label, activities, sides }: DifferenceParts,
): Difference {
  const recordings = new Set(sides.map(({ recordingId }) => recordingId)).size;
  return {
    ...makeFinding(context, {
      kind: `difference in ${kind}`,
      place,
      label,
      activities,
      sources: { log: 0, recordings },
      grounds: [chainGrounds(sides, 'inferred')],
    }),
    kind,
    elementIds: [...new Set(sides.map(({ id }) => id))],
  };
}

/** "the sales clerk", "the buyer"; two of one role are "one buyer" and "another buyer". By role: findings leave Mirror. */
export function nameSides(context: Context, one: NarratedRecording, other: NarratedRecording): [string, string] {
  const [a, b] = [one, other].map(({ recording: { role } }) => (role === null ? null : context.roles.resolve(role)));
  if (a !== b) return [a ? `the ${a}` : 'one person', b ? `the ${b}` : 'another person'];
  return [`one ${a ?? 'person'}`, `another ${b ?? 'person'}`];
}

/** Every two recordings once, in the order given. */
export const pairUp = <T>(items: readonly T[]): [T, T][] =>
  items.flatMap((one, at) => items.slice(at + 1).map((other): [T, T] => [one, other]));

/** A step whose place in a recording is certain: done always, told for sure, the only one of its activity there. */
export interface Landmark {
  readonly step: Step;
  readonly activity: Activity;
}

/** In the order of the process as this recording tells it. */
export function listLandmarks(context: Context, { extraction }: NarratedRecording): Landmark[] {
  const all = extraction.steps.flatMap((step) => {
    const activity = context.activityOfStep(step.id);
    return activity ? [{ step, activity }] : [];
  });
  const counts = new Map<ActivityId, number>();
  for (const { activity } of all) counts.set(activity.id, (counts.get(activity.id) ?? 0) + 1);
  return all
    .filter(({ step, activity }) => !step.unsure && step.when === 'always' && counts.get(activity.id) === 1)
    .sort((a, b) => a.step.order - b.step.order);
}
