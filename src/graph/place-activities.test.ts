import { expect, test } from 'vitest';
import { type EventRow, mineCases, repeatCase } from './fixtures.ts';
import { placeActivities } from './place-activities.ts';

test('an activity stands where it happens on average, over all cases', () => {
  const path = (...activities: string[]): EventRow[] => activities.map((name, hour) => [name, 'clerk', hour]);
  const { mined } = mineCases([...repeatCase(3, path('a', 'b', 'c')), path('b', 'a', 'c')]);
  expect(placeActivities(mined)).toEqual(
    new Map([
      ['a', 0.125],
      ['b', 0.375],
      ['c', 1],
    ]),
  );
});
