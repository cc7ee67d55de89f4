// Steps that only one of several people with the same role tells, though all of them tell what stands around it.
import type { NarratedRecording } from '../domain/extraction.ts';
import type { Difference } from '../domain/insights.ts';
import type { Context } from './context.ts';
import { type Landmark, listLandmarks, makeDifference } from './difference.ts';
import { quote } from './say.ts';

/** From here on another's step may be the same in other words, and nothing is claimed. */
const MAYBE_THE_SAME = 0.4;

/** The words of the others are those before and after the place where the step is missing. */
export function findToldByOne(context: Context): Difference[] {
  const withRole = context.recordings.filter(({ recording }) => recording.role !== null);
  const ofRole = Map.groupBy(withRole, ({ recording }) => context.roles.resolve(recording.role!));
  return [...ofRole].flatMap(([role, colleagues]) => {
    if (colleagues.length < 2) return [];
    const landmarks = new Map(colleagues.map((narrated) => [narrated, listLandmarks(context, narrated)]));
    return colleagues.flatMap((teller) => {
      const others = colleagues
        .filter((each) => each !== teller)
        .map((narrated) => ({ narrated, own: landmarks.get(narrated)! }));
      const mine = landmarks.get(teller)!;
      return mine.flatMap((landmark, at) => {
        const around = others.map((other) => findGap(context, { mine, at, ...other }));
        if (around.includes(undefined)) return [];
        const silent = others.length === 1 ? `another ${role} does not` : `${others.length} others do not`;
        const difference = makeDifference(context, {
          kind: 'only',
          place: landmark.step.id,
          label: `One ${role} tells ${quote(landmark.activity.label)}, ${silent}`,
          activities: [landmark.activity],
          sides: [landmark.step, ...around.flatMap((gap) => gap ?? [])],
        });
        return [difference];
      });
    });
  });
}

interface Gap {
  readonly mine: readonly Landmark[];
  readonly at: number;
  readonly narrated: NarratedRecording;
  readonly own: readonly Landmark[];
}

/** The other's steps before and after it; undefined when the other does not tell both, or has something like it. */
function findGap(context: Context, { mine, at, narrated, own }: Gap) {
  const { activity, step } = mine[at]!;
  const find = (each: Landmark): Landmark | undefined =>
    own.find((landmark) => landmark.activity.id === each.activity.id);
  const before = mine
    .slice(0, at)
    .reverse()
    .map(find)
    .find((each) => each !== undefined);
  const after = mine
    .slice(at + 1)
    .map(find)
    .find((each) => each !== undefined);
  if (!before || !after || before.step.order > after.step.order) return undefined;
  // Last, because words take longest to compare.
  const tellsIt = narrated.extraction.steps.some(
    (other) =>
      context.activityOfStep(other.id)?.id === activity.id ||
      context.textLikeness01(other.label, step.label) >= MAYBE_THE_SAME,
  );
  return tellsIt ? undefined : [before.step, after.step];
}
