// Comes in: the steps of several recordings of one process. Goes out: clusters of steps that are the same doing.
import type { NarratedRecording, StepCluster } from '../domain/extraction.ts';
import { assignPairs } from '../lib/assignment.ts';
import { probableInOrder } from './align/in-order.ts';
import { type Doing, viewDoings } from './align/view-doings.ts';
import { openWeighing, type WeighPair } from './align/weigh-pairs.ts';
import table from './align/weights.json' with { type: 'json' };

/** `place` puts the clusters in one row, by the places of their steps between those that are the same. */
interface Cluster {
  readonly members: Doing[];
  readonly place: number;
}

/** A step that was joined, by its position in its recording. */
interface Joined {
  readonly at: number;
  readonly cluster: Cluster;
  /** Most likely in the order of the others, too: what is told beside it belongs beside it. */
  readonly isAnchor: boolean;
}

/**
 * Every step of every recording is in exactly one cluster, and a cluster holds at most one step of each recording.
 * Recordings join one at a time, by a global one-to-one assignment against the clusters so far. Steps join when they
 * are surely alike wherever they stand, or fairly alike and likely the same by what comes before and after them.
 */
export function alignSteps(recordings: readonly NarratedRecording[]): StepCluster[] {
  const viewed = viewDoings(recordings);
  const weigh = openWeighing(viewed);
  const clusters: Cluster[] = [];
  for (const doings of viewed) {
    const joined = joinOne(doings, clusters, weigh);
    const targets = new Map(joined.map(({ at, cluster }) => [at, cluster]));
    const anchors = joined.filter(({ isAnchor }) => isAnchor);
    doings.forEach((doing, at) => {
      const cluster = targets.get(at);
      if (cluster) cluster.members.push(doing);
      else clusters.push({ members: [doing], place: placeBetween(at, anchors) });
    });
  }
  return clusters.map(({ members }) => ({ label: labelOf(members), stepIds: members.map(({ step }) => step.id) }));
}

function joinOne(doings: readonly Doing[], clusters: readonly Cluster[], weigh: WeighPair): Joined[] {
  const row = clusters.toSorted((a, b) => a.place - b.place);
  const points = doings.map((doing) => row.map(({ members }) => weighAgainst(doing, members, weigh)));
  const likely = probableInOrder(points, table.order);
  const weights = points.map((each, at) => each.map((value, column) => weightOf(value, likely[at]![column]!)));
  return assignPairs(weights).map(([at, column]) => {
    return { at, cluster: row[column]!, isAnchor: likely[at]![column]! >= table.likely01 };
  });
}

/** The first speak for their cluster: more of them say little new, and fifty recordings would take as many times longer. */
const MOST_COMPARED = 5;

/** Best and mean of the members; undefined when too little speaks for it, whatever the order. */
function weighAgainst(doing: Doing, members: readonly Doing[], weigh: WeighPair): number | undefined {
  let [best, sum] = [Number.NEGATIVE_INFINITY, 0];
  const compared = Math.min(members.length, MOST_COMPARED);
  for (let at = 0; at < compared; at += 1) {
    const value = weigh(doing, members[at]!) ?? table.start;
    best = Math.max(best, value);
    sum += value;
  }
  const points = (best + sum / compared) / 2;
  return points < table.low ? undefined : points;
}

/** Of a pair in the assignment; squared, so that one good pair is worth more than two poor ones. */
function weightOf(points: number | undefined, likely01: number): number {
  if (points === undefined) return 0;
  const joins = points >= table.sure || likely01 >= table.likely01;
  return joins ? ((points - 3 * table.low) * (0.5 + likely01)) ** 2 : 0;
}

/** As far between its neighbours' clusters as the step is between the neighbours; beyond the outermost, step by step. */
function placeBetween(at: number, anchors: readonly Joined[]): number {
  const before = anchors.findLast((anchor) => anchor.at < at);
  const after = anchors.find((anchor) => anchor.at > at);
  if (before && after) {
    const share = (at - before.at) / (after.at - before.at);
    return before.cluster.place + share * (after.cluster.place - before.cluster.place);
  }
  if (before) return before.cluster.place + at - before.at;
  return after ? after.cluster.place - (after.at - at) : at;
}

/** The most frequent label; among equals the surest, then the shortest, then the first in the alphabet. */
function labelOf(cluster: readonly Doing[]): string {
  const ranked = cluster
    .map(({ step }) => ({ step, count: cluster.filter((other) => other.step.label === step.label).length }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        b.step.confidence01 - a.step.confidence01 ||
        a.step.label.length - b.step.label.length ||
        a.step.label.localeCompare(b.step.label, 'en'),
    );
  return ranked[0]?.step.label ?? '';
}
