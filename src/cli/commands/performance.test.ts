// mirror performance as people run it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Performance, Spectrum } from '../../domain/performance.ts';
import { createTestFolder } from '../../host/testing.ts';
import { runMirror } from '../testing.ts';

/** Four cases, one a week from 2 March 2026 on, the last one checked twice; checks wait 1, 2, 3 and 5 hours. */
function writeLog(folder: string): string {
  const rows = [1, 2, 3, 5].flatMap((hours, at) => {
    const day = `2026-03-${String(2 + 7 * at).padStart(2, '0')}T`;
    const row = (activity: string, from: number, to: number): string =>
      `${at},${activity},${day}${String(from).padStart(2, '0')}:00Z,${day}${String(to).padStart(2, '0')}:00Z,Ann`;
    const checks = [row('check', 9 + hours, 10 + hours), ...(at === 3 ? [row('check', 16, 17)] : [])];
    return [row('enter', 8, 9), ...checks];
  });
  const file = join(folder, 'orders.csv');
  writeFileSync(file, `case,activity,start,end,resource\n${rows.join('\n')}\n`);
  return file;
}

async function takeIn(): Promise<(...args: string[]) => ReturnType<typeof runMirror>> {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const { code } = await runMirror(['import', writeLog(folder), '--process', 'orders'], workspace);
  expect(code).toBe(0);
  return (...args) => runMirror(['performance', '--process', 'orders', ...args], workspace);
}

test('times, throughput and repeats are printed with what they rest on, and given as a document', async () => {
  const run = await takeIn();
  const { code, stdout, stderr } = await run('--per', 'week');
  expect([code, stderr]).toEqual([0, '']);
  const [shown = ''] = stdout.split('What the numbers count:');
  expect(shown.split('\n').filter((line) => !/^ +\d+ {2}.* to /.test(line))).toEqual([
    'orders: the logs, 4 cases from 2026-03-02 to 2026-03-23',
    '',
    'A case takes           median         mean  90 % within     shortest      longest        n',
    '  cycle             4.5 hours    5.3 hours    7.8 hours      3 hours      9 hours        4',
    '  processing          2 hours    2.3 hours    2.7 hours      2 hours      3 hours        4',
    '  waiting           2.5 hours      3 hours    5.1 hours   60 minutes      6 hours        4',
    '  efficiency    43 % of all time is worked on, 45 % in the median of 4 cases',
    '',
    '   cases  cycle time',
    '',
    ' started    ended     open  week from (UTC)',
    ...['02', '09', '16', '23'].map((day) => `       1        1        0  2026-03-${day}`),
    '',
    'Done again',
    '  “check” is done again in 1 of the 4 cases that have it (25 %): once directly after itself; once by the same person.',
    '',
    '',
  ]);
  const document = await run('--json', '--period', '2026-03-10..');
  const found = Performance.parse(JSON.parse(document.stdout));
  expect([found.scope, found.cases]).toEqual(['cases that start from 2026-03-10', 2]);
});

test('the passings of a way are printed by when they began, and one by one in a document', async () => {
  const run = await takeIn();
  const { stdout } = await run('--from', 'enter', '--to', 'check');
  expect(stdout.split('\n').slice(0, 6)).toEqual([
    'orders: the logs, from the end of "enter" to the start of "check"',
    '',
    '                       median         mean  90 % within     shortest      longest        n',
    '  takes             2.5 hours    2.8 hours    4.4 hours   60 minutes      5 hours        4',
    '',
    'Quarters: up to 60 minutes, up to 2 hours, up to 3 hours, and longer',
  ]);
  const spectrum = Spectrum.parse(JSON.parse((await run('--from', 'enter', '--to', 'check', '--json')).stdout));
  expect(spectrum.passings.map(({ case: name, quarter }) => [name, quarter])).toEqual([
    ['0', 0],
    ['1', 1],
    ['2', 2],
    ['3', 3],
  ]);
  const half = await run('--from', 'enter');
  expect([half.code, half.stderr]).toEqual([
    2,
    'mirror: A way has two ends. Name both with --from ACTIVITY and --to ACTIVITY.\n',
  ]);
});
