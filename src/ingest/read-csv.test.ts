import { expect, test } from 'vitest';
import { MirrorError } from '../domain/errors.ts';
import type { CsvColumns } from './csv-columns.ts';
import { findCrashes, inPieces } from './fuzz.case.ts';
import { readCsv } from './read-csv.ts';

const read = (text: string, columns?: CsvColumns) => readCsv(text, { file: 'log.csv', columns });

/** The log as a table again: "case activity time resource role", and its warnings. */
async function show(text: string, columns?: CsvColumns): Promise<{ rows: string[]; warnings: readonly string[] }> {
  const { columns: log, warnings } = await read(text, columns);
  const rows = Array.from(log.caseOf, (caseOf, row) => {
    const times = [log.startMs[row]!, log.endMs[row]!].filter((ms) => !Number.isNaN(ms));
    return [
      log.cases[caseOf],
      log.activities[log.activityOf[row]!],
      times.map((ms) => new Date(ms).toISOString().slice(0, 19)).join('/'),
      log.resources[log.resourceOf[row]!] ?? '-',
      log.roles[log.roleOf[row]!] ?? '-',
    ].join(' | ');
  });
  return { rows, warnings };
}

const complaint = (text: string, columns?: CsvColumns): Promise<unknown> =>
  read(text, columns).then(
    () => 'no complaint',
    (error: unknown) => (error instanceof MirrorError ? `${error.code}: ${error.message}` : error),
  );

const LOG = `\ufeffCase ID,Activity,Start,End,Resource,Role,Amount
4711,"enter, check",2026-03-02T08:00:00Z,2026-03-02T08:10:00Z,Ann,clerk,12
4712,"say ""no""",2026-03-02T08:20:00Z,2026-03-02T08:30:00Z,"Bob
Brown",, 13

4711,ship,,2026-03-02T09:00:00Z,,,
`;

const LOG_ROWS = [
  '4711 | enter, check | 2026-03-02T08:00:00/2026-03-02T08:10:00 | Ann | clerk',
  '4711 | ship | 2026-03-02T09:00:00 | - | -',
  '4712 | say "no" | 2026-03-02T08:20:00/2026-03-02T08:30:00 | Bob\nBrown | -',
];

test('quotes, line breaks in fields, blank lines and a byte order mark are read as meant', async () => {
  expect(await show(LOG)).toEqual({ rows: LOG_ROWS, warnings: [] });
  expect((await readCsv(inPieces(LOG), { file: 'log.csv' })).columns).toEqual((await read(LOG)).columns);
  expect(await show(LOG.replaceAll('\n', '\r\n'))).toEqual({
    rows: LOG_ROWS.map((row) => row.replace('\n', '\r\n')),
    warnings: [],
  });
});

test.each([';', '\t', '|'])('fields may be separated by %j', async (delimiter) => {
  const rows = ['case', 'activity', 'time'].join(delimiter);
  const text = `"a, header, with, commas"${delimiter}${rows}\nx${delimiter}1${delimiter}"a${delimiter}b"${delimiter}2026-03-02`;
  expect((await show(text)).rows).toEqual([`1 | a${delimiter}b | 2026-03-02T00:00:00 | - | -`]);
});

test('the line with which Excel names the separator is obeyed', async () => {
  expect((await show('sep=;\ncase;activity;time\n1;a,b,c,d;2026-03-02T00:00Z')).rows).toEqual([
    '1 | a,b,c,d | 2026-03-02T00:00:00 | - | -',
  ]);
});

test('the names that process mining tools write are known', async () => {
  const text = `case:concept:name,concept:name,time:timestamp,org:resource,lifecycle:transition,case:time
1,a,2026-03-02T08:00:00+00:00,Ann,start,x
1,a,2026-03-02T08:05:00+00:00,Ann,complete,x`;
  const { columns } = await read(text);
  expect([columns.activities, columns.resources, columns.lifecycle]).toEqual([['a'], ['Ann'], Uint8Array.of(1, 0)]);
});

test('columns without a known name are found by their values', async () => {
  const line = (at: number): string =>
    `T-${at % 3},${['open', 'work', 'close'][at % 3]},0${at % 10}.03.2026 08:0${at % 10},${at}.5`;
  const text = `Vorgang,Schritt,Zeitpunkt,Betrag\n${[1, 2, 3, 4, 5, 6, 7, 8].map(line).join('\n')}`;
  expect((await show(text)).rows).toEqual([
    'T-1 | work | 2026-03-01T08:01:00 | - | -',
    'T-1 | work | 2026-03-04T08:04:00 | - | -',
    'T-1 | work | 2026-03-07T08:07:00 | - | -',
    'T-2 | close | 2026-03-02T08:02:00 | - | -',
    'T-2 | close | 2026-03-05T08:05:00 | - | -',
    'T-2 | close | 2026-03-08T08:08:00 | - | -',
    'T-0 | open | 2026-03-03T08:03:00 | - | -',
    'T-0 | open | 2026-03-06T08:06:00 | - | -',
  ]);
});

