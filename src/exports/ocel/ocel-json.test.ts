import { existsSync, readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { parseIsoMs } from '../../lib/parse-time.ts';
import { ALL_LOGS } from '../all-logs.case.ts';
import type { ExportInput } from '../export-input.ts';
import { inputOfLogs, inputOfRecordings, joinText, tellTwo } from '../fixtures.ts';
import { writeOcelJson } from './ocel-json.ts';

const SCHEMA = new URL('../../../../shared/data/schemas/ocel2.schema.json', import.meta.url);
if (!existsSync(SCHEMA)) console.warn('Skipped: the JSON Schema of OCEL 2.0 is not on this machine.');

const Time = z.string().refine((text) => !Number.isNaN(parseIsoMs(text)));
const AttributeType = z.strictObject({ name: z.string(), type: z.enum(['string', 'time']) });
const TypeShape = z.strictObject({ name: z.string().min(1), attributes: z.array(AttributeType) });

/** OCEL 2.0 as Mirror writes it: stricter than the standard's own schema, which leaves out that names must match. */
const Document = z.strictObject({
  eventTypes: z.array(TypeShape),
  objectTypes: z.array(TypeShape),
  events: z.array(
    z.strictObject({
      id: z.string().min(1),
      type: z.string(),
      time: Time,
      attributes: z.array(z.strictObject({ name: z.string(), value: z.string() })),
      relationships: z.array(z.strictObject({ objectId: z.string(), qualifier: z.string() })),
    }),
  ),
  objects: z.array(
    z.strictObject({
      id: z.string().min(1),
      type: z.string(),
      attributes: z.array(z.strictObject({ name: z.string(), value: z.string(), time: Time })),
    }),
  ),
});

const INPUTS: readonly (readonly [name: string, input: () => Promise<ExportInput>])[] = [
  ...ALL_LOGS.map(([name, read]) => [name, async () => inputOfLogs(await read())] as const),
  ['two logs with the same cases', async () => inputOfLogs(await ALL_LOGS[0]![1](), await ALL_LOGS[0]![1]())],
  ['two recordings', async () => inputOfRecordings(...tellTwo())],
];

describe.each(INPUTS)('%s', (_name, input) => {
  test('everything referred to is there, once', async () => {
    const document = Document.parse(JSON.parse(joinText(writeOcelJson(await input()))));
    const { eventTypes, objectTypes, events, objects } = document;
    for (const named of [eventTypes.map(({ name }) => name), objectTypes.map(({ name }) => name)])
      expect(new Set(named).size).toBe(named.length);
    for (const listed of [events, objects]) expect(new Set(listed.map(({ id }) => id)).size).toBe(listed.length);
    const typeOf = new Map(objects.map(({ id, type }) => [id, type]));
    const attributes = new Map(
      [...eventTypes, ...objectTypes].map(({ name, attributes: list }) => [name, new Set(list.map((one) => one.name))]),
    );
    const problems = [
      ...events.flatMap(({ id, relationships }) =>
        relationships.filter(({ objectId, qualifier }) => typeOf.get(objectId) !== qualifier).map(() => id),
      ),
      ...[...events, ...objects].flatMap((one) =>
        one.attributes.filter(({ name }) => attributes.get(one.type)?.has(name) !== true).map(() => one.id),
      ),
    ];
    expect(problems).toEqual([]);
  });

  test.skipIf(!existsSync(SCHEMA))('it is valid by the schema of the standard', async () => {
    // Times are checked above; ajv knows the names of formats only by a plug-in.
    const validate = new Ajv({ validateFormats: false }).compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
    validate(JSON.parse(joinText(writeOcelJson(await input()))));
    expect(validate.errors).toBeNull();
  });
});

test('a step takes its role, system and document along, and who told it stays', () => {
  const document = Document.parse(JSON.parse(joinText(writeOcelJson(inputOfRecordings(...tellTwo())))));
  expect(document.events[0]).toEqual({
    id: 'e1',
    type: 'enter order',
    time: '2026-03-02T09:00:00.900Z',
    attributes: [
      { name: 'lifecycle', value: 'complete' },
      { name: 'start_timestamp', value: '2026-03-02T09:00:00.000Z' },
      { name: 'role', value: 'order clerk' },
      { name: 'provenance', value: 'stated' },
      { name: 'evidence', value: 'r1/step0' },
    ],
    relationships: [
      { objectId: 'Orders', qualifier: 'case' },
      { objectId: 'order clerk', qualifier: 'role' },
      { objectId: 'Ledger & Co', qualifier: 'system' },
      { objectId: 'order', qualifier: 'artifact' },
    ],
  });
  expect(document.objects.map(({ id, type }) => [type, id])).toEqual([
    ['case', 'Orders'],
    ['case', 'Orders (r2)'],
    ['role', 'order clerk'],
    ['system', 'Ledger & Co'],
    ['artifact', 'order'],
  ]);
  expect(JSON.stringify(document)).not.toContain('Ruben');
});
