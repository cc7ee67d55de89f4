// In: when a person is seen starting or ending work. Out: the quarter hours of a week in which they work.
import type { EnabledLog } from './find-enabling.ts';

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
 * the others, until seven tenths of all sightings are in. `byEnd` are the person's instances.
 */
export function findWorkingWeek(byEnd: Int32Array, log: EnabledLog): WorkingWeek {
  const { quarters, datesOf } = countSightings(byEnd, log);
  const week = new Uint8Array(QUARTER_HOURS_A_WEEK);
  // Each instance is seen twice.
  const sightings = 2 * byEnd.length;
  let taken = 0;
  const others: Quarter[] = [];
  for (const quarter of quarters) {
    const isUsual = [...quarter.dates].some(
      ([activity, dates]) => dates.size / datesOf.get(activity * 7 + quarter.weekday)!.size >= LEAST_CONFIDENCE,
    );
    if (!isUsual) {
      others.push(quarter);
      continue;
    }
    week[quarter.at] = 1;
    taken += quarter.count;
  }
  others.sort((a, b) => b.count - a.count);
  for (const quarter of others) {
    if (taken / sightings >= LEAST_SUPPORT) break;
    week[quarter.at] = 1;
    taken += quarter.count;
  }
  return week;
}

interface Quarter {
  readonly at: number;
  readonly weekday: number;
  /** Sightings in it. */
  count: number;
  /** Per activity the dates on which it is seen. */
  readonly dates: Map<number, Set<number>>;
}

/** In the order of the first sighting of each time of day, and within one of each weekday: it decides between equals. */
function countSightings(byEnd: Int32Array, { instances, zoneMsOf }: EnabledLog) {
  const { activityOf, startMs, endMs } = instances;
  const times = new Map<number, Map<number, Quarter>>();
  const datesOf = new Map<number, Set<number>>();
  const see = (activity: number, localMs: number): void => {
    const date = Math.floor(localMs / DAY_MS);
    const time = Math.floor((localMs - date * DAY_MS) / GRANULE_MS);
    const weekday = floorMod(date + DAYS_SINCE_MONDAY, 7);
    const weekdays = getOrAdd(times, time, () => new Map<number, Quarter>());
    const at = weekday * GRANULES_A_DAY + time;
    const quarter = getOrAdd(weekdays, weekday, () => ({ at, weekday, count: 0, dates: new Map() }));
    quarter.count += 1;
    getOrAdd(quarter.dates, activity, () => new Set()).add(date);
    getOrAdd(datesOf, activity * 7 + weekday, () => new Set()).add(date);
  };
  for (const item of byEnd) {
    see(activityOf[item]!, startMs[item]! + zoneMsOf[item]!);
    see(activityOf[item]!, endMs[item]! + zoneMsOf[item]!);
  }
  return { quarters: [...times.values()].flatMap((weekdays) => [...weekdays.values()]), datesOf };
}

function getOrAdd<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key);
  if (found !== undefined) return found;
  const made = make();
  map.set(key, made);
  return made;
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
