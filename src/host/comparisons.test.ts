// Comparing, approving and checking by the API, on a log and a recording of one process.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Comparison, GraphSide } from '../domain/comparison.ts';
import type { ApprovalId, ProcessId } from '../domain/ids.ts';
import type { Core } from './core.ts';
import { runFlow } from './flow.ts';
import { findRecordingSource } from './sources.ts';
import { createTestCore, createTestFolder, finish, TEST_TIME_MS, writeTranscript } from './testing.ts';

/** Ten cases a month: in March enter, check, ship; in April six of them without the check, and shipping by a carrier. */
function writeLog(): string {
  const lines = ['case,activity,timestamp,resource,role'];
  for (let number = 0; number < 20; number += 1) {
    const isApril = number >= 10;
    const at = (hour: number): string =>
      new Date(Date.UTC(2026, isApril ? 3 : 2, 1 + (number % 10), hour)).toISOString();
    lines.push(`order ${number},enter order,${at(8)},Ann,clerk`);
    if (!isApril || number >= 16) lines.push(`order ${number},check order,${at(9)},Bea,lead`);
    lines.push(`order ${number},ship order,${at(11)},${isApril ? 'Cem,carrier' : 'Ann,clerk'}`);
  }
  const file = join(createTestFolder(), 'orders.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

async function takeIn(core: Core, { withRecording = false } = {}): Promise<ProcessId> {
  const recording = findRecordingSource(writeTranscript(createTestFolder()), {
    actor: 'Ida',
    role: 'clerk',
    title: undefined,
  });
  const log = { kind: 'log' as const, file: writeLog(), columns: {} };
  const sources = withRecording ? [log, recording] : [log];
  const { process } = await finish(runFlow(core.host, { process: { name: 'orders' }, sources }));
  return process.id;
}

const month = (processId: ProcessId, number: number): GraphSide => ({
  from: 'process',
  processId,
  part: 'observed',
  slice: { fromMs: Date.UTC(2026, number - 1, 1), toMs: Date.UTC(2026, number, 1) },
});

const clearOnes = ({ changes }: Comparison): string[] =>
  changes.filter(({ certainty }) => certainty === 'clear').map(({ sentence }) => sentence);

test('two months of a log are compared, with rows of the stored log as evidence', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const comparison = await core.client.compare.run({ before: month(processId, 3), after: month(processId, 4) });
  expect([comparison.before, comparison.after].map(({ title, cases }) => [title, cases])).toEqual([
    ['cases that start from 2026-03-01 to 2026-03-31', 10],
    ['cases that start from 2026-04-01 to 2026-04-30', 10],
  ]);
  const less =
    '(40 %), before in 10 of 10 (100 %): 60 points less (95 % interval −83 to −20). Hardly chance (p = 0.02).';
  expect(clearOnes(comparison)).toEqual([
    `“check order” is in 4 of 10 cases ${less}`,
    '“enter order” → “ship order” is only after: in 6 of 10 cases (60 %), in none of 10 before. Work changes hands there. Hardly chance (p = 0.02).',
    `“enter order” → “check order” is in 4 of 10 cases ${less}`,
    `“check order” → “ship order” is in 4 of 10 cases ${less}`,
  ]);
  const added = comparison.changes.find(({ subject, kind }) => subject === 'transition' && kind === 'added');
  const [citation] = await core.client.evidence.cite({ refs: added!.evidence.after });
  expect(citation?.rows.map((row) => [row.case, row.activity, row.role])).toEqual(
    [10, 11, 12, 13, 14].map((number) => [`order ${number}`, 'ship order', 'carrier']),
  );
});

test('an approved graph stays as it was, and cases are checked against it', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const { slice } = month(processId, 3) as Extract<GraphSide, { from: 'process' }>;
  const approved = await core.client.compare.approve({ processId, name: 'March', part: 'all', slice });
  expect(approved).toEqual({
    id: expect.stringMatching(/^approval-/),
    processId,
    name: 'March',
    atMs: TEST_TIME_MS,
    scope: 'cases that start from 2026-03-01 to 2026-03-31',
    withdrawnAtMs: null,
    activities: 3,
    transitions: 2,
    cases: 10,
    unit: 'cases',
  });
  const found = await core.client.compare.conform({ processId });
  expect({ ...found, deviatingCases: found.deviatingCases.slice(0, 1) }).toMatchObject({
    approval: approved,
    scope: 'the logs',
    cases: 20,
    conforming: 14,
    // Six cases of two events each leave one of three out: 6 of 6 * 5 + 14 * 6.
    fitness01: 1 - 6 / 114,
    deviations: [
      {
        kind: 'order',
        sentence: '“ship order” directly follows “enter order”, which is not approved: in 6 of 20 cases (30 %).',
      },
      {
        kind: 'skipped',
        sentence: '“check order” is skipped, which every approved case has: in 6 of 20 cases (30 %).',
      },
    ],
    deviatingCases: [{ case: 'order 10', deviations: [0, 1], cost: 1, fitness01: 0.8 }],
    deviating: 6,
  });
  const march = await core.client.compare.conform({ processId, ...(slice && { slice }) });
  expect([march.cases, march.conforming, march.fitness01]).toEqual([10, 10, 1]);
});

