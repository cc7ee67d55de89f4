// The order in which activities are listed: as the process runs, as far as it runs one way.
import type { NarratedRecording } from '../domain/extraction.ts';
import type { Activity, Transition } from '../domain/graph.ts';
import type { ElementId } from '../domain/ids.ts';
import { type Arc, orderLinearly } from '../lib/linear-order.ts';
import type { FoldedActivities } from './fold-activities.ts';
import type { RoleBook } from './role-book.ts';
import { type Stitch, stitchRecordings } from './stitch-recordings.ts';
import { tellOrder } from './told-order.ts';

export interface OrderInput {
  readonly transitions: readonly Transition[];
  readonly recordings: readonly NarratedRecording[];
  readonly roles: RoleBook;
}

/** Activities so that little of what is logged and told runs backwards; one recording alone keeps its own order. */
export function orderActivities({ activities, ofStep }: FoldedActivities, input: OrderInput): Activity[] {
  const placeOf = new Map(activities.map(({ id }, at) => [id, at]));
  const placeOfStep = (id: ElementId): number[] => {
    const activity = ofStep.get(id);
    const place = activity && placeOf.get(activity);
    return place === undefined ? [] : [place];
  };
  const toArcs = (row: readonly number[], weight: number): Arc[] =>
    row.slice(1).map((target, at) => ({ source: row[at]!, target, weight }));

  const logged = input.transitions
    .filter(({ sources }) => sources.log > 0)
    .map(({ source, target, count }) => ({
      source: placeOf.get(source)!,
      target: placeOf.get(target)!,
      weight: count,
    }));
  const stitches = stitchRecordings(input.recordings, { roles: input.roles, ofStep });
  const rows = orderRecordings(input.recordings, stitches).map(({ extraction }) =>
    tellOrder(extraction).places.flatMap((steps) => steps.flatMap(({ id }) => placeOfStep(id))),
  );
  return orderLinearly(activities.length, [
    ...logged,
    ...rows.flatMap((row) => toArcs(row, 1)),
    ...stitches.flatMap(({ source, target }) => toArcs([...placeOfStep(source.id), ...placeOfStep(target.id)], 0.5)),
    // Where nothing else is known, one recording comes after the other instead of all of them starting at once.
    ...rows.slice(1).flatMap((row, at) => toArcs([...(rows[at] ?? []).slice(-1), ...row.slice(0, 1)], 0.01)),
  ]).map((at) => activities[at]!);
}

/** Whoever hands over comes before whoever takes. */
function orderRecordings(recordings: readonly NarratedRecording[], stitches: readonly Stitch[]): NarratedRecording[] {
  const placeOf = new Map(recordings.map(({ recording }, at) => [recording.id, at]));
  const arcs = stitches.map(({ source, target }) => {
    return { source: placeOf.get(source.recordingId)!, target: placeOf.get(target.recordingId)!, weight: 1 };
  });
  return orderLinearly(recordings.length, arcs).map((at) => recordings[at]!);
}
