// Columns of times in a CSV, as people and programs write them.
import { expect, test } from 'vitest';
import { readCsv } from './read-csv.ts';

const read = (text: string) => readCsv(text, { file: 'log.csv' });

const complaint = (text: string): Promise<string> =>
  read(text).then(
    () => 'no complaint',
    (error: Error & { readonly code?: string }) => `${error.code}: ${error.message}`,
  );

const times = async (...values: string[]): Promise<{ times: string[]; warnings: readonly string[] }> => {
  const rows = values.map((value, at) => `${at},a,"${value}"`);
  const { columns, warnings } = await read(`case,activity,time\n${rows.join('\n')}`);
  return { times: Array.from(columns.endMs, (ms) => new Date(ms).toISOString().slice(0, 19)), warnings };
};

test('days and months are told apart over the whole column', async () => {
  expect(await times('03/02/2026 08:00', '04/02/2026 09:30:15', '13/02/2026 10:00')).toEqual({
    times: ['2026-02-03T08:00:00', '2026-02-04T09:30:15', '2026-02-13T10:00:00'],
    warnings: ['column "time": times were read as day/month/year, in UTC'],
  });
  expect(await times('3/2/2026 8:00 AM', '3/2/2026 12:15 pm', '3/13/2026 12:00 AM')).toEqual({
    times: ['2026-03-02T08:00:00', '2026-03-02T12:15:00', '2026-03-13T00:00:00'],
    warnings: ['column "time": times were read as month/day/year, in UTC'],
  });
  // One way these rows stand in order of time, the other way they jump back again and again.
  expect(await times('01/12/2026', '02/03/2026', '02/11/2026', '03/01/2026', '04/12/2026', '05/01/2026')).toEqual({
    times: ['2026-01-12', '2026-02-03', '2026-02-11', '2026-03-01', '2026-04-12', '2026-05-01'].map(
      (day) => `${day}T00:00:00`,
    ),
    warnings: ['column "time": times were read as month/day/year, in UTC'],
  });
  // Nobody writes a month before a dot.
  expect((await times('03.02.2026 8.15 Uhr', '04.02.2026 09:00')).times).toEqual([
    '2026-02-03T08:15:00',
    '2026-02-04T09:00:00',
  ]);
  expect((await times('03/03/2026', '04/04/2026')).times).toEqual(['2026-03-03T00:00:00', '2026-04-04T00:00:00']);
  expect(await complaint('case,activity,time\n1,a,13/02/2026\n1,a,01/02/2026\n1,a,02/13/2026')).toBe(
    'log/bad-time: log.csv: row 4: "02/13/2026" is no time. Use ISO 8601 times such as 2026-03-02T14:05:00+01:00, or name the format with --date-format.',
  );
});

test('dates that can be two days are asked for, not guessed', async () => {
  const rows = 'case,activity,start,end\n1,a,03/02/2026 08:00,04/02/2026\n2,a,05/02/2026,06/02/2026';
  expect(await complaint(rows)).toBe(
    'log/unclear-dates: log.csv: "04/02/2026" in column "end" can be 2026-02-04 or 2026-04-02. Say which with --date-format dmy (day first) or --date-format mdy (month first).',
  );
  const shown = async (dateFormat: string): Promise<string[]> =>
    Array.from((await readCsv(rows, { file: 'log.csv', dateFormat })).columns.endMs, (ms) =>
      new Date(ms).toISOString().slice(0, 10),
    );
  expect([await shown('dmy'), await shown('MDY')]).toEqual([
    ['2026-02-04', '2026-02-06'],
    ['2026-04-02', '2026-06-02'],
  ]);
  // One column tells, and both were written by one program.
  const { columns } = await read(rows.replace('05/02/2026', '25/02/2026'));
  expect(new Date(columns.endMs[0]!).toISOString().slice(0, 10)).toBe('2026-02-04');
});