test('an activity that was renamed since is the approved one still', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core, { withRecording: true });
  await core.client.compare.approve({ processId, name: 'as logged', part: 'observed' });
  const command = { do: 'rename' as const, elements: [], logLabel: 'check order', label: 'check the order' };
  await core.client.corrections.apply({ processId, command });
  const found = await core.client.compare.conform({ processId });
  expect([found.cases, found.conforming]).toEqual([20, 20]);
});

test('a process and an approved part of it share the cases of the part, and nothing is tested', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const variants = { first: 1, last: 1 };
  const { id } = await core.client.compare.approve({ processId, name: 'V', part: 'observed', slice: { variants } });
  const approved: GraphSide = { from: 'approved', approvalId: id };
  const all: GraphSide = { from: 'process', processId, part: 'all' };
  const { changes, notes, isInTime, before, after } = await core.client.compare.run({ before: approved, after: all });
  expect([before, after].map(({ alone, cases }) => [alone, cases])).toEqual([
    ['only “V”', 14],
    ['only now', 20],
  ]);
  expect({ isInTime, notes, p: new Set(changes.map(({ p }) => p)) }).toEqual({
    isInTime: false,
    notes: [
      'One side has only 14 cases: small changes cannot be seen.',
      'The sides share 14 cases, so nothing is tested: counts and medians stand as they are.',
    ],
    p: new Set([null]),
  });
  expect(changes.filter(({ kind, subject }) => kind === 'added' && subject === 'transition')).toMatchObject([
    {
      certainty: 'untested',
      sentence:
        '“enter order” → “ship order” is only in the whole process: in 6 of 20 cases (30 %), in none of 14 in the approved graph “V”. Work changes hands there.',
    },
  ]);
  const april = await core.client.compare.run({ before: approved, after: month(processId, 4) });
  expect(april.notes.at(-1)).toBe(
    'The sides share 4 cases, so nothing is tested: counts and medians stand as they are.',
  );
  const variantTwo: GraphSide = { ...all, part: 'observed', slice: { variants: { first: 2, last: 2 } } };
  const apart = await core.client.compare.run({ before: approved, after: variantTwo });
  expect(apart.changes.map(({ certainty }) => certainty)).toContain('clear');
});

test('what people tell stands beside what the log shows, untested', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core, { withRecording: true });
  const part = (name: 'told' | 'observed'): GraphSide => ({ from: 'process', processId, part: name });
  const comparison = await core.client.compare.run({ before: part('told'), after: part('observed') });
  expect([comparison.before.unit, comparison.after.unit]).toEqual(['recordings', 'cases']);
  expect(new Set(comparison.changes.map(({ certainty }) => certainty))).toEqual(new Set(['untested']));
  const told = comparison.changes.find(({ kind, subject }) => kind === 'removed' && subject === 'activity');
  expect(told?.sentence).toMatch(/ is only in what people tell: in 1 of 1 recording \(100 %\), in none of 20 cases\.$/);
  expect(told?.evidence.before[0]?.kind).toBe('speech');
});

test('what cannot be compared or approved is refused in words', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const all: GraphSide = { from: 'process', processId, part: 'all' };
  const nobody: GraphSide = { from: 'process', processId, part: 'observed', slice: { role: 'nobody' } };
  const approve = () => core.client.compare.approve({ processId, name: 'Now', part: 'all' });
  await expect(core.client.compare.run({ before: nobody, after: all })).rejects.toThrow(
    'cases with role “nobody”: nothing is left to compare',
  );
  await expect(core.client.compare.conform({ processId })).rejects.toThrow('No graph of "orders" is approved yet');
  await approve();
  await expect(approve()).rejects.toThrow('is called "Now" already');
  const missing: GraphSide = { from: 'approved', approvalId: 'approval-none' as ApprovalId };
  await expect(core.client.compare.run({ before: missing, after: all })).rejects.toThrow('There is no approved graph');
});

test('a withdrawn graph frees its name and is checked against no more', async () => {
  const core = await createTestCore();
  const processId = await takeIn(core);
  const approve = () => core.client.compare.approve({ processId, name: 'Now', part: 'all' });
  const first = await approve();
  expect((await core.client.compare.withdraw({ approvalId: first.id })).withdrawnAtMs).toBe(TEST_TIME_MS);
  await expect(core.client.compare.conform({ processId })).rejects.toThrow('is approved yet');
  const { approvals, hasLog, roles, variants, period } = await core.client.compare.choices({ processId });
  expect({ names: approvals.map(({ name }) => name), hasLog, roles, variants, period }).toEqual({
    names: ['Now'],
    hasLog: true,
    roles: ['carrier', 'clerk', 'lead'],
    variants: 2,
    period: { fromMs: Date.UTC(2026, 2, 1, 8), toMs: Date.UTC(2026, 3, 10, 8) },
  });
});
