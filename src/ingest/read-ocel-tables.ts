// In: the tables of an OCEL 2.0 SQLite file (ocel-standard.org, section "SQLite"). Out: the log of one type of its objects.
import { MirrorError } from '../domain/errors.ts';
import type { TableReader, TableValue } from '../needs/table-reader.ts';
import type { LogReading } from './log-reading.ts';
import { flattenLog, type ObjectEvent, type OcelOptions } from './ocel-flatten.ts';

/** @throws log/bad-format naming the table or column that is missing, log/no-object-type, log/empty */
export function readOcelTables(tables: TableReader, options: OcelOptions): LogReading {
  const { file } = options;
  const refuse = (detail: string): never => {
    throw new MirrorError('log/bad-format', { data: { file, detail } });
  };
  const read = (table: string, columns: readonly string[]): Iterable<readonly TableValue[]> => {
    const there = tables.columns(table);
    if (there.length === 0) return refuse(`this is no OCEL 2.0 database: it has no table "${table}"`);
    const missing = columns.find((column) => !there.includes(column));
    return missing === undefined ? tables.rows(table, columns) : refuse(`table "${table}" has no column "${missing}"`);
  };

  const typeOf = new Map<string, string>();
  for (const [id, type] of read('object', ['ocel_id', 'ocel_type'])) typeOf.set(text(id), text(type));
  const objects = new Map<string, string[]>();
  for (const [event, object] of read('event_object', ['ocel_event_id', 'ocel_object_id'])) {
    const known = objects.get(text(event));
    if (known) known.push(text(object));
    else objects.set(text(event), [text(object)]);
  }
  // Events stand in a table for each type; the one of all events knows their order, which matters where times are equal.
  const places = new Map<string, number>();
  if (tables.columns('event').includes('ocel_id'))
    for (const [id] of tables.rows('event', ['ocel_id'])) places.set(text(id), places.size);
  const events: (ObjectEvent & { readonly place: number })[] = [];
  for (const [type, name] of read('event_map_type', ['ocel_type', 'ocel_type_map'])) {
    const table = `event_${text(name)}`;
    const attributes = tables.columns(table).filter((column) => column !== 'ocel_id' && column !== 'ocel_time');
    for (const [id, time, ...values] of read(table, ['ocel_id', 'ocel_time', ...attributes])) {
      events.push({
        place: places.get(text(id)) ?? places.size,
        type: text(type),
        time: text(time),
        objects: objects.get(text(id)) ?? [],
        attributes: new Map(attributes.map((attribute, at) => [attribute, text(values[at])])),
      });
    }
  }
  events.sort((a, b) => a.place - b.place);
  return flattenLog({ typeOf, events }, options);
}

const text = (value: TableValue | undefined): string => (value === null || value === undefined ? '' : String(value));
