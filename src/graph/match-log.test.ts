import { expect, test } from 'vitest';
import { tellRecording } from './fixtures.ts';
import { type LoggedActivity, matchLog, type MatchOptions, type ToldActivity } from './match-log.ts';

const logged: LoggedActivity[] = [
  { label: 'check credit report', roles: ['credit controller'] },
  { label: 'request credit check', roles: ['order coordinator'] },
  { label: 'send contract', roles: ['contract manager'] },
  { label: 'sign contract', roles: ['contract manager'] },
  { label: 'ship router', roles: ['engineer'] },
];

type Row = readonly [label: string, role: string, recording?: string];

test('the same doing in other words joins the log', () => {
  expect(
    match(['verify the credit report', 'credit controller'], ['request the credit check', 'order coordinator']).sure,
  ).toEqual([
    ['verify the credit report', 'check credit report'],
    ['request the credit check', 'request credit check'],
  ]);
});

test('what could be two, or is something else, stays apart', () => {
  expect(
    match(['handle contract', 'contract manager'], ['ship invoice', 'billing clerk'], ['drink tea', 'engineer']).sure,
  ).toEqual([]);
});

test('who does it decides between close calls', () => {
  expect(match(['forward contract', 'contract manager']).sure).toEqual([['forward contract', 'send contract']]);
  expect(match(['forward contract', 'engineer']).sure).toEqual([]);
});

test('a doing told twice joins twice: in the same words by one person, in others by two', () => {
  const same = ['send contract', 'contract manager', 'r1'] as const;
  const once = [['send contract', 'send contract']];
  expect(match(same, ['send contract to customer', 'contract manager', 'r1']).sure).toEqual([
    ...once,
    ['send contract to customer', 'send contract'],
  ]);
  expect(match(same, ['forward contract', 'contract manager', 'r1']).sure).toEqual(once);
  expect(match(same, ['forward contract', 'contract manager', 'r2']).sure).toEqual([
    ...once,
    ['forward contract', 'send contract'],
  ]);
});

test('an activity that is told already leaves the other free for the rest', () => {
  const log = ['draft contract', 'write contract annex'].map((label) => ({ label, roles: [] }));
  expect(
    matchAll(log, [
      ['write contract', ''],
      ['write contract annex', ''],
    ]).sure,
  ).toEqual([
    ['write contract', 'draft contract'],
    ['write contract annex', 'write contract annex'],
  ]);
});

test('what is neither clear nor far is asked, with the likeliest first; not what another role does', () => {
  expect(matchAll(REPORTS, [['read report', 'controller']])).toEqual({
    sure: [],
    doubts: [['read report', 'check credit report', 'check survey report']],
  });
  expect(matchAll(REPORTS, [['read report', 'engineer']])).toEqual({ sure: [], doubts: [] });
});

const REPORTS = ['check survey report', 'check credit report', 'file report'].map((label): LoggedActivity => {
  return { label, roles: ['controller'] };
});

test('what people said goes before all: joined whatever it is called, and never again offered', () => {
  const tea: Row = ['drink tea', 'engineer'];
  const isShip = (label: string): boolean => label === 'ship router';
  expect(match(tea, { said: (_, { label }) => (isShip(label) ? 'same' : undefined) }).sure).toEqual([
    ['drink tea', 'ship router'],
  ]);
  const said = ({ label }: ToldActivity, other: LoggedActivity) =>
    label === 'file report' || other.label === 'check survey report' ? 'apart' : undefined;
  const rows: Row[] = [
    ['read report', 'controller'],
    ['file report', 'controller'],
  ];
  expect(matchAll(REPORTS, rows, { said }).doubts).toEqual([]);
  expect(matchAll(REPORTS, rows, { said }).sure).toEqual([['read report', 'check credit report']]);
});

test('a likeness from outside speaks for a pair, and is never the only reason to join', () => {
  const drive: Row = ['drive package over', 'engineer'];
  expect(match(drive, { similarity01: () => 0 })).toEqual({ sure: [], doubts: [] });
  const near = (_: string, other: string): number => (other === 'ship router' ? 1 : 0);
  expect(match(drive, { similarity01: near })).toEqual({
    sure: [],
    doubts: [['drive package over', 'ship router']],
  });
});

test('told between two that are sure, it is the one the log has there', () => {
  const log = ['open file', 'check form', 'decide', 'check letter', 'close file'].map((label, at) => {
    return { label, roles: ['clerk'], place01: at / 4 };
  });
  const tell = (...labels: string[]) => {
    const rows = labels.map((label): Row => [label, 'clerk']);
    return matchAll(log, rows)
      .doubts.find(([label]) => label === 'check it over')
      ?.slice(1);
  };
  expect(tell('open file', 'check it over', 'decide', 'close file')).toEqual(['check form', 'check letter']);
  expect(tell('open file', 'decide', 'check it over', 'close file')).toEqual(['check letter', 'check form']);
});

function match(...rows: (Row | MatchOptions<LoggedActivity>)[]) {
  const isRow = (row: (typeof rows)[number]): row is Row => Array.isArray(row);
  return matchAll(
    logged,
    rows.filter(isRow),
    rows.find((row): row is MatchOptions<LoggedActivity> => !isRow(row)),
  );
}

/** Each row is told in the recording named, one after the other. */
function matchAll(log: readonly LoggedActivity[], rows: readonly Row[], options: MatchOptions<LoggedActivity> = {}) {
  const recordings = Map.groupBy(rows, ([, , recording = 'r']) => recording);
  const steps = new Map(
    [...recordings].flatMap(([id, own]) => {
      const told = tellRecording({ id, steps: own.map(([label]) => label) }).extraction.steps;
      return own.map((row, at) => [row, told[at]!] as const);
    }),
  );
  const activities = rows.map((row): ToldActivity => {
    return { label: row[0], roles: row[1] === '' ? [] : [row[1]], steps: [steps.get(row)!] };
  });
  const { sure, doubts } = matchLog(activities, log, options);
  return {
    sure: activities.flatMap((one) => (sure.has(one) ? [[one.label, sure.get(one)!.label]] : [])),
    doubts: doubts.map(({ told, candidates }) => [told.label, ...candidates.map(({ label }) => label)]),
  };
}