test('a format that is named is the only one that is read', async () => {
  const readAs = (time: string, dateFormat: string) =>
    readCsv(`case,activity,time\n1,a,"${time}"`, { file: 'log.csv', dateFormat }).then(
      ({ columns }) => new Date(columns.endMs[0]!).toISOString(),
      (error: Error) => error.message,
    );
  expect(
    await Promise.all([
      readAs('02.03.2026 14:05', 'DD.MM.YYYY HH:mm'),
      readAs('02/03/26 2:05:09 PM', 'dd/mm/yy hh:mm:ss a'),
      readAs('2026-03-02T14:05:09.250+0100', "yyyy-MM-dd'T'HH:mm:ss.SSSZ"),
      readAs('Mar 2 2026 14:05', '%b %d %Y %H:%M'),
      readAs('20260302 140509', 'YYYYMMDD HHmmss'),
      readAs('46083.5', 'excel'),
      readAs('soon', 'iso'),
      readAs('2026-03-02', 'whenever'),
    ]),
  ).toEqual([
    '2026-03-02T14:05:00.000Z',
    '2026-03-02T14:05:00.000Z'.replace('05:00', '05:09'),
    '2026-03-02T13:05:09.250Z',
    '2026-03-02T14:05:00.000Z',
    '2026-03-02T14:05:09.000Z',
    '2026-03-02T12:00:00.000Z',
    'log.csv: row 2: "soon" is no time. Use ISO 8601 times such as 2026-03-02T14:05:00+01:00, or name the format with --date-format.',
    '"whenever" is no format of dates. Give a pattern such as "DD.MM.YYYY HH:mm", or one of iso, dmy, mdy, excel, seconds, milliseconds.',
  ]);
});

test('months may be words, in the language of the log', async () => {
  expect(await times('3 Mar 2026 8:05', '4-May-2026', '5. Dezember 2026 14:00 Uhr', '6 février 2026')).toEqual({
    times: ['2026-03-03T08:05:00', '2026-05-04T00:00:00', '2026-12-05T14:00:00', '2026-02-06T00:00:00'],
    warnings: ['column "time": times were read with the names of months, in UTC'],
  });
  expect((await times('March 3, 2026 2:05 PM', 'Oct 12 2026')).times).toEqual([
    '2026-03-03T14:05:00',
    '2026-10-12T00:00:00',
  ]);
});

test('the days that Excel counts are days, with a point or a comma', async () => {
  const expected = ['2026-03-02T08:00:00', '2026-03-03T12:30:00'];
  const warnings = ['column "time": numbers were read as the days that Excel counts, in UTC'];
  expect(await times('46083.3333333333', '46084.5208333333')).toEqual({ times: expected, warnings });
  expect(await times('46083,3333333333', '46084,5208333333')).toEqual({ times: expected, warnings });
});

test('numbers are seconds or smaller, as the largest of them tells', async () => {
  const expected = ['2026-03-02T08:00:00', '2026-03-02T08:00:01'];
  const unit = (name: string): string[] => [`column "time": numbers were read as ${name} since 1970`];
  expect(await times('1772438400', '1772438401.5')).toEqual({ times: expected, warnings: unit('seconds') });
  expect(await times('1772438400000', '1772438401000')).toEqual({ times: expected, warnings: unit('milliseconds') });
  expect(await times('1772438400000000', '1772438401000000')).toEqual({
    times: expected,
    warnings: unit('microseconds'),
  });
});

test('careless ISO times are read, too', async () => {
  const { times: found, warnings } = await times(
    '2026-3-2 8:05',
    '2026/03/02 08:05:30',
    '2026.3.2',
    '2026-03-02T08:05:00.123456Z',
  );
  expect(found).toEqual(['2026-03-02T08:05:00', '2026-03-02T08:05:30', '2026-03-02T00:00:00', '2026-03-02T08:05:00']);
  expect(warnings).toEqual(['column "time": times without a zone were read as UTC']);
});
