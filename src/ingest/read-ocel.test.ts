// One log in every form OCEL has is one log.
import { expect, test } from 'vitest';
import type { TableReader, TableValue } from '../needs/table-reader.ts';
import { findCrashes, inPieces } from './fuzz.case.ts';
import type { LogReading } from './log-reading.ts';
import { OCEL } from './ocel.sample.ts';
import { readOcelJson } from './read-ocel-json.ts';
import { readOcelTables } from './read-ocel-tables.ts';
import { readOcelXml } from './read-ocel-xml.ts';

const TEXT = JSON.stringify(OCEL);
const read = (text: string, objectType?: string) => readOcelJson(text, { file: 'log.jsonocel', objectType });

const show = ({ columns: log, warnings }: LogReading) => ({
  rows: Array.from(log.caseOf, (caseOf, row) =>
    [
      log.cases[caseOf],
      log.activities[log.activityOf[row]!],
      new Date(log.endMs[row]!).toISOString().slice(0, 16),
      log.resources[log.resourceOf[row]!] ?? '-',
      log.zoneMinutes[row],
      log.lifecycle[row],
    ].join(' | '),
  ),
  warnings,
});

const ORDERS = {
  rows: [
    'o1 | place order | 2026-03-02T08:00 | Ann | 60 | 1',
    'o1 | pay order | 2026-03-03T08:00 | - | 0 | 0',
    'o1 | send package | 2026-03-04T08:00 | Bo | 0 | 0',
    'o2 | place order | 2026-03-02T08:30 | Ann | 0 | 0',
    'o2 | send package | 2026-03-04T08:00 | Bo | 0 | 0',
  ],
  warnings: [
    'the cases are the objects of type "orders"; --object-type chooses another: employees, items, packages',
    '1 event has no object of type "orders" and was left out',
    '1 event has no time that can be read and was left out',
    '1 event belongs to several cases and counts in each',
    '1 times an event refers to an object that the log does not describe',
  ],
};

test('the cases are the objects whose events fit together best, and it is said which', async () => {
  const reading = await read(TEXT);
  expect(show(reading)).toEqual(ORDERS);
  expect(reading.details).toEqual({
    kind: 'ocel',
    objectType: 'orders',
    objectTypes: [
      { objectType: 'orders', objects: 2, events: 5 },
      { objectType: 'employees', objects: 1, events: 2 },
      { objectType: 'items', objects: 2, events: 2 },
      { objectType: 'packages', objects: 1, events: 1 },
    ],
  });
});

test('another type makes other cases; one that is not there is refused with those that are', async () => {
  expect(show(await read(TEXT, 'Items')).rows).toEqual([
    'i1 | place order | 2026-03-02T08:00 | Ann | 60 | 1',
    'i1 | send package | 2026-03-04T08:00 | Bo | 0 | 0',
    'i2 | place order | 2026-03-02T08:00 | Ann | 60 | 1',
    'i2 | send package | 2026-03-04T08:00 | Bo | 0 | 0',
  ]);
  await expect(read(TEXT, 'invoices')).rejects.toThrow(
    'log.jsonocel: there are no objects of type "invoices". The types are: orders, employees, items, packages.',
  );
});

test('OCEL 1.0, XML and the tables of a database say the same', async () => {
  expect(show(await read(asFirst()))).toEqual(ORDERS);
  expect(show(await readOcelXml(inPieces(asXml()), { file: 'log.xml' }))).toEqual(ORDERS);
  expect(show(readOcelTables(asTables(), { file: 'log.sqlite' }))).toEqual(ORDERS);
});

