import { expect, test } from 'vitest';
import { orderByTime } from '../../lib/order-by-time.ts';
import { toInstances } from '../mine-instances.ts';
import { readRows } from './timed-rows.sample.ts';
import { findWorkingWeek, openTimeOff, type WorkingWeek } from './working-week.ts';

function findWeek(rows: readonly string[]): WorkingWeek {
  const instances = toInstances(readRows(rows.join('\n')), 'paired');
  const { length } = instances;
  const enabling = { sourceOf: new Int32Array(length), enabledMs: new Float64Array(length) };
  const everything = new Int32Array(length).map((_, at) => at);
  const byStart = orderByTime(everything, instances.startMs);
  const byEnd = orderByTime(byStart, instances.endMs);
  return findWorkingWeek({ byStart, byEnd }, { instances, enabling, zoneMsOf: new Float64Array(length) });
}

/** "Mon 9:00", one for each quarter hour worked. */
const sayWeek = (week: WorkingWeek): string[] =>
  [...week].flatMap((works, at) => {
    const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][Math.floor(at / 96)];
    return works === 1 ? [`${day} ${Math.floor((at % 96) / 4)}:${String((at % 4) * 15).padStart(2, '0')}`] : [];
  });

const mondays = (count: number): number[] => Array.from({ length: count }, (_, week) => week * 7);

test('a quarter hour is worked where an activity is seen in it on a tenth of its days', () => {
  expect(
    sayWeek(
      findWeek([
        ...mondays(20).map((day) => `${day} check d${day} 9:10-9:30 Bob`),
        '20 check d0 14:50-15:00 Bob',
        '21 check d7 14:50-14:59 Bob',
        '22 check d0 22:00-22:10 Bob',
        '23 look  d6 11:59-12:00 Bob',
      ]),
    ),
  ).toEqual(['Mon 9:00', 'Mon 9:30', 'Mon 14:45', 'Sun 11:45', 'Sun 12:00']);
});

test('where little is seen twice at the same time, the most frequent quarter hours make up seven tenths', () => {
  const scattered = mondays(12).map((day, at) => `${at} check d${day} ${8 + at}:00-${8 + at}:10 Bob`);
  expect(sayWeek(findWeek([...scattered, 'more check d77 19:10-19:12 Bob']))).toEqual(
    ['8', '9', '10', '11', '12', '13', '14', '15', '19'].map((hour) => `Mon ${hour}:00`),
  );
});

test('time off is measured over nights and weeks, and before 1970', () => {
  const week = new Uint8Array(7 * 96);
  week.fill(1, 9 * 4, 17 * 4);
  const timeOff = openTimeOff(week);
  const HOUR = 3_600_000;
  const monday = (weeks: number): number => (weeks * 7 + 4) * 24 * HOUR;
  expect([
    timeOff(monday(0) + 10 * HOUR, monday(0) + 16 * HOUR),
    timeOff(monday(0) + 8.5 * HOUR, monday(0) + 17.2 * HOUR),
    timeOff(monday(-2) + 10 * HOUR, monday(3) + 10 * HOUR),
  ]).toEqual([0, 0.7 * HOUR, 5 * (168 - 8) * HOUR]);
});