test('what a person names wins, whatever the letters; a missing name lists the columns', async () => {
  const text = 'case,order,activity,state,timestamp,changed,who\n1,A,a,open,never,2026-03-02T08:00:00Z,Ann';
  const chosen = { case: 'ORDER', activity: 'state', timestamp: 'changed', resource: 'who' };
  expect((await show(text, chosen)).rows).toEqual(['A | open | 2026-03-02T08:00:00 | Ann | -']);
  expect(await complaint(text, { ...chosen, resource: 'person' })).toBe(
    'log/no-column: log.csv: there is no column "person". The columns are: case, order, activity, state, timestamp, changed, who.',
  );
});

test('a column that cannot be told is asked for', async () => {
  expect(await complaint('a,b,c\n1,2,3')).toBe(
    'log/unclear-columns: log.csv: cannot tell which column is the timestamp. Name it with --timestamp; the columns are: a, b, c.',
  );
  expect(await complaint('id,activity,time\nx,a,2026-03-02')).toMatch(/cannot tell which column is the case/);
  expect(await complaint('case,activity,Activity,time\nx,a,b,2026-03-02')).toMatch(/which column is the activity/);
});

test('a start alone is the only time', async () => {
  const { rows, warnings } = await show('case,activity,start\n1,a,2026-03-02 08:00:00');
  expect(rows).toEqual(['1 | a | 2026-03-02T08:00:00 | - | -']);
  expect(warnings).toEqual(['column "start": times without a zone were read as UTC']);
});

test.each([
  ['Vorgangs-Nr.;Tätigkeit;Beginn;Ende;Sachbearbeiter;Abteilung', 'German'],
  ['N° dossier;Activité;Date début;Date fin;Utilisateur;Service', 'French'],
  ['Expediente;Actividad;Fecha inicio;Fecha fin;Usuario;Departamento', 'Spanish'],
  ['Pratica;Attività;Data inizio;Data fine;Operatore;Ufficio', 'Italian'],
  ['Zaaknummer;Handeling;Starttijd;Eindtijd;Medewerker;Afdeling', 'Dutch'],
])('column names are known: %s (%s)', async (header) => {
  const { details } = await read(
    `${header}\nx;a;2026-03-02T08:00Z;2026-03-02T09:00Z;Ann;Sales\ny;b;2026-03-02T08:00Z;2026-03-02T09:00Z;Bo;IT`,
  );
  if (details.kind !== 'csv') throw new Error('not a CSV');
  const places = details.columns.map(({ role, column }) => [role, details.header.indexOf(column)]);
  expect(Object.fromEntries(places)).toEqual({ case: 0, activity: 1, start: 2, timestamp: 3, resource: 4, role: 5 });
});

test('how a file was read can be shown', async () => {
  const { details, warnings } = await read(
    'T;Schritt;Zeit;Bearbeiter\nT-1;a;2.3.2026 8:00;Ann\nT-1;b;2.3.2026 9:00;Bo\nT-2;a;3.3.2026 8:00;Ann',
    { case: 't' },
  );
  expect({ details, warnings }).toEqual({
    details: {
      kind: 'csv',
      delimiter: ';',
      header: ['T', 'Schritt', 'Zeit', 'Bearbeiter'],
      rows: [
        ['T-1', 'a', '2.3.2026 8:00', 'Ann'],
        ['T-1', 'b', '2.3.2026 9:00', 'Bo'],
        ['T-2', 'a', '3.3.2026 8:00', 'Ann'],
      ],
      columns: [
        { role: 'case', column: 'T', by: 'choice' },
        { role: 'activity', column: 'Schritt', by: 'name' },
        { role: 'timestamp', column: 'Zeit', by: 'name' },
        { role: 'resource', column: 'Bearbeiter', by: 'name' },
      ],
      dateFormats: { timestamp: 'dmy' },
    },
    warnings: ['column "Zeit": times were read as day/month/year, in UTC'],
  });
});

test('a case that is the key of each row is doubted', async () => {
  const rows = Array.from({ length: 11 }, (_, at) => `${at},a,2026-03-02T08:00Z`);
  expect((await show(`id,activity,time\n${rows.join('\n')}`, { case: 'id' })).warnings).toEqual([
    'each case has one event only; if that is wrong, name the column of the case with --case',
  ]);
});

