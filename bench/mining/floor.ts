// The floor: the same answers by bare loops over the same columns, for this one shape of log, without a name, an example
// row, a start time, a 90th percentile or anybody to read them. Medians by the engine's own sort.
import { join } from 'node:path';
import { openDatabase } from '../../db/open.ts';
import { createStore } from '../../db/store.ts';
import type { LogColumns } from '../../src/domain/log.ts';
import { type Answers, measure, type Run, weigh } from './answers.ts';
import { LOG_ID, WORKSPACE_FILE } from './ours.ts';

/** The columns are in memory before the clock starts: the floor pays for no storage. */
export async function runFloor(folder: string): Promise<Run> {
  const store = createStore(openDatabase(join(folder, WORKSPACE_FILE)));
  const columns = store.readLogColumns(LOG_ID);
  store.close();
  return measure(() => mineBarely(columns));
}

function mineBarely({ caseOf, activityOf, resourceOf, endMs, cases, activities, resources }: LogColumns): Answers {
  const length = caseOf.length;
  const [names, people] = [activities.length, resources.length];
  const edgeCounts = new Int32Array(names * names);
  const pairCounts = new Int32Array(people * people);
  const starts = new Int32Array(names);
  const ends = new Int32Array(names);
  const lastCase = new Int32Array(names).fill(-1);
  const timesInCase = new Int32Array(names);
  let reworkCases = 0;
  for (let row = 0; row < length; row += 1) {
    const activity = activityOf[row]!;
    if (row > 0 && caseOf[row] === caseOf[row - 1]) {
      edgeCounts[activityOf[row - 1]! * names + activity]! += 1;
      pairCounts[resourceOf[row - 1]! * people + resourceOf[row]!]! += 1;
    } else {
      starts[activity]! += 1;
      if (row > 0) ends[activityOf[row - 1]!]! += 1;
    }
    if (lastCase[activity] === caseOf[row]) {
      timesInCase[activity]! += 1;
      if (timesInCase[activity] === 2) reworkCases += 1;
    } else {
      lastCase[activity] = caseOf[row]!;
      timesInCase[activity] = 1;
    }
  }
  if (length > 0) ends[activityOf[length - 1]!]! += 1;
  return {
    cases: cases.length,
    ...timeEdges(edgeCounts, names, { caseOf, activityOf, endMs }),
    starts: weigh([...starts].map((count, id) => [id, count])),
    ends: weigh([...ends].map((count, id) => [id, count])),
    ...countHandoffs(pairCounts, people),
    ...countVariants(caseOf, activityOf),
    reworkCases,
  };
}

type Timed = Pick<LogColumns, 'caseOf' | 'activityOf' | 'endMs'>;

function timeEdges(edgeCounts: Int32Array, names: number, { caseOf, activityOf, endMs }: Timed) {
  const next = new Int32Array(edgeCounts.length + 1);
  for (let edge = 0; edge < edgeCounts.length; edge += 1) next[edge + 1] = next[edge]! + edgeCounts[edge]!;
  const waitsMs = new Float64Array(next[edgeCounts.length]!);
  for (let row = 1; row < caseOf.length; row += 1) {
    if (caseOf[row] !== caseOf[row - 1]) continue;
    const edge = activityOf[row - 1]! * names + activityOf[row]!;
    waitsMs[next[edge]!] = endMs[row]! - endMs[row - 1]!;
    next[edge]! += 1;
  }
  const sums = { edges: 0, passings: 0, sumMs: 0, sumOfMinimaMs: 0, sumOfMaximaMs: 0, sumOfMediansMs: 0 };
  for (let edge = 0; edge < edgeCounts.length; edge += 1) {
    const count = edgeCounts[edge]!;
    if (count === 0) continue;
    const sorted = waitsMs.subarray(next[edge]! - count, next[edge]).sort();
    let sumMs = 0;
    for (let at = 0; at < count; at += 1) sumMs += sorted[at]!;
    sums.edges += 1;
    sums.passings += count;
    sums.sumMs += sumMs;
    sums.sumOfMinimaMs += sorted[0]!;
    sums.sumOfMaximaMs += sorted[count - 1]!;
    sums.sumOfMediansMs += (sorted[(count - 1) >> 1]! + sorted[count >> 1]!) / 2;
  }
  return sums;
}

function countHandoffs(pairCounts: Int32Array, people: number) {
  let peoplePairs = 0;
  let handoffs = 0;
  pairCounts.forEach((count, pair) => {
    if (count === 0 || Math.floor(pair / people) === pair % people) return;
    peoplePairs += 1;
    handoffs += count;
  });
  return { peoplePairs, handoffs };
}

/** By a 53-bit hash of the path, and not compared any further: two paths that share one would be taken for one. */
function countVariants(caseOf: Int32Array, activityOf: Int32Array) {
  const counts = new Map<number, number>();
  let commonestVariant = 0;
  for (let row = 0; row < caseOf.length; ) {
    const from = row;
    let low = 0;
    let high = 0;
    for (; row < caseOf.length && caseOf[row] === caseOf[from]; row += 1) {
      low = Math.imul(low ^ (activityOf[row]! + 1), 0x9e3779b1);
      high = Math.imul(high ^ (activityOf[row]! + 1), 0x85ebca6b);
      low ^= low >>> 15;
      high ^= high >>> 13;
    }
    const key = (low >>> 0) * 2_097_152 + (high >>> 11);
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (count > commonestVariant) commonestVariant = count;
  }
  return { variants: counts.size, commonestVariant };
}
