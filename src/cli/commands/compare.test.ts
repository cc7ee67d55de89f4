// mirror approve, compare and conform as people run them.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Comparison } from '../../domain/comparison.ts';
import { Conformance } from '../../domain/conformance.ts';
import { runFlow } from '../../host/flow.ts';
import { createTestCore, createTestFolder, finish } from '../../host/testing.ts';
import { runMirror } from '../testing.ts';

function writeLog(folder: string): string {
  const lines = ['case,activity,timestamp'];
  for (let number = 0; number < 24; number += 1) {
    const activities = number % 12 < (number < 12 ? 12 : 2) ? ['enter', 'check', 'ship'] : ['enter', 'ship'];
    activities.forEach((activity, hour) =>
      lines.push(`${number},${activity},2026-0${number < 12 ? 3 : 4}-${10 + (number % 12)}T0${hour}:00:00Z`),
    );
  }
  const file = join(folder, 'orders.csv');
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

/** A workspace with the log taken in and March approved; the terminal opens it anew each time. */
async function makeWorkspace(): Promise<string> {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const core = await createTestCore(workspace);
  const source = { kind: 'log' as const, file: writeLog(folder), columns: {} };
  const { process } = await finish(runFlow(core.host, { process: { name: 'orders' }, sources: [source] }));
  const slice = { fromMs: Date.UTC(2026, 2, 1), toMs: Date.UTC(2026, 3, 1) };
  await core.client.compare.approve({ processId: process.id, name: 'March', part: 'observed', slice });
  await core.close();
  return workspace;
}

const run = (workspace: string, ...args: string[]) => runMirror([...args, '--process', 'orders'], workspace);

test('cases are checked against what was approved, in words and as a document', async () => {
  const workspace = await makeWorkspace();
  const checked = await run(workspace, 'conform', '--limit', '3');
  expect([checked.code, checked.stderr]).toEqual([0, '']);
  expect(checked.stdout.split('\n')).toEqual([
    'orders: the logs against the approved graph "March"',
    '',
    '14 of 24 cases conform (58 %), fitness 0.925.',
    '',
    '   cases  deviation',
    '      10  1. “ship” directly follows “enter”, which is not approved: in 10 of 24 cases (42 %).',
    '      10  2. “check” is skipped, which every approved case has: in 10 of 24 cases (42 %).',
    '',
    '    cost  fitness  case, and its deviations by number',
    '       1    0.800  14: 1, 2',
    '       1    0.800  15: 1, 2',
    '       1    0.800  16: 1, 2',
    '          7 more cases; --limit shows more',
    '',
  ]);
  const conformance = Conformance.parse(
    JSON.parse((await run(workspace, 'conform', '--json', '--period', '2026-04')).stdout),
  );
  expect([conformance.cases, conformance.conforming, conformance.deviatingCases.length]).toEqual([12, 2, 10]);
});

test('two months are compared, in words and as a document', async () => {
  const workspace = await makeWorkspace();
  const compared = await run(workspace, 'compare', '--period', '2026-04', '--with', 'approved=March');
  expect([compared.code, compared.stderr]).toEqual([0, '']);
  expect(compared.stdout).toContain(
    '\n+ clear     “enter” → “ship” is only in cases that start from 2026-04-01 to 2026-04-30: in 10 of 12 cases (83 %), in none of 12 in the approved graph “March”. Hardly chance (p < 0.001).\n',
  );
  const printed = await run(workspace, 'compare', '--json', '--period', '2026-04', '--with', 'period=2026-03');
  const comparison = Comparison.parse(JSON.parse(printed.stdout));
  expect([comparison.before.cases, comparison.after.cases]).toEqual([12, 12]);
});

test('approved graphs are listed and withdrawn', async () => {
  const workspace = await makeWorkspace();
  expect((await run(workspace, 'approve', '--list')).stdout).toBe(
    'March: approved 2026-03-02, cases that start from 2026-03-01 to 2026-03-31, 3 activities, 2 transitions, from 12 cases\n',
  );
  expect((await run(workspace, 'approve', '--withdraw', 'March')).stdout).toMatch(
    /^March: withdrawn \d{4}-\d\d-\d\d, /,
  );
  const { code, stdout, stderr } = await run(workspace, 'conform');
  expect([code, stdout, stderr]).toEqual([
    2,
    '',
    'mirror: No graph of "orders" is approved yet. Approve one with `mirror approve`, or under Compare in the app.\n',
  ]);
});

test.each([
  ['march', /^mirror: --with "march" cannot be used: "march" is none of all, told, /],
  ['all', /^mirror: --with "all" cannot be used: both sides are the same\. /],
  ['approved=June', /^mirror: There is no approved graph "June"\. Those in force are: "March"\.\n$/],
])('the side "%s" is refused in one line', async (side, says) => {
  const { code, stdout, stderr } = await run(await makeWorkspace(), 'compare', '--with', side);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(says);
});
