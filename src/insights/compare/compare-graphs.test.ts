import { expect, test } from 'vitest';
import type { MeasuredGraph } from '../../domain/comparison.ts';
import { LogId, ProcessId } from '../../domain/ids.ts';
import type { EventLog } from '../../domain/process.ts';
import { buildGraph } from '../../graph/build-graph.ts';
import { logOf } from '../../graph/log-rows.sample.ts';
import { measureGraph } from '../../graph/measure/measure-graph.ts';
import { mineLog } from '../../graph/mine-log.ts';
import { compareGraphs } from './compare-graphs.ts';

const MODE = { instances: 'paired' } as const;
const process = { id: ProcessId.parse('p'), name: 'orders', owner: null, description: null, createdAtMs: 0 };

/** `trace` is "a b@7 c": the activity, and the minutes since the one before (1 otherwise). */
function measure(cases: readonly (readonly [times: number, trace: string])[], roles = {}): MeasuredGraph {
  const roleOf: Readonly<Record<string, string>> = { ...roles };
  let number = 0;
  const rows = cases.flatMap(([times, trace]) =>
    Array.from({ length: times }, () => {
      number += 1;
      let minute = number * 10_000;
      return trace.split(' ').map((word) => {
        const [activity = '', minutes = '1'] = word.split('@');
        minute += Number(minutes);
        return [`case ${number}`, activity, minute, '-', roleOf[activity] ?? 'clerk'] as const;
      });
    }).flat(),
  );
  const columns = logOf(...rows);
  const log: EventLog = {
    id: LogId.parse('log-1'),
    processId: process.id,
    name: 'orders.csv',
    format: 'csv',
    sha256: '0'.repeat(64),
    path: '',
    events: rows.length,
    cases: number,
    warnings: [],
    createdAtMs: 0,
  };
  const graph = buildGraph({ process, recordings: [], clusters: [], logs: [{ log, mined: mineLog(columns, MODE) }] });
  return measureGraph(graph, [columns], MODE);
}

const compare = (before: MeasuredGraph, after: MeasuredGraph, sharedCases: number | undefined = 0) =>
  compareGraphs(
    {
      before: { title: 'March', alone: 'gone', measured: before },
      after: { title: 'April', alone: 'new', measured: after },
    },
    { sharedCases, isInTime: true },
  );

const told = (changes: ReturnType<typeof compare>['changes']) =>
  changes.map(({ subject, kind, certainty, sentence }) => [subject, kind, certainty, sentence]);

test('a graph compared with itself has no difference', () => {
  const measured = measure([
    [20, 'enter check ship'],
    [10, 'enter ship'],
  ]);
  const { changes, steady, marks } = compare(measured, measured, 30);
  expect({ changes, steady, marks: [...new Set(Object.values(marks))] }).toEqual({
    changes: [],
    steady: 6,
    marks: ['same'],
  });
});

