import { expect, it } from 'vitest';
import { settleMarks } from './settle-marks.ts';

const size = { width: 100, height: 30 };

it('moves a later mark to its next place where it would cover an earlier one', () => {
  const at = { x: 0, y: 0 };
  const marks = [
    { id: 'worst', places: [at, { x: 0, y: 80 }] },
    {
      id: 'second',
      places: [
        { x: 60, y: 10 },
        { x: 60, y: 90 },
      ],
    },
    { id: 'far', places: [{ x: 100, y: 0 }] },
  ];
  expect(settleMarks(marks, { size, taken: [] })).toEqual(
    new Map([
      ['worst', at],
      ['second', { x: 60, y: 90 }],
      ['far', { x: 100, y: 0 }],
    ]),
  );
});

it('keeps clear of what stands there already, and takes the best place where none is free', () => {
  const marks = [
    {
      id: 'one',
      places: [
        { x: 0, y: 0 },
        { x: 50, y: 0 },
      ],
    },
  ];
  expect(settleMarks(marks, { size, taken: [{ x: 10, y: 5 }] })).toEqual(new Map([['one', { x: 0, y: 0 }]]));
  expect(settleMarks(marks, { size: { width: 20, height: 20 }, taken: [{ x: 10, y: 5 }] })).toEqual(
    new Map([['one', { x: 50, y: 0 }]]),
  );
});
