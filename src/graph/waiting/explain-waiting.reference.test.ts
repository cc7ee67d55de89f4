import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readCsv } from '../../ingest/read-csv.ts';
import { explainWaiting } from './explain-waiting.ts';
import { workingWeek } from './timed-rows.sample.ts';

const FOLDER = new URL('../../../../shared/data/waiting-time/', import.meta.url);
const isThere = existsSync(FOLDER);
if (!isThere) console.warn('Skipped: the test logs of Kronos with its values are not on this machine.');

// Kronos is given these hours for its logs; it finds them itself only in larger ones.
const ALL_DAY = workingWeek([10, 20]);
const WITH_A_BREAK = workingWeek([10, 12], [13, 20]);
for (let day = 0; day < 5; day += 1) WITH_A_BREAK.fill(1, (day * 24 + 12) * 4 + 2, (day * 24 + 13) * 4);
const workingWeeks = new Map([
  ['Marcus', WITH_A_BREAK],
  ...['Anya', 'Carmine', 'Cole', 'Dom'].map((name) => [name, ALL_DAY] as const),
]);

test.skipIf(!isThere).each(['manual_log_1', 'manual_log_2', 'manual_log_3'])(
  'the waits of "%s" have the causes that Kronos finds',
  async (name) => {
    const { columns } = await readCsv(read(`${name}.csv`), { file: name });
    const { transitions } = explainWaiting(columns, { workingWeeks });
    const rows = transitions.map((one) => ({
      source: [one.source, one.sourceResource],
      target: [one.target, one.targetResource],
      count: one.count,
      cases: one.cases.map((at) => columns.cases[at]),
      totalMs: one.totalMs,
      batchingMs: one.batchingMs,
      prioritisationMs: one.prioritisationMs,
      contentionMs: one.contentionMs,
      unavailabilityMs: one.unavailabilityMs,
      extraneousMs: one.extraneousMs,
    }));
    expect(sort(rows)).toEqual(sort(readExpected(read(`${name}_expected.csv`))));
  },
);

const read = (name: string): string => readFileSync(new URL(name, FOLDER), 'utf8');
const sort = (rows: readonly object[]): object[] =>
  rows.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

function readExpected(text: string): object[] {
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const fields = [...line.matchAll(/"([^"]*)"|([^,]+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
      const [source, sourceResource, target, targetResource, count, cases = '', ...times] = fields;
      const [totalMs, batchingMs, prioritisationMs, contentionMs, unavailabilityMs, extraneousMs] = times.map(readSpan);
      return {
        source: [source, sourceResource],
        target: [target, targetResource],
        count: Number(count),
        cases: cases.split(','),
        totalMs,
        batchingMs,
        prioritisationMs,
        contentionMs,
        unavailabilityMs,
        extraneousMs,
      };
    });
}

/** "0 days 01:30:00", and "0 days" for none. */
function readSpan(span: string): number {
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] =
    /^(\d+) days?(?: (\d+):(\d+):(\d+))?$/.exec(span) ?? [];
  return (((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
}