test('what is new, gone, more frequent and slower is told with its numbers, the surest and largest first', () => {
  const before = measure([
    [16, 'enter check ship@10'],
    [4, 'enter fax ship'],
  ]);
  const after = measure([
    [4, 'enter check ship@50'],
    [16, 'enter scan ship'],
  ]);
  const { changes, marks, steady, notes, ...sides } = compare(before, after);
  expect(told(changes).slice(0, 2)).toEqual([
    [
      'activity',
      'added',
      'clear',
      '“scan” is only after: in 16 of 20 cases (80 %), in none of 20 before. Hardly chance (p < 0.001).',
    ],
    [
      'activity',
      'frequency',
      'clear',
      '“check” is in 4 of 20 cases (20 %), before in 16 of 20 (80 %): 60 points less (95 % interval −77 to −29). Hardly chance (p < 0.001).',
    ],
  ]);
  // What follows from the new activity comes behind what does not.
  const ways = told(changes).filter(([subject]) => subject === 'transition');
  expect(ways.slice(0, 3).map(([, kind]) => kind)).toEqual(['frequency', 'frequency', 'added']);
  expect(ways[2]).toEqual([
    'transition',
    'added',
    'clear',
    '“enter” → “scan” is only after: in 16 of 20 cases (80 %), in none of 20 before. Hardly chance (p < 0.001).',
  ]);
  expect(told(changes).filter(([subject]) => subject === 'cycle')).toEqual([
    ['cycle', 'time', 'clear', expect.stringMatching(/^A case takes less time: 2 minutes in the median \(n = 20, /)],
  ]);
  expect(told(changes).find(([subject, kind]) => subject === 'activity' && kind === 'removed')).toEqual([
    'activity',
    'removed',
    'unclear',
    '“fax” is only before: in 4 of 20 cases (20 %), in none of 20 after. It may be chance (p = 0.1).',
  ]);
  const wait = changes.find(({ kind, subject }) => kind === 'time' && subject === 'transition');
  expect([wait?.certainty, wait?.sentence]).toEqual([
    'few',
    '“check” → “ship” waits longer: 50 minutes in the median (n = 4), before 10 minutes in the median (n = 16, 95 % interval 10 minutes to 10 minutes). Too few to tell whether it is chance.',
  ]);
  const byLabel = sides.graph.activities.map(({ id, label }) => [label, marks[id]]);
  expect(byLabel).toEqual([
    ['enter', 'same'],
    ['check', 'less'],
    ['scan', 'added'],
    ['ship', 'same'],
    ['fax', 'removed'],
  ]);
  expect(steady).toBe(2);
  expect(notes).toEqual(['One side has only 20 cases: small changes cannot be seen.']);
});

test('three cases on each side are too few to tell anything', () => {
  const { changes } = compare(measure([[3, 'enter ship']]), measure([[3, 'enter check ship']]));
  const tested = changes.filter(({ subject }) => subject !== 'bottleneck');
  expect(new Set(tested.map(({ certainty }) => certainty))).toEqual(new Set(['few']));
  expect(tested[0]?.sentence).toBe(
    '“check” is only after: in 3 of 3 cases (100 %), in none of 3 before. Too few to tell whether it is chance.',
  );
});

test('the same wait with other medians is slower only where the intervals part', () => {
  const clear = compare(measure([[10, 'enter ship@10']]), measure([[10, 'enter ship@20']]));
  expect(told(clear.changes).map(([subject, kind, certainty]) => [subject, kind, certainty])).toEqual([
    ['cycle', 'time', 'clear'],
    ['transition', 'time', 'clear'],
  ]);
  const mixed = compare(
    measure([
      [5, 'enter ship@10'],
      [5, 'enter ship@30'],
    ]),
    measure([
      [4, 'enter ship@10'],
      [6, 'enter ship@30'],
    ]),
  );
  expect(mixed.changes.map(({ certainty, difference }) => [certainty, difference])).toEqual([
    ['unclear', 600_000],
    ['unclear', 600_000],
  ]);
});

test('handoffs that begin and bottlenecks that move are told', () => {
  const before = measure([[20, 'enter check@60 ship']]);
  const after = measure([[20, 'enter check ship@60']], { ship: 'carrier' });
  const places = told(compare(before, after).changes).filter(
    ([subject]) => subject === 'handoff' || subject === 'bottleneck',
  );
  expect(places).toEqual([
    [
      'handoff',
      'added',
      'clear',
      '“check” → “ship” is a new handoff: 20 of 20 passes after (100 %), 0 of 20 passes before (0 %). Hardly chance (p < 0.001).',
    ],
    [
      'bottleneck',
      'removed',
      'untested',
      '“enter” → “check” is no bottleneck any more: 2 % of all waiting, before 98 %.',
    ],
    ['bottleneck', 'added', 'untested', '“check” → “ship” has become a bottleneck: 98 % of all waiting, before 2 %.'],
  ]);
});

test('words for the same doing match, opposites do not', () => {
  const before = measure(
    [[10, 'approve_order archive_the_order']].map(([n, t]) => [n as number, (t as string).replaceAll('_', '-')]),
  );
  const after = measure([[10, 'reject-order archive-order']]);
  const { graph, marks } = compare(before, after);
  expect(graph.activities.map(({ id, label }) => [label, marks[id]])).toEqual([
    ['reject-order', 'added'],
    ['archive-order', 'same'],
    ['approve-order', 'removed'],
  ]);
});

/** As of an approved graph and the process it was drawn from: nothing happened in time. */
const contrast = (before: MeasuredGraph, after: MeasuredGraph, sharedCases: number | undefined) =>
  compareGraphs(
    {
      before: { title: 'the approved graph “V”', alone: 'only “V”', measured: before },
      after: { title: 'the whole process', alone: 'only now', measured: after },
    },
    { sharedCases, isInTime: false },
  );

test('sides that share cases are counted and not tested', () => {
  const [part, whole] = [
    measure([[40, 'enter ship@10']]),
    measure([
      [40, 'enter ship@10'],
      [40, 'enter check@60 ship'],
    ]),
  ];
  const { changes, notes } = contrast(part, whole, 40);
  expect(changes.map(({ p, interval, certainty }) => [p, interval, certainty])).toEqual(
    changes.map(() => [null, null, 'untested']),
  );
  expect(notes).toEqual(['The sides share 40 cases, so nothing is tested: counts and medians stand as they are.']);
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    '“enter” → “check” is a bottleneck only in the whole process: 85 % of all waiting in the whole process, 0 % in the approved graph “V”.',
    'A case takes more time in the whole process: 36 minutes in the median (n = 80, 95 % interval 10 minutes to 61 minutes), in the approved graph “V” 10 minutes in the median (n = 40, 95 % interval 10 minutes to 10 minutes).',
    '“check” is only in the whole process: in 40 of 80 cases (50 %), in none of 40 in the approved graph “V”.',
    '“enter” → “ship” is in 40 of 80 cases (50 %) in the whole process, in 40 of 40 (100 %) in the approved graph “V”: 50 points less.',
    '“enter” → “check” is only in the whole process: in 40 of 80 cases (50 %), in none of 40 in the approved graph “V”.',
    '“check” → “ship” is only in the whole process: in 40 of 80 cases (50 %), in none of 40 in the approved graph “V”.',
  ]);
  expect(contrast(part, whole, undefined).notes).toEqual([
    'The sides may share cases, as an approved graph is drawn from the same process, so nothing is tested: counts and medians stand as they are.',
  ]);
  expect(contrast(part, whole, 0).changes.map(({ certainty }) => certainty)).toContain('clear');
});