test('rows with gaps are left out and counted; a short last row has gaps', async () => {
  const text =
    'case,activity,time,resource\n,a,2026-03-02T00:00Z\n1,,2026-03-02T00:00Z\n1,a,\n1,a,2026-03-02T00:00Z,Ann\n2';
  expect(await show(text)).toEqual({
    rows: ['1 | a | 2026-03-02T00:00:00 | Ann | -'],
    warnings: [
      '1 row has no case and was left out',
      '2 rows have no activity and were left out',
      '1 row has no time and was left out',
    ],
  });
});

test('a broken place is named by its row', async () => {
  const header = 'case,activity,time\n';
  const messages = await Promise.all([
    complaint(`${header}1,a,2026-03-02\n1,b,soon`),
    complaint(`${header}1,"a,2026-03-02\n1,b,2026-03-02`),
    complaint(`${header}1,"a"b,2026-03-02`),
    complaint(`${header}1,a,2026-03-02\n1,a,b,2026-03-02`),
    complaint('1,a,2026-03-02\n1,b,2026-03-03'),
    complaint(header),
    complaint(''),
  ]);
  const hint = 'Export the log again (CSV as UTF-8), or correct the place named.';
  expect(messages).toEqual([
    'log/bad-time: log.csv: row 3: "soon" is no time. Use ISO 8601 times such as 2026-03-02T14:05:00+01:00, or name the format with --date-format.',
    `log/bad-format: log.csv: row 2: a quote is opened and not closed. ${hint}`,
    `log/bad-format: log.csv: row 2: text stands after a closing quote. ${hint}`,
    `log/bad-format: log.csv: row 3: there are 4 fields, but 3 columns. ${hint}`,
    `log/bad-format: log.csv: row 1: the names of the columns are missing. ${hint}`,
    'log/empty: log.csv: the log has no events. Export it again with its events.',
    'log/empty: log.csv: the log has no events. Export it again with its events.',
  ]);
});

test('one slip in a hundred is left out and told; more is refused, and a wrong column early', async () => {
  const rows = (count: number, timeOf: (row: number) => string): string =>
    `case,activity,time\n${Array.from({ length: count }, (_, row) => `${row % 7},a,${timeOf(row)}`).join('\n')}`;
  const good = '2026-03-02T08:00:00Z';
  const slips = rows(300, (row) => (row === 0 || row === 120 ? 'tbd' : good));
  const { rows: kept, warnings } = await show(slips);
  expect({ kept: kept.length, warnings }).toEqual({
    kept: 298,
    warnings: ['2 rows have a time that is none and were left out, the first row 2: "tbd"'],
  });
  expect(await complaint(rows(300, (row) => (row % 50 === 1 ? 'n/a' : good)))).toBe(
    'log/bad-times: log.csv: 6 of 300 rows have a time that is none, the first in row 3: "n/a". One in a hundred would be left out. Use ISO 8601 times such as 2026-03-02T14:05:00+01:00, or name the format with --date-format.',
  );
  expect(
    await complaint(
      rows(100_000, () => 'n/a'),
      { timestamp: 'time' },
    ),
  ).toMatch(/^log\/bad-times: log\.csv: \d{4,5} of \d{4,5} rows/);
});

test('an event that ends before it starts is told, with its case', async () => {
  const header = 'case,activity,start,end\n';
  const swapped = await show(`${header}1,a,2026-03-02,2026-03-03\n7,b,2026-03-04,2026-03-03`);
  expect(swapped.warnings.at(-1)).toBe('1 event ends before it starts, the first in case "7"; are the columns right?');
  expect((await show(`${header}1,a,2026-03-02,2026-03-02`)).warnings.join()).not.toContain('before');
});

test('the columns of Jira are known', async () => {
  const jira =
    'Summary,Issue key,Issue id,Status,Assignee,Updated\nx,A-1,100,Open,Ann,2026-03-02T08:00Z\ny,A-1,100,Done,Bob,2026-03-02T09:00Z';
  const { columns } = await read(jira);
  expect([columns.cases, columns.activities, columns.resources]).toEqual([['A-1'], ['Open', 'Done'], ['Ann', 'Bob']]);
});

test('damaged logs end in a result or a clear refusal', async () => {
  expect(await findCrashes(LOG, read)).toEqual([]);
  expect(await findCrashes(LOG, (text) => readCsv(inPieces(text), { file: 'log.csv' }))).toEqual([]);
});
