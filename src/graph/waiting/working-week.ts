// In: when a person is seen starting or ending work. Out: the quarter hours of a week in which they work.
import { orderByTime } from '../../lib/order-by-time.ts';
import type { EnabledLog } from './find-enabling.ts';
import type { Person } from './people.ts';

const GRANULE_MS = 15 * 60_000;
const DAY_MS = 24 * 3_600_000;
const WEEK_MS = 7 * DAY_MS;
const GRANULES_A_DAY = DAY_MS / GRANULE_MS;
/** 1970 began on a Thursday; weeks begin on Monday. */
const DAYS_SINCE_MONDAY = 3;
/** A quarter hour counts from this part of the days on which one does the activity at all. */
const LEAST_CONFIDENCE = 0.1;
/** The quarter hours taken must hold this part of all that is seen; rarer ones are added until they do. */
const LEAST_SUPPORT = 0.7;

/** One entry per quarter hour from Monday 0:00 on: 1 where the person works. */
export type WorkingWeek = Uint8Array;

export const QUARTER_HOURS_A_WEEK = 7 * GRANULES_A_DAY;

/**
 * The week of one person as CalendarFactory of Prosimos finds it: a quarter hour of a weekday is taken where some
 * activity is seen in it on a tenth of the dates on which that weekday has that activity; then the most frequent of
 * the others, until seven tenths of all sightings are in.
 */
export function findWorkingWeek(person: SeenPerson, log: EnabledLog): WorkingWeek {
  const week = new Uint8Array(QUARTER_HOURS_A_WEEK);
  const { counts, inOrder } = countSightings(person.byEnd, log);
  const isUsual = findUsual(person, log);
  // Each instance is seen twice.
  const sightings = 2 * person.byEnd.length;
  let taken = 0;
  const take = (quarter: number): void => {
    week[quarter] = 1;
    taken += counts[quarter]!;
  };
  for (const quarter of inOrder) if (isUsual[quarter] === 1) take(quarter);
  const others = inOrder.filter((quarter) => isUsual[quarter] === 0).sort((a, b) => counts[b]! - counts[a]!);
  for (const quarter of others) {
    if (taken / sightings >= LEAST_SUPPORT) break;
    take(quarter);
  }
  return week;
}

type SeenPerson = Pick<Person, 'byStart' | 'byEnd'>;

/** Sightings by quarter hour; `inOrder` decides between equals. */
function countSightings(byEnd: Int32Array, { instances, zoneMsOf }: EnabledLog) {
  const { startMs, endMs } = instances;
  const counts = new Int32Array(QUARTER_HOURS_A_WEEK);
  const firstSeen = new Int32Array(QUARTER_HOURS_A_WEEK);
  for (let at = 0; at < byEnd.length; at += 1) {
    const item = byEnd[at]!;
    const zoneMs = zoneMsOf[item]!;
    const start = quarterOf(startMs[item]! + zoneMs);
    const end = quarterOf(endMs[item]! + zoneMs);
    if (counts[start] === 0) firstSeen[start] = 2 * at;
    counts[start]! += 1;
    if (counts[end] === 0) firstSeen[end] = 2 * at + 1;
    counts[end]! += 1;
  }
  // In the order of the first sighting of each time of day, and within one of each weekday.
  const firstOfTime = new Int32Array(GRANULES_A_DAY).fill(0x7fffffff);
  const seen = [...counts.keys()].filter((quarter) => counts[quarter]! > 0);
  for (const quarter of seen) {
    const time = quarter % GRANULES_A_DAY;
    firstOfTime[time] = Math.min(firstOfTime[time]!, firstSeen[quarter]!);
  }
  const timeOf = (quarter: number): number => firstOfTime[quarter % GRANULES_A_DAY]!;
  return { counts, inOrder: seen.sort((a, b) => timeOf(a) - timeOf(b) || firstSeen[a]! - firstSeen[b]!) };
}

