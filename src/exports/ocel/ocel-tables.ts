// OCEL 2.0 as a relational database (ocel-standard.org, specification 2.0, section 5): a table for each type.
import { createTimeFormatter } from '../../lib/format-time.ts';
import type { ForeignKey, TableRow, TablesDraft, TableShape } from '../../needs/tables.ts';
import type { ExportInput } from '../export-input.ts';
import { CASE_ATTRIBUTES, EVENT_ATTRIBUTES, listOcel, type OcelEvent, type OcelLog } from './ocel-log.ts';

/** A type and the part of its table's name that stands for it. */
type TypeMap = ReadonlyMap<string, string>;

/** Times are UTC, so that they sort as text. */
export function describeOcelTables(input: ExportInput): TablesDraft {
  const ocel = listOcel(input);
  const maps = { event: mapTypes(ocel.eventTypes), object: mapTypes(ocel.objectTypes) };
  return { tables: listTables(maps), rows: listRows(ocel, maps) };
}

interface TypeMaps {
  readonly event: TypeMap;
  readonly object: TypeMap;
}

function listTables({ event, object }: TypeMaps): TableShape[] {
  const ofEvent = (column: string): ForeignKey => ({ column, table: 'event', of: 'ocel_id' });
  const ofObject = (column: string): ForeignKey => ({ column, table: 'object', of: 'ocel_id' });
  const ofType = (table: string): ForeignKey => ({ column: 'ocel_type', table, of: 'ocel_type' });
  return [
    shape('event_map_type', ['ocel_type', 'ocel_type_map'], { key: 1 }),
    shape('object_map_type', ['ocel_type', 'ocel_type_map'], { key: 1 }),
    shape('event', ['ocel_id', 'ocel_type'], { key: 1, refers: [ofType('event_map_type')] }),
    shape('object', ['ocel_id', 'ocel_type'], { key: 1, refers: [ofType('object_map_type')] }),
    shape('event_object', ['ocel_event_id', 'ocel_object_id', 'ocel_qualifier'], {
      key: 3,
      refers: [ofEvent('ocel_event_id'), ofObject('ocel_object_id')],
    }),
    shape('object_object', ['ocel_source_id', 'ocel_target_id', 'ocel_qualifier'], {
      key: 3,
      refers: [ofObject('ocel_source_id'), ofObject('ocel_target_id')],
    }),
    ...[...event.values()].map((map) =>
      shape(`event_${map}`, ['ocel_id', 'ocel_time', ...EVENT_ATTRIBUTES.map(({ name }) => name)], {
        key: 1,
        refers: [ofEvent('ocel_id')],
      }),
    ),
    // No primary key: the standard keeps a row for each change of an object, and ours never change.
    ...[...object].map(([type, map]) =>
      shape(`object_${map}`, ['ocel_id', 'ocel_time', 'ocel_changed_field', ...attributesOf(type)], {
        key: 0,
        refers: [ofObject('ocel_id')],
      }),
    ),
  ];
}

/** The first `key` columns are the primary key. */
const shape = (
  name: string,
  columns: readonly string[],
  { key, refers = [] }: { readonly key: number; readonly refers?: readonly ForeignKey[] },
): TableShape => ({
  name,
  columns: columns.map((column) => ({ name: column, type: TIMES.has(column) ? 'TIMESTAMP' : 'TEXT' })),
  primaryKey: columns.slice(0, key),
  foreignKeys: refers,
});

const TIMES: ReadonlySet<string> = new Set(['ocel_time', 'start_timestamp']);

const attributesOf = (type: string) => (type === 'case' ? CASE_ATTRIBUTES : []);

/** One pass over the events, which may be millions. */
function* listRows({ objects, events }: OcelLog, maps: TypeMaps): Generator<TableRow> {
  for (const [type, map] of maps.event) yield ['event_map_type', [type, map]];
  for (const [type, map] of maps.object) yield ['object_map_type', [type, map]];
  for (const { id, type, attributes } of objects) {
    yield ['object', [id, type]];
    const values = attributesOf(type).map((name) => attributes[name] ?? null);
    // What never changes holds since 1970, as the standard's own examples have it.
    yield [`object_${maps.object.get(type)}`, [id, '1970-01-01T00:00:00.000Z', null, ...values]];
  }
  const describe = createEventDescriber();
  for (const event of events()) {
    yield ['event', [event.id, event.type]];
    yield [`event_${maps.event.get(event.type)}`, describe(event)];
    for (const object of event.objects) yield ['event_object', [event.id, object.id, object.type]];
  }
}

function createEventDescriber(): (event: OcelEvent) => (string | null)[] {
  const formatTime = createTimeFormatter();
  return ({ id, timeMs, startMs, attributes }) => [
    id,
    formatTime(timeMs),
    ...EVENT_ATTRIBUTES.map(({ name }) =>
      name === 'start_timestamp' ? (startMs === undefined ? null : formatTime(startMs)) : (attributes[name] ?? null),
    ),
  ];
}

/** "enter order" as EnterOrder. Tables differ in more than capitals, and none has the name of one of the standard's own. */
function mapTypes(types: readonly string[]): TypeMap {
  const taken = new Set(['object', 'map_type']);
  return new Map(
    types.map((type) => {
      const plain = toIdentifier(type);
      let own = plain;
      for (let count = 2; taken.has(own.toLowerCase()); count += 1) own = `${plain}${count}`;
      taken.add(own.toLowerCase());
      return [type, own];
    }),
  );
}

const toIdentifier = (type: string): string =>
  type
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('') || 'Type';
