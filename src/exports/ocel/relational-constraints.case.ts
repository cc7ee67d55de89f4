// The 24 constraints of OCEL 2.0 on a relational database (arXiv:2403.01975, section 5.3), asked of an open SQLite file.
import type BetterSqlite3 from 'better-sqlite3';

interface Table {
  /** Declared type by column. */
  readonly columns: ReadonlyMap<string, string>;
  readonly primaryKey: readonly string[];
  /** "column -> table.column". */
  readonly foreignKeys: readonly string[];
}

interface Schema {
  readonly tables: ReadonlyMap<string, Table>;
  /** Names of the tables that the map of types asks for. */
  readonly eventTables: readonly string[];
  readonly objectTables: readonly string[];
}

const OWN = ['event', 'event_object', 'event_map_type', 'object', 'object_object', 'object_map_type'];

const CONSTRAINTS: readonly (readonly [name: string, holds: (schema: Schema) => boolean])[] = [
  ['1: the six tables of every log are there', ({ tables }) => OWN.every((name) => tables.has(name))],
  ['2: object types and their tables match', (schema) => matches(schema, 'object_', schema.objectTables)],
  ['3: event types and their tables match', (schema) => matches(schema, 'event_', schema.eventTables)],
  ['4: ocel_type', has(['event', 'object', 'event_map_type', 'object_map_type'], ['ocel_type'])],
  ['5: ocel_type_map', has(['event_map_type', 'object_map_type'], ['ocel_type_map'])],
  ['6: ocel_id', has(['event', 'object'], ['ocel_id'])],
  ['7: ocel_qualifier', has(['event_object', 'object_object'], ['ocel_qualifier'])],
  ['8: ends of event_object', has(['event_object'], ['ocel_event_id', 'ocel_object_id'])],
  ['9: ends of object_object', has(['object_object'], ['ocel_source_id', 'ocel_target_id'])],
  ['10: ocel_id of object types', (schema) => has(schema.objectTables, ['ocel_id'])(schema)],
  ['11: ocel_id of event types', (schema) => has(schema.eventTables, ['ocel_id'])(schema)],
  ['12: ocel_time of object types', (schema) => schema.objectTables.every((name) => isTimed(schema, name))],
  ['13: ocel_time of event types', (schema) => schema.eventTables.every((name) => isTimed(schema, name))],
  ['14: key of the maps', hasKey(['event_map_type', 'object_map_type'], ['ocel_type'])],
  ['15: key of events and objects', hasKey(['event', 'object'], ['ocel_id'])],
  ['16: key of event_object', hasKey(['event_object'], ['ocel_event_id', 'ocel_object_id', 'ocel_qualifier'])],
  ['17: key of object_object', hasKey(['object_object'], ['ocel_source_id', 'ocel_target_id', 'ocel_qualifier'])],
  ['18: key of event types', (schema) => hasKey(schema.eventTables, ['ocel_id'])(schema)],
  ['19: events refer to their types', refers(['event'], 'ocel_type -> event_map_type.ocel_type')],
  ['20: objects refer to their types', refers(['object'], 'ocel_type -> object_map_type.ocel_type')],
  [
    '21: event_object refers to both',
    refers(['event_object'], 'ocel_event_id -> event.ocel_id', 'ocel_object_id -> object.ocel_id'),
  ],
  [
    '22: object_object refers to both',
    refers(['object_object'], 'ocel_source_id -> object.ocel_id', 'ocel_target_id -> object.ocel_id'),
  ],
  ['23: event types refer to events', (schema) => refers(schema.eventTables, 'ocel_id -> event.ocel_id')(schema)],
  ['24: object types refer to objects', (schema) => refers(schema.objectTables, 'ocel_id -> object.ocel_id')(schema)],
];

/** Names of the constraints that do not hold. */
export function findBroken(sqlite: BetterSqlite3.Database): string[] {
  const schema = readSchema(sqlite);
  return CONSTRAINTS.filter(([, holds]) => !holds(schema)).map(([name]) => name);
}

function readSchema(sqlite: BetterSqlite3.Database): Schema {
  const names = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all().map(String);
  const tables = new Map(names.map((name) => [name, readTable(sqlite, name)]));
  const mapped = (kind: 'event' | 'object'): string[] =>
    tables.has(`${kind}_map_type`)
      ? sqlite
          .prepare(`SELECT ocel_type_map FROM ${kind}_map_type`)
          .pluck()
          .all()
          .map((map) => `${kind}_${String(map)}`)
      : [];
  return { tables, eventTables: mapped('event'), objectTables: mapped('object') };
}

function readTable(sqlite: BetterSqlite3.Database, name: string): Table {
  const columns = sqlite.prepare('SELECT name, type, pk FROM pragma_table_info(?) ORDER BY pk').raw().all(name) as [
    string,
    string,
    number,
  ][]; // the three columns asked for
  return {
    columns: new Map(columns.map(([column, type]) => [column, type])),
    primaryKey: columns.filter(([, , key]) => key > 0).map(([column]) => column),
    foreignKeys: sqlite
      .prepare(`SELECT "from" || ' -> ' || "table" || '.' || "to" FROM pragma_foreign_key_list(?)`)
      .pluck()
      .all(name)
      .map(String),
  };
}

/** As many tables of that prefix, beside the standard's own, as there are types; and the same. */
function matches({ tables }: Schema, prefix: string, wanted: readonly string[]): boolean {
  const found = [...tables.keys()].filter((name) => name.startsWith(prefix) && !OWN.includes(name));
  return new Set(wanted).size === wanted.length && found.sort().join() === [...wanted].sort().join();
}

function has(names: readonly string[], columns: readonly string[]) {
  return ({ tables }: Schema): boolean =>
    names.every((name) => columns.every((column) => tables.get(name)?.columns.has(column)));
}

const isTimed = ({ tables }: Schema, name: string): boolean =>
  tables.get(name)?.columns.get('ocel_time') === 'TIMESTAMP';

function hasKey(names: readonly string[], key: readonly string[]) {
  return ({ tables }: Schema): boolean =>
    names.every((name) => tables.get(name)?.primaryKey.toSorted().join() === key.toSorted().join());
}

function refers(names: readonly string[], ...keys: readonly string[]) {
  return ({ tables }: Schema): boolean =>
    names.every((name) => keys.every((key) => tables.get(name)?.foreignKeys.includes(key)));
}
