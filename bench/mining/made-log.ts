// A log of any size that is the same every time: skewed paths, heavy-tailed waits, people who seldom keep a case.
import { LIFECYCLE, type LogColumns } from '../../src/domain/log.ts';
import { createRandom } from '../../src/lib/random.ts';

const ACTIVITIES = 30;
const PEOPLE = 40;
const EVENTS_A_CASE = 10;
/** After each activity one of four others follows, the first far more often than the last. */
const WAYS = [0.62, 0.85, 0.96, 1] as const;
const SECOND = 1000;
const SEED = 20_261_121;

/** Exactly `events` rows, one time each, grouped by case as a stored log is; cases of 10 events on average. */
export function makeLog(events: number): LogColumns {
  const random = createRandom(SEED);
  const cases = Math.max(1, Math.round(events / EVENTS_A_CASE));
  const columns = {
    caseOf: new Int32Array(events),
    activityOf: new Int32Array(events),
    resourceOf: new Int32Array(events),
    roleOf: new Int32Array(events).fill(-1),
    startMs: new Float64Array(events).fill(Number.NaN),
    endMs: new Float64Array(events),
    zoneMinutes: new Int32Array(events),
    lifecycle: new Uint8Array(events).fill(LIFECYCLE.complete),
  };
  let row = 0;
  for (let at = 0; at < cases; at += 1) {
    const left = events - row - (cases - at - 1);
    const length = at === cases - 1 ? left : Math.min(left, 1 + Math.floor(random() * (2 * EVENTS_A_CASE - 1)));
    let activity = random() < 0.9 ? 0 : 1;
    let person = 0;
    let clockMs = at * 60 * SECOND;
    for (const last = row + length; row < last; row += 1) {
      person = random() < 0.1 ? person : Math.floor((random() + random()) * 0.5 * PEOPLE);
      columns.caseOf[row] = at;
      columns.activityOf[row] = activity;
      columns.resourceOf[row] = person;
      columns.endMs[row] = clockMs;
      activity = followUp(activity, random());
      clockMs += Math.ceil(1100 * Math.exp(1.5 * normal(random))) * SECOND;
    }
  }
  return {
    ...columns,
    cases: Array.from({ length: cases }, (_, at) => `case ${at}`),
    activities: Array.from({ length: ACTIVITIES }, (_, at) => `A${at}`),
    resources: Array.from({ length: PEOPLE }, (_, at) => `person ${at}`),
    roles: [],
  };
}

function followUp(activity: number, chance: number): number {
  const way = WAYS.findIndex((limit) => chance < limit);
  return (activity * 7 + [1, 5, 0, 13][way]! * (activity + 1) + way) % (ACTIVITIES - 1);
}

/** Roughly normal: the sum of twelve uniform numbers less six. */
function normal(random: () => number): number {
  let sum = -6;
  for (let at = 0; at < 12; at += 1) sum += random();
  return sum;
}
