import { expect, test } from 'vitest';
import { mineCases, repeatCase } from '../graph/fixtures.ts';
import { clerk, find } from './order-desk.sample.ts';

test('bottlenecks come with their share, spread and the cause somebody gives', () => {
  const { bottlenecks } = find([clerk]).insights;
  expect(bottlenecks.map(({ sentence, cause, n, unsure }) => ({ sentence, cause, n, unsure }))).toEqual([
    {
      sentence:
        'Cases wait 4.1 days on average between “release order” and “ship order” (n = 48, 82 % of all waiting time); half of them longer than 4.1 days, one in ten longer than 4.1 days; the median lies at 4.1 days with 97 % confidence. People say it takes 4 days (told once, not measured). The cause people give: one truck a week.',
      cause: 'one truck a week',
      n: 48,
      unsure: false,
    },
    {
      sentence:
        'Cases wait 20 hours on average between “enter order” and “check credit” (n = 50, 17 % of all waiting time); half of them longer than 19 hours, one in ten longer than 19 hours; the median lies at 19 hours with 96 % confidence.',
      cause: null,
      n: 50,
      unsure: false,
    },
    {
      sentence: 'Cases wait up to 1095 days (told once, not measured). In their words: “contract of three years”.',
      cause: null,
      n: 1,
      unsure: true,
    },
    {
      sentence:
        'Cases wait up to 2 days after “call carrier” (told once, not measured). In their words: “the carrier answers after two days”.',
      cause: null,
      n: 1,
      unsure: false,
    },
  ]);
});

test('from five observations on the median has an interval, and the sentence says how sure it is', () => {
  const hours = [1, 2, 3, 5, 8];
  const once = mineCases(
    hours.map((hour) => [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 1 + hour],
    ]),
  );
  const few = mineCases(
    hours.slice(1).map((hour) => [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 1 + hour],
    ]),
  );
  const [bottleneck] = find([], [once]).insights.bottlenecks;
  expect([bottleneck!.medianInterval, bottleneck!.sentence]).toEqual([
    { lowMs: 3_600_000, highMs: 8 * 3_600_000, coverage01: 0.9375 },
    'Cases wait 3.8 hours on average between “enter order” and “ship order” (n = 5, 100 % of all waiting time); half of them longer than 3 hours, one in ten longer than 6.8 hours; the median lies between 60 minutes and 8 hours with 93 % confidence.',
  ]);
  expect(find([], [few]).insights.bottlenecks.map(({ medianInterval }) => medianInterval)).toEqual([null]);
});

test('one observation is called one observation', () => {
  const once = mineCases([
    [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 49],
    ],
  ]);
  expect(find([], [once]).insights.bottlenecks.map(({ sentence }) => sentence)).toEqual([
    'One case waited 2 days between “enter order” and “ship order” (one observation, 100 % of all waiting time).',
  ]);
});

test('where the work takes longer than the wait before it there is no bottleneck', () => {
  const slow = mineCases(
    repeatCase(5, [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 2, 40],
    ]),
  );
  const { bottlenecks, exclusions } = find([], [slow]).insights;
  expect(bottlenecks).toEqual([]);
  expect(exclusions).toEqual(['1 place with much waiting where the work that follows takes longer still.']);
});

test('with one time per event a wait is called what it is', () => {
  const untimed = mineCases(
    repeatCase(2, [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 10],
    ]),
    { untimed: true },
  );
  const { bottlenecks, exclusions } = find([], [untimed]).insights;
  expect(bottlenecks[0]!.sentence).toBe(
    'It takes 10 hours on average between “enter order” and “ship order” (n = 2, 100 % of all waiting time); from 10 hours to 10 hours.',
  );
  expect(exclusions).toEqual(['log1.csv has one time per event, so its waits hold the work as well.']);
});
