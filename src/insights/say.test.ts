import { expect, test } from 'vitest';
import { sayCount, sayDuration, sayShare, sayTold } from './say.ts';

const HOUR = 3_600_000;

test('times are said in the unit people use for them', () => {
  expect(
    [0, 1000, 40_000, 35 * 60_000, 14.2 * HOUR, 24 * HOUR, 47.4 * HOUR, 204.6 * HOUR, 60 * 24 * HOUR].map(sayDuration),
  ).toEqual([
    '0 seconds',
    '1 second',
    '40 seconds',
    '35 minutes',
    '14 hours',
    '1 day',
    '47 hours',
    '8.5 days',
    '60 days',
  ]);
});

test('small shares keep a decimal', () => {
  expect([1, 0.143, 0.01, 0.0042].map(sayShare)).toEqual(['100 %', '14 %', '1 %', '0.4 %']);
});

test('one is one', () => {
  expect([sayCount(1, 'case'), sayCount(400, 'case'), sayTold(1), sayTold(3)]).toEqual([
    '1 case',
    '400 cases',
    'told once',
    'told in 3 recordings',
  ]);
});