test('between sides that are no periods each goes by its name', () => {
  const before = measure([[20, 'enter check@60 ship']]);
  const after = measure([[20, 'enter check ship@60']], { ship: 'carrier' });
  expect(told(contrast(before, after, 0).changes).map(([, , , sentence]) => sentence)).toEqual([
    '“check” → “ship” is a handoff only in the whole process: 20 of 20 passes in the whole process (100 %), 0 of 20 passes in the approved graph “V” (0 %). Hardly chance (p < 0.001).',
    '“enter” → “check” waits shorter in the whole process: 60 seconds in the median (n = 20, 95 % interval 60 seconds to 60 seconds), in the approved graph “V” 60 minutes in the median (n = 20, 95 % interval 60 minutes to 60 minutes).',
    '“check” → “ship” waits longer in the whole process: 60 minutes in the median (n = 20, 95 % interval 60 minutes to 60 minutes), in the approved graph “V” 60 seconds in the median (n = 20, 95 % interval 60 seconds to 60 seconds).',
    '“enter” → “check” is a bottleneck only in the approved graph “V”: 2 % of all waiting in the whole process, 98 % in the approved graph “V”.',
    '“check” → “ship” is a bottleneck only in the whole process: 98 % of all waiting in the whole process, 2 % in the approved graph “V”.',
  ]);
});