/** 1 for the quarter hours in which some activity is seen on a tenth of the dates it is seen on at that weekday. */
function findUsual(person: SeenPerson, log: EnabledLog): Uint8Array {
  const { items, localMs } = listByLocalTime(person, log);
  const numberOf = new Map<number, number>();
  const activityAt = items.map((item) => {
    const activity = log.instances.activityOf[item]!;
    const number = numberOf.get(activity) ?? numberOf.size;
    if (number === numberOf.size) numberOf.set(activity, number);
    return number;
  });
  const byQuarter = countDates(activityAt, localMs, { activities: numberOf.size, places: QUARTER_HOURS_A_WEEK });
  const byWeekday = countDates(activityAt, localMs, { activities: numberOf.size, places: 7 });
  const isUsual = new Uint8Array(QUARTER_HOURS_A_WEEK);
  for (let cell = 0; cell < byQuarter.length; cell += 1) {
    const quarter = cell % QUARTER_HOURS_A_WEEK;
    const activity = (cell - quarter) / QUARTER_HOURS_A_WEEK;
    const dates = byWeekday[activity * 7 + Math.floor(quarter / GRANULES_A_DAY)]!;
    if (byQuarter[cell]! > 0 && byQuarter[cell]! / dates >= LEAST_CONFIDENCE) isUsual[quarter] = 1;
  }
  return isUsual;
}

/** All starts and ends by the clock on the wall, ascending, each with its instance. */
function listByLocalTime({ byStart, byEnd }: SeenPerson, { instances, zoneMsOf }: EnabledLog) {
  const { startMs, endMs } = instances;
  const items = new Int32Array(2 * byEnd.length);
  const localMs = new Float64Array(items.length);
  let [start, end] = [0, 0];
  let isInOrder = true;
  for (let at = 0; at < items.length; at += 1) {
    const isStart = start < byStart.length && startMs[byStart[start]!]! <= endMs[byEnd[end]!]!;
    const item = isStart ? byStart[start++]! : byEnd[end++]!;
    items[at] = item;
    localMs[at] = (isStart ? startMs[item]! : endMs[item]!) + zoneMsOf[item]!;
    if (at > 0 && localMs[at]! < localMs[at - 1]!) isInOrder = false;
  }
  if (isInOrder) return { items, localMs };
  // Where the clocks change, an hour comes twice.
  const order = orderByTime(
    items.map((_, at) => at),
    localMs,
  );
  return { items: order.map((at) => items[at]!), localMs: localMs.map((_, at) => localMs[order[at]!]!) };
}

/** For each activity and place of the week (quarter hour or weekday), the dates on which it is seen there. */
function countDates(
  activityAt: Int32Array,
  localMs: Float64Array,
  { activities, places }: { activities: number; places: number },
): Int32Array {
  const dates = new Int32Array(activities * places);
  const lastDate = new Int32Array(activities * places);
  const granulesAPlace = QUARTER_HOURS_A_WEEK / places;
  for (let at = 0; at < localMs.length; at += 1) {
    const date = Math.floor(localMs[at]! / DAY_MS);
    const place = Math.floor(quarterOf(localMs[at]!) / granulesAPlace);
    const cell = activityAt[at]! * places + place;
    if (dates[cell] !== 0 && lastDate[cell] === date) continue;
    lastDate[cell] = date;
    dates[cell]! += 1;
  }
  return dates;
}

/** Quarter hours since Monday 0:00. */
function quarterOf(localMs: number): number {
  const date = Math.floor(localMs / DAY_MS);
  return floorMod(date + DAYS_SINCE_MONDAY, 7) * GRANULES_A_DAY + Math.floor((localMs - date * DAY_MS) / GRANULE_MS);
}

/** Measures the time off between two moments on the wall clock, in constant time. */
export function openTimeOff(week: WorkingWeek): (fromMs: number, toMs: number) => number {
  const offBefore = new Float64Array(QUARTER_HOURS_A_WEEK + 1);
  for (let at = 0; at < QUARTER_HOURS_A_WEEK; at += 1) {
    offBefore[at + 1] = offBefore[at]! + (week[at] === 1 ? 0 : GRANULE_MS);
  }
  const offUntil = (localMs: number): number => {
    const sinceMs = localMs + DAYS_SINCE_MONDAY * DAY_MS;
    const weeks = Math.floor(sinceMs / WEEK_MS);
    const inWeekMs = sinceMs - weeks * WEEK_MS;
    const at = Math.floor(inWeekMs / GRANULE_MS);
    const begunMs = week[at] === 1 ? 0 : inWeekMs - at * GRANULE_MS;
    return weeks * offBefore[QUARTER_HOURS_A_WEEK]! + offBefore[at]! + begunMs;
  };
  return (fromMs, toMs) => offUntil(toMs) - offUntil(fromMs);
}

const floorMod = (value: number, by: number): number => ((value % by) + by) % by;
