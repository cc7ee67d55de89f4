// Two recordings tell the same activities in opposite order.
import type { NarratedRecording } from '../domain/extraction.ts';
import type { Difference } from '../domain/insights.ts';
import type { Context } from './context.ts';
import { type Landmark, listLandmarks, makeDifference, nameSides, pairUp } from './difference.ts';
import { quote } from './say.ts';

/** One activity both tell, where each has it. */
interface Shared {
  readonly here: Landmark;
  readonly there: Landmark;
}

interface Swap {
  readonly moved: Shared;
  readonly kept: Shared;
  readonly one: NarratedRecording;
  readonly other: NarratedRecording;
}

/** One for each activity that stands elsewhere, not one for each that it has passed; several recordings are one. */
export function differInOrder(context: Context): Difference[] {
  const landmarks = new Map(context.recordings.map((narrated) => [narrated, listLandmarks(context, narrated)]));
  const swaps = pairUp(context.recordings).flatMap(([one, other]) =>
    listSwaps(landmarks.get(one)!, landmarks.get(other)!).map((swap): Swap => ({ ...swap, one, other })),
  );
  const placeOf = ({ moved, kept }: Swap): string =>
    [moved.here.activity.id, kept.here.activity.id].toSorted().join(' ');
  return [...Map.groupBy(swaps, placeOf)].map(([place, same]) => describe(context, place, same));
}

function describe(context: Context, place: string, swaps: readonly Swap[]): Difference {
  const { moved, kept, one, other } = swaps[0]!;
  const [first, second] = [moved, kept].sort((a, b) => a.here.step.order - b.here.step.order) as [Shared, Shared]; // two in, two out
  const [here, there] = nameSides(context, one, other);
  const names = [first, second].map((each) => quote(each.here.activity.label));
  return makeDifference(context, {
    kind: 'order',
    place,
    label: `${names[0]} comes before ${names[1]} as ${here} tells it, and after it as ${there} does`,
    activities: [first.here.activity, second.here.activity],
    sides: swaps.flatMap((swap) => [swap.moved, swap.kept].flatMap((shared) => [shared.here.step, shared.there.step])),
  });
}

/** What is not part of the longest common order has moved; it is told against the nearest that stayed. */
function listSwaps(one: readonly Landmark[], other: readonly Landmark[]): { moved: Shared; kept: Shared }[] {
  const byActivity = new Map(other.map((landmark) => [landmark.activity.id, landmark]));
  const shared = one
    .flatMap((here): Shared[] => {
      const there = byActivity.get(here.activity.id);
      return there ? [{ here, there }] : [];
    })
    // Alternatives (equal numbers) stand in no order, so they are put as the other has them.
    .sort((a, b) => a.here.step.order - b.here.step.order || a.there.step.order - b.there.step.order);
  const kept = findLongestRise(shared.map(({ there }) => there.step.order));
  return shared.flatMap((moved, at) => {
    if (kept.has(at)) return [];
    const passed = [...kept].filter((place) => isReversed(moved, shared[place]!));
    const [nearest] = passed.sort((a, b) => Math.abs(a - at) - Math.abs(b - at) || a - b);
    return nearest === undefined ? [] : [{ moved, kept: shared[nearest]! }];
  });
}

const isReversed = (a: Shared, b: Shared): boolean =>
  (a.here.step.order - b.here.step.order) * (a.there.step.order - b.there.step.order) < 0;

/** Places of the longest run of values that never falls; the first of several equally long. */
function findLongestRise(values: readonly number[]): Set<number> {
  const lengths: number[] = [];
  const previous: number[] = [];
  for (const [at, value] of values.entries()) {
    let best = -1;
    for (let before = 0; before < at; before += 1) {
      if (values[before]! <= value && (best < 0 || lengths[before]! > lengths[best]!)) best = before;
    }
    lengths.push(best < 0 ? 1 : lengths[best]! + 1);
    previous.push(best);
  }
  const places = new Set<number>();
  for (let at = lengths.indexOf(Math.max(...lengths)); at >= 0; at = previous[at]!) places.add(at);
  return places;
}
