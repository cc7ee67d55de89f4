import { expect, test } from 'vitest';
import { type EventRow, mineCases, repeatCase } from './fixtures.ts';
import { findSideBySide } from './side-by-side.ts';

const way = (...labels: string[]): EventRow[] => labels.map((label, at) => [label, 'clerk', at * 2]);

test('two activities that come in either order run side by side', () => {
  const cases = [...repeatCase(6, way('a', 'b', 'c', 'd')), ...repeatCase(4, way('a', 'c', 'b', 'd'))];
  expect(sideBySide(cases)).toEqual(['b > c', 'c > b']);
});

test('going back and doing it again is a loop', () => {
  const cases = [...repeatCase(6, way('a', 'b', 'd')), ...repeatCase(4, way('a', 'b', 'a', 'b', 'd'))];
  expect(sideBySide(cases)).toEqual([]);
});

test('one exchange of order among many is chance', () => {
  const cases = [...repeatCase(40, way('a', 'b', 'c')), ...repeatCase(1, way('b', 'a', 'c'))];
  expect(sideBySide(cases)).toEqual([]);
});

function sideBySide(cases: EventRow[][]): string[] {
  const { mined } = mineCases(cases);
  const label = (at: number): string => mined.activities[at]!.label;
  return mined.transitions
    .filter(findSideBySide(mined))
    .map(({ source, target }) => `${label(source)} > ${label(target)}`)
    .sort();
}
