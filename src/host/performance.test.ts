// How a process performs, asked by the API: two logs of one process, and what cannot be asked.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { ProcessId } from '../domain/ids.ts';
import type { Core } from './core.ts';
import { runFlow } from './flow.ts';
import { findRecordingSource } from './sources.ts';
import { createTestCore, createTestFolder, finish, TEST_TIME_MS, writeTranscript } from './testing.ts';

const HEAD = 'case,activity,start,end,resource';
const HOUR = 3_600_000;

/** On 2 March: case 1 is checked twice by two people, packed while it is billed; case 2 goes through at once. */
const MARCH = [
  '1,enter,08:00,08:30,Ann',
  '1,check,09:00,10:00,Bea',
  '1,check,10:00,11:00,Cem',
  '1,pack,12:00,14:00,Ann',
  '1,bill,13:00,13:30,Bea',
  '2,enter,08:30,09:00,Ann',
  '2,check,10:00,10:30,Bea',
].map((row) => row.replace(/(\d\d:\d\d)/g, '2026-03-02T$1:00Z'));
const APRIL = ['1,check,10:00,11:00,Dan', '1,enter,12:00,12:00,Ann', '1,check,15:00,15:00,Dan'].map((row) =>
  row.replace(/(\d\d:\d\d)/g, '2026-04-20T$1:00Z'),
);

async function takeIn(core: Core, ...logs: (readonly string[])[]): Promise<ProcessId> {
  const folder = createTestFolder();
  const sources = logs.map((rows, at) => {
    const file = join(folder, `orders-${at}.csv`);
    writeFileSync(file, `${[HEAD, ...rows].join('\n')}\n`);
    return { kind: 'log' as const, file, columns: {} };
  });
  const { process } = await finish(runFlow(core.host, { process: { name: 'orders' }, sources }));
  return process.id;
}

test('a log says how long its cases take, what is repeated, done together and side by side', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core, MARCH);
  const found = await core.client.performance.measure({ processId });
  const { activities, transitions } = (await core.client.process.open({ processId })).graph;
  const activityId = activities.find(({ label }) => label === 'check')?.id;
  expect([found.cases, found.instances, found.throughput]).toEqual([
    2,
    7,
    {
      period: 'hour',
      periods: [
        [8, 2, 0, 2],
        [9, 0, 0, 2],
        [10, 0, 1, 1],
        [11, 0, 0, 1],
        [12, 0, 0, 1],
        [13, 0, 0, 1],
        [14, 0, 1, 0],
      ].map(([hour, started, ended, open]) => ({ fromMs: Date.UTC(2026, 2, 2, hour), started, ended, open })),
    },
  ]);
  const { cycle, processing, waiting, efficiency } = found.caseTimes;
  // Case 1: 6 h, of which 0.5 h and 1 h are idle and 2 h and half an hour run side by side; case 2: 2 h, 1 h idle.
  expect([cycle, processing, waiting].map((times) => [times?.n, (times?.sumMs ?? 0) / HOUR])).toEqual([
    [2, 8],
    [2, 6],
    [2, 2.5],
  ]);
  expect(efficiency).toEqual({ n: 2, overall01: 1 - 2.5 / 8, median01: (0.75 + 0.5) / 2 });
  const logId = found.repeats.list[0]?.evidence[0]?.logId;
  expect(found.repeats).toEqual({
    total: 1,
    list: [
      {
        activity: 'check',
        activityId,
        cases: 1,
        ofCases: 2,
        atOnce: 1,
        later: 0,
        bySame: 0,
        byOther: 1,
        byUnknown: 0,
        sentence:
          '“check” is done again in 1 of the 2 cases that have it (50 %): once directly after itself; once by somebody else.',
        evidence: [{ kind: 'log', logId, rows: [2], count: 1 }],
      },
    ],
  });
  expect(found.pingPongs).toEqual({ total: 0, list: [] });
  expect(found.batches.list.map(({ sentence }) => sentence)).toEqual([
    'Ann does “enter” in batches: 2 of 2 instances (100 %) in one batch, one after the other.',
    'Bea does “check” in batches: 2 of 2 instances (100 %) in one batch, one after the other.',
  ]);
  const label = (id: string | undefined): string | undefined => activities.find((one) => one.id === id)?.label;
  const drawn = transitions.map(({ id, source, target }) => [id, `${label(source)} ${label(target)}`] as const);
  expect(found.enabled?.first).toBe(2);
  expect(
    found.enabled?.list.map(({ source, target, transitionId, count, direct }) => [
      `${source} ${target}`,
      drawn.find(([id]) => id === transitionId)?.[1] ?? null,
      count,
      direct,
    ]),
  ).toEqual([
    ['enter check', 'enter check', 2, 2],
    ['check check', 'check check', 1, 1],
    ['check pack', 'check pack', 1, 1],
    ['check bill', null, 1, 0],
  ]);
  expect(found.notes).toEqual([]);
});