test('what is no object-centric log is refused with the place', async () => {
  const hint = 'Export the log again (CSV as UTF-8), or correct the place named.';
  const messages = await Promise.all(
    ['{"objects": []}', '[]', TEXT.replace('"e3","type":', '"e3","kind":')].map((text) =>
      read(text).then(String, (error: Error) => error.message),
    ),
  );
  expect(messages).toEqual([
    `log.jsonocel: events: Invalid input: expected array, received undefined. ${hint}`,
    `log.jsonocel: Invalid input: expected object, received array. ${hint}`,
    `log.jsonocel: events[2].type: Invalid input. ${hint}`,
  ]);
  await expect(read('{"objects": [')).rejects.toThrow('log.jsonocel: this is not JSON (');
  await expect(read('{"objects": [], "events": []}')).rejects.toMatchObject({ code: 'log/empty' });
  expect(() => readOcelTables({ ...asTables(), columns: () => [] }, { file: 'x.db' })).toThrow(
    'x.db: this is no OCEL 2.0 database: it has no table "object".',
  );
  await expect(readOcelXml('<!DOCTYPE log><log/>', { file: 'log.xml' })).rejects.toThrow('a document type declaration');
});

test('damaged logs end in a result or a clear refusal', async () => {
  expect(await findCrashes(TEXT, (text) => read(text))).toEqual([]);
  expect(await findCrashes(asXml(), (text) => readOcelXml(text, { file: 'log.xml' }))).toEqual([]);
});

function asFirst(): string {
  return JSON.stringify({
    'ocel:objects': Object.fromEntries(
      OCEL.objects.map(({ id, type }) => [id, { 'ocel:type': type, 'ocel:ovmap': {} }]),
    ),
    'ocel:events': Object.fromEntries(
      OCEL.events.map(({ id, type, time, attributes, relationships }) => [
        id,
        {
          'ocel:activity': type,
          'ocel:timestamp': time,
          'ocel:omap': relationships.map(({ objectId }) => objectId),
          'ocel:vmap': Object.fromEntries((attributes ?? []).map(({ name, value }) => [name, value])),
        },
      ]),
    ),
  });
}

function asXml(): string {
  const objects = OCEL.objects.map(
    ({ id, type }) => `<object id="${id}" type="${type}"><attributes/><objects/></object>`,
  );
  const events = OCEL.events.map(({ id, type, time, attributes, relationships }) => {
    const values = (attributes ?? []).map(({ name, value }) => `<attribute name="${name}">${value}</attribute>`);
    const links = relationships.map(
      ({ objectId, qualifier }) => `<relationship object-id="${objectId}" qualifier="${qualifier}"/>`,
    );
    return `<event id="${id}" type="${type}" time="${time}"><attributes>${values.join('')}</attributes><objects>${links.join('')}</objects></event>`;
  });
  return `<log><objects>${objects.join('')}</objects><events>${events.join('\n')}</events></log>`;
}

/** The tables of the standard, as a database would give them: each kind of event has one. */
function asTables(): TableReader {
  const types = OCEL.eventTypes.map(({ name }) => name);
  const kinds = types.map((type) => type.replaceAll(' ', ''));
  const rowsOf = (type: string): TableValue[][] =>
    OCEL.events
      .filter((event) => event.type === type)
      .map(({ id, time, attributes }) => [
        id,
        time,
        ...['lifecycle', 'resource'].map((name) => attributes?.find((each) => each.name === name)?.value ?? null),
      ]);
  const tables: Record<string, { columns: string[]; rows: TableValue[][] }> = {
    object: { columns: ['ocel_id', 'ocel_type'], rows: OCEL.objects.map(({ id, type }) => [id, type]) },
    event_object: {
      columns: ['ocel_event_id', 'ocel_object_id'],
      rows: OCEL.events.flatMap(({ id, relationships }) => relationships.map(({ objectId }) => [id, objectId])),
    },
    event_map_type: { columns: ['ocel_type', 'ocel_type_map'], rows: types.map((type, at) => [type, kinds[at]!]) },
    ...Object.fromEntries(
      types.map((type, at) => [
        `event_${kinds[at]}`,
        { columns: ['ocel_id', 'ocel_time', 'lifecycle', 'resource'], rows: rowsOf(type) },
      ]),
    ),
  };
  return {
    tables: () => Object.keys(tables),
    columns: (table) => tables[table]?.columns ?? [],
    rows: (table, columns) =>
      tables[table]!.rows.map((row) => columns.map((column) => row[tables[table]!.columns.indexOf(column)] ?? null)),
  };
}
