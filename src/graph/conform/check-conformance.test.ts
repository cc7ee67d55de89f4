import { expect, test } from 'vitest';
import { LogId } from '../../domain/ids.ts';
import type { LogColumns } from '../../domain/log.ts';
import { filterLogs } from '../filter-log/filter-log.ts';
import { logOf } from '../log-rows.sample.ts';
import { checkConformance } from './check-conformance.ts';
import { drawWays } from './ways.sample.ts';

const logId = LogId.parse('log-1');
const MODE = { instances: 'paired' } as const;

/** register → check → decide → pay; deciding may lead back to checking. Registering is done in every approved case. */
const WAYS = drawWays({
  activities: ['register', 'check', 'decide', 'pay'],
  pairs: ['register check', 'check decide', 'decide check', 'decide pay'],
  starts: ['register'],
  ends: ['pay'],
  optional: ['check', 'decide', 'pay'],
});

const CASES: Readonly<Record<string, string>> = {
  ok: 'register check decide pay',
  'ok again': 'register check decide check decide pay',
  hasty: 'register decide pay',
  'hasty too': 'register decide pay',
  odd: 'check phone decide',
};

const toLog = (cases: Readonly<Record<string, string>>): LogColumns =>
  logOf(
    ...Object.entries(cases).flatMap(([name, trace], at) =>
      trace.split(' ').map((activity, place) => [name, activity, at * 100 + place, '-', '-'] as const),
    ),
  );

const check = (columns: LogColumns, limit = 100) =>
  checkConformance([{ logId, filtered: filterLogs([columns], {}, MODE)[0]! }], WAYS, {
    ...MODE,
    numberOf: (label) => WAYS.numberOf.get(label),
    limit,
  });

const rows = (...numbers: number[]) => [{ kind: 'log', logId, rows: numbers, count: numbers.length }];

test('says which cases deviate, how, how far, and where it is seen', () => {
  const again = { after: null, cases: 1, times: 1 };
  const hasty = { cost: 1, fitness01: 1 - 1 / 7, deviations: [0], variant: 0, logId, events: 3 };
  expect(check(toLog(CASES))).toEqual({
    cases: 5,
    conforming: 2,
    // Costs 1 + 1 + 3 of at most (4 + 4) + (6 + 4) + 2 * (3 + 4) + (3 + 4).
    fitness01: 1 - 5 / 39,
    deviations: [
      { kind: 'order', activity: 'decide', after: 'register', cases: 2, times: 2, evidence: rows(11, 14) },
      { kind: 'start', activity: 'check', ...again, evidence: rows(16) },
      { kind: 'unknown', activity: 'phone', ...again, evidence: rows(17) },
      { kind: 'end', activity: 'decide', ...again, evidence: rows(18) },
      { kind: 'skipped', activity: 'register', ...again, evidence: rows(16) },
    ],
    variants: [
      {
        activities: ['register', 'decide', 'pay'],
        cases: 2,
        cost: 1,
        fitness01: 1 - 1 / 7,
        alignment: [
          { move: 'both', activity: 'register' },
          { move: 'missing', activity: 'check' },
          { move: 'both', activity: 'decide' },
          { move: 'both', activity: 'pay' },
        ],
      },
      {
        activities: ['check', 'phone', 'decide'],
        cases: 1,
        cost: 3,
        fitness01: 1 - 3 / 7,
        alignment: [
          { move: 'missing', activity: 'register' },
          { move: 'both', activity: 'check' },
          { move: 'extra', activity: 'phone' },
          { move: 'both', activity: 'decide' },
          { move: 'missing', activity: 'pay' },
        ],
      },
    ],
    variantCount: 2,
    deviatingCases: [
      {
        case: 'odd',
        logId,
        events: 3,
        deviations: [1, 2, 3, 4],
        variant: 1,
        cost: 3,
        fitness01: 1 - 3 / 7,
        evidence: rows(16, 17, 18),
      },
      { case: 'hasty', ...hasty, evidence: rows(11) },
      { case: 'hasty too', ...hasty, evidence: rows(14) },
    ],
  });
});

test('counts all that deviate where it lists only some', () => {
  const { deviations, variants, variantCount, deviatingCases } = check(toLog(CASES), 1);
  expect(variants.length).toBe(1);
  expect(variantCount).toBe(2);
  expect(deviatingCases.map(({ case: name, variant }) => [name, variant])).toEqual([['odd', null]]);
  expect(deviations.length).toBe(5);
});

test('each time counts, each case once', () => {
  const { deviations } = check(toLog({ one: 'register phone check phone decide pay', two: 'register check phone' }));
  expect(deviations.map(({ kind, activity, cases, times }) => [kind, activity, cases, times])).toEqual([
    ['unknown', 'phone', 2, 3],
    ['end', 'phone', 1, 1],
  ]);
});

test('what an approved case must have can be missing on an approved way', () => {
  const ways = drawWays({
    activities: ['a', 'b', 'c'],
    pairs: ['a b', 'b c', 'a c'],
    starts: ['a'],
    ends: ['c'],
    optional: ['a', 'c'],
  });
  const columns = logOf(['1', 'a', 0, '-', '-'], ['1', 'c', 1, '-', '-']);
  const logs = [{ logId, filtered: filterLogs([columns], {}, MODE)[0]! }];
  const found = checkConformance(logs, ways, { ...MODE, numberOf: (label) => ways.numberOf.get(label), limit: 9 });
  expect([found.conforming, found.fitness01, found.deviations.map(({ kind, activity }) => [kind, activity])]).toEqual([
    0,
    1,
    [['skipped', 'b']],
  ]);
});

test('without a way to the end no cost is told, and deviations are', () => {
  const ways = drawWays({ activities: ['a', 'b'], pairs: [], starts: ['a'], ends: ['b'], optional: ['a', 'b'] });
  const columns = logOf(['1', 'a', 0, '-', '-'], ['1', 'b', 1, '-', '-']);
  const logs = [{ logId, filtered: filterLogs([columns], {}, MODE)[0]! }];
  const found = checkConformance(logs, ways, { ...MODE, numberOf: (label) => ways.numberOf.get(label), limit: 9 });
  expect([found.fitness01, found.variants[0]?.alignment, found.deviatingCases[0]?.cost]).toEqual([null, null, null]);
  expect(found.deviations.map(({ kind }) => kind)).toEqual(['order']);
});