test('two logs are one process: cases of the same name are two, evidence stays with its log', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core, MARCH, APRIL);
  const found = await core.client.performance.measure({ processId, period: 'month' });
  const { logs } = await core.client.process.contents({ processId });
  const [march, april] = [7, 3].map((events) => logs.find((log) => log.events === events)?.id);
  expect([found.cases, found.throughput.periods.map(({ started }) => started)]).toEqual([3, [2, 1]]);
  const again = found.repeats.list[0];
  expect([again?.atOnce, again?.later, again?.bySame, again?.byOther]).toEqual([1, 1, 1, 1]);
  expect(again?.evidence.toSorted((a, b) => a.rows[0]! - b.rows[0]!)).toEqual([
    { kind: 'log', logId: march, rows: [2], count: 1 },
    { kind: 'log', logId: april, rows: [2], count: 1 },
  ]);
  expect(found.pingPongs.list.map(({ sentence }) => sentence)).toEqual([
    'Work goes from “check” to “enter” or the other way and straight back once, in 1 case.',
  ]);
  const slice = { fromMs: Date.UTC(2026, 3, 1) };
  const inApril = await core.client.performance.measure({ processId, slice });
  expect([inApril.scope, inApril.cases, inApril.repeats.list[0]?.evidence]).toEqual([
    'cases that start from 2026-04-01',
    1,
    [{ kind: 'log', logId: april, rows: [2], count: 1 }],
  ]);
});

test('the spectrum of a way is each of its passings, with the case and the row it ends at', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core, MARCH, APRIL);
  const found = await core.client.performance.spectrum({ processId, source: 'enter', target: 'check', bins: 2 });
  const { logs } = await core.client.process.contents({ processId });
  const [march, april] = [7, 3].map((events) => logs.find((log) => log.events === events)?.id);
  const at = (month: number, day: number, hour: number, minute = 0) => Date.UTC(2026, month - 1, day, hour, minute);
  expect([found.wait.n, found.quartilesMs.map((ms) => ms / HOUR)]).toEqual([3, [0.5, 1, 3]]);
  expect(found.passings).toEqual([
    {
      fromMs: at(3, 2, 8, 30),
      toMs: at(3, 2, 9),
      quarter: 0,
      case: '1',
      evidence: { kind: 'log', logId: march, rows: [1], count: 1 },
    },
    {
      fromMs: at(3, 2, 9),
      toMs: at(3, 2, 10),
      quarter: 1,
      case: '2',
      evidence: { kind: 'log', logId: march, rows: [6], count: 1 },
    },
    {
      fromMs: at(4, 20, 12),
      toMs: at(4, 20, 15),
      quarter: 2,
      case: '1',
      evidence: { kind: 'log', logId: april, rows: [2], count: 1 },
    },
  ]);
  expect(found.bins.map(({ started }) => started)).toEqual([
    [1, 1, 0, 0],
    [0, 0, 1, 0],
  ]);
  const few = await core.client.performance.spectrum({ processId, source: 'enter', target: 'check', limit: 2 });
  expect([few.wait.n, few.passings.map(({ case: name }) => name)]).toEqual([3, ['1', '2']]);
});

test('what cannot be asked is said in one line', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core, MARCH);
  const source = findRecordingSource(writeTranscript(createTestFolder()), {
    actor: 'Ida',
    role: 'clerk',
    title: undefined,
  });
  const told = await finish(runFlow(core.host, { process: { name: 'told' }, sources: [source] }));
  const measure = (id: ProcessId, fromMs = 0) =>
    core.client.performance.measure({ processId: id, slice: { fromMs } }).catch(String);
  const spectrum = core.client.performance.spectrum({ processId, source: 'bill', target: 'pay' }).catch(String);
  expect([await measure(told.process.id), await measure(processId, TEST_TIME_MS + 1e10), await spectrum]).toEqual([
    expect.stringContaining('"told" has no event log, so nothing is known of its times'),
    expect.stringContaining('there is no such case'),
    expect.stringContaining('No case goes from "bill" straight to "pay"'),
  ]);
});
