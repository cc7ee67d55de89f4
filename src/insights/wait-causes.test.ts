import { expect, test } from 'vitest';
import { buildGraph } from '../graph/build-graph.ts';
import { type EventRow, mineCases, PROCESS } from '../graph/fixtures.ts';
import { findInsights } from './find-insights.ts';
import { sayMainCause } from './wait-causes.ts';

function find(cases: readonly (readonly EventRow[])[], options: { explained?: boolean } = { explained: true }) {
  const logs = [mineCases(cases, options)];
  const graph = buildGraph({ process: PROCESS, recordings: [], clusters: [], logs });
  const { bottlenecks, waiting, definitions } = findInsights({ graph, recordings: [], clusters: [], logs });
  return { bottlenecks: bottlenecks.map(({ causes, sentence }) => ({ causes, sentence })), waiting, definitions };
}

const HOUR = 3_600_000;
const NONE = { batchingMs: 0, contentionMs: 0, prioritisationMs: 0, unavailabilityMs: 0, extraneousMs: 0 };

/** An order comes in every hour and is checked two hours after the one before it. */
const queue = (hoursToCheck: number): EventRow[][] =>
  [0, 1, 2, 3].map((at) => [
    ['enter order', 'clerk', at, 1, 'Ann'],
    ['check contract', 'legal', 1 + 2 * at, hoursToCheck, 'Lea'],
  ]);

test('the waiting of the process is split by cause, with what each costs', () => {
  // The second check follows the first without a pause, and both could begin before it: a batch that waited an hour.
  expect(find(queue(2)).waiting).toEqual({
    ...NONE,
    totalMs: 6 * HOUR,
    batchingMs: HOUR,
    contentionMs: 5 * HOUR,
    processingMs: 12 * HOUR,
    cte01: 12 / 18,
    cteWithout01: {
      batchingMs: 12 / 17,
      contentionMs: 12 / 13,
      prioritisationMs: 12 / 18,
      unavailabilityMs: 12 / 18,
      extraneousMs: 12 / 18,
    },
  });
});

test('the efficiency without one cause of waiting at a place is what the process would gain there', () => {
  const logs = [mineCases(queue(1), { explained: true })];
  const graph = buildGraph({ process: PROCESS, recordings: [], clusters: [], logs });
  const { bottlenecks, waiting } = findInsights({ graph, recordings: [], clusters: [], logs });
  // All waiting of the process is in this one place.
  expect(bottlenecks.map(({ cteWithout01 }) => cteWithout01)).toEqual([waiting!.cteWithout01]);
});

test('where no cause holds the larger part none is named', () => {
  expect(find(queue(1)).bottlenecks).toEqual([
    {
      causes: { ...NONE, contentionMs: 2 * HOUR, unavailabilityMs: 3 * HOUR, extraneousMs: HOUR },
      sentence:
        'Cases wait 1.5 hours on average between “enter order” and “check contract” (n = 4, 100 % of all waiting time); from 0 seconds to 3 hours.',
    },
  ]);
});

test('a bottleneck carries its causes; a handful of rows is too few to name the main one', () => {
  const late: EventRow[] = [
    ['enter order', 'clerk', 3, 1, 'Ann'],
    ['check contract', 'legal', 11, 1, 'Lea'],
  ];
  const busy: EventRow[] = [['mend contract', 'legal', 4, 6, 'Lea']];
  const causes = { ...NONE, contentionMs: 6 * HOUR, unavailabilityMs: 0.75 * HOUR, extraneousMs: 0.25 * HOUR };
  const start =
    'One case waited 7 hours between “enter order” and “check contract” (one observation, 100 % of all waiting time).';
  expect(find([late, busy]).bottlenecks).toEqual([
    {
      causes,
      sentence: start,
    },
  ]);
  const unnamed = [late, busy].map((events) => events.map(([name, , ...rest]): EventRow => [name, '', ...rest]));
  expect(find(unnamed).bottlenecks).toEqual([
    {
      causes,
      sentence: start,
    },
  ]);
});

test('a log that does not show who works when has waits without causes', () => {
  const { bottlenecks, waiting } = find(
    [
      [
        ['enter order', 'clerk', 0],
        ['ship order', 'clerk', 49],
      ],
    ],
    { explained: false },
  );
  expect([waiting, bottlenecks.map(({ causes }) => causes)]).toEqual([null, [null]]);
});

test('each cause has a sentence of its own', () => {
  const logs = [mineCases([[['check contract', 'legal', 0, 1, 'Lea']]])];
  const [once] = buildGraph({ process: PROCESS, recordings: [], clusters: [], logs }).activities;
  const target = { ...once!, count: 10, roles: [{ name: 'legal', count: 10 }] };
  const causes = ['batchingMs', 'contentionMs', 'prioritisationMs', 'unavailabilityMs', 'extraneousMs'] as const;
  const say = (cause: (typeof causes)[number]): string =>
    sayMainCause({ ...NONE, contentionMs: 1, extraneousMs: 1, [cause]: 6 }, target);
  const none = [
    sayMainCause({ ...NONE, batchingMs: 1, contentionMs: 1 }, target),
    sayMainCause({ ...NONE, batchingMs: 1 }, { ...target, count: 9 }),
  ];
  expect([...causes.map(say), ...none]).toEqual([
    ' Mostly because cases are gathered first, and people in the role “legal” then work them off in one go (batching, 75 % of this waiting).',
    ' Mostly because people in the role “legal” work on earlier cases (contention, 86 % of this waiting).',
    ' Mostly because people in the role “legal” take later cases first (prioritisation, 75 % of this waiting).',
    ' Mostly outside the hours in which people in the role “legal” are seen at work (unavailability, 75 % of this waiting).',
    ' Mostly for a reason the log does not show (extraneous, 86 % of this waiting).',
    '',
    '',
  ]);
});

test('a place where the log has one time per event has no causes, although others have', () => {
  const once = [
    [
      ['enter order', 'clerk', 0, 1, 'Ann'],
      ['ship order', 'warehouse', 49, 1, 'Bob'],
    ],
  ] as const;
  const logs = [mineCases(once, { explained: true, untimed: true })];
  const graph = buildGraph({ process: PROCESS, recordings: [], clusters: [], logs });
  const { bottlenecks, waiting } = findInsights({ graph, recordings: [], clusters: [], logs });
  expect([waiting?.totalMs, bottlenecks.map(({ causes }) => causes)]).toEqual([49 * HOUR, [null]]);
});

test('every cause is defined', () => {
  const { waiting, definitions } = find(queue(2));
  const causes = Object.keys(waiting!.cteWithout01).map((field) => field.replace('Ms', ''));
  expect(causes.filter((cause) => definitions[cause] === undefined)).toEqual([]);
});
