// In: the events of a process. Out: the same as OCEL 2.0 sees them: events that objects take part in.
// Both forms of OCEL, JSON and SQLite, are written from this.
import type { Step } from '../../domain/extraction.ts';
import type { ExportInput } from '../export-input.ts';
import { type EventSource, listEvents } from '../events/list-events.ts';
import { nameLifecycle } from '../events/name-lifecycle.ts';
import { createUniqueNames } from '../unique-names.ts';

export const OBJECT_TYPES = ['case', 'resource', 'role', 'system', 'artifact'] as const;
export type ObjectType = (typeof OBJECT_TYPES)[number];

/**
 * Of every type of event; an event has no attribute where nothing is known. Who did it is also an object: the attribute
 * keeps the plain name, for those who read one table, and where two objects share a name.
 */
export const EVENT_ATTRIBUTES = [
  { name: 'lifecycle', type: 'string' },
  { name: 'start_timestamp', type: 'time' },
  { name: 'resource', type: 'string' },
  { name: 'role', type: 'string' },
  { name: 'provenance', type: 'string' },
  { name: 'evidence', type: 'string' },
] as const;
export type EventAttribute = (typeof EVENT_ATTRIBUTES)[number]['name'];

/** Of cases: the log or recording they are in, and a note on what the events are. */
export const CASE_ATTRIBUTES = ['source', 'note'] as const;

export interface OcelObject {
  readonly id: string;
  readonly type: ObjectType;
  /** Empty but for cases. */
  readonly attributes: Readonly<Partial<Record<(typeof CASE_ATTRIBUTES)[number], string>>>;
}

export interface OcelEvent {
  readonly id: string;
  /** The activity. */
  readonly type: string;
  /** Milliseconds since 1970 (UTC), and the minutes its clock was ahead of that. */
  readonly timeMs: number;
  readonly startMs: number | undefined;
  readonly zoneMinutes: number;
  readonly attributes: Readonly<Record<Exclude<EventAttribute, 'start_timestamp'>, string | undefined>>;
  /** At most one of each type: the type is also the qualifier, the part the object plays in the event. */
  readonly objects: readonly OcelObject[];
}

export interface OcelLog {
  readonly eventTypes: readonly string[];
  /** Those there is an object of. */
  readonly objectTypes: readonly ObjectType[];
  readonly objects: readonly OcelObject[];
  /** In order of sources, cases and times; may be read more than once. */
  events(): Iterable<OcelEvent>;
}

/** Object ids are the names themselves, told apart where two types share one. */
export function listOcel(input: ExportInput): OcelLog {
  const { sources, note } = listEvents(input);
  const book = openObjectBook();
  const linked = sources.map((source) => linkObjects(source, { book, note }));
  const objects = book.list();
  return {
    eventTypes: [...new Set(sources.flatMap(({ columns }) => listUsed(columns.activities, columns.activityOf)))],
    objectTypes: OBJECT_TYPES.filter((type) => objects.some((object) => object.type === type)),
    objects,
    *events() {
      let number = 0;
      // Of equal length, so that they sort as they were made: a database appends to its keys that way.
      const digits = String(sources.reduce((sum, { columns }) => sum + columns.caseOf.length, 0)).length;
      for (const { source, objectsOf } of linked) {
        for (let row = 0; row < source.columns.caseOf.length; row += 1) {
          number += 1;
          yield readEvent(source, row, { id: `e${String(number).padStart(digits, '0')}`, objects: objectsOf(row) });
        }
      }
    },
  };
}

function readEvent(
  { columns, steps, evidenceOf }: EventSource,
  row: number,
  { id, objects }: Pick<OcelEvent, 'id' | 'objects'>,
): OcelEvent {
  const startMs = columns.startMs[row]!;
  return {
    id,
    type: columns.activities[columns.activityOf[row]!]!,
    timeMs: columns.endMs[row]!,
    startMs: Number.isNaN(startMs) ? undefined : startMs,
    zoneMinutes: columns.zoneMinutes[row]!,
    attributes: {
      lifecycle: nameLifecycle(columns.lifecycle[row]!),
      resource: columns.resources[columns.resourceOf[row]!],
      role: columns.roles[columns.roleOf[row]!],
      provenance: steps?.[row]?.provenance,
      evidence: evidenceOf(row),
    },
    objects,
  };
}

interface LinkedSource {
  readonly source: EventSource;
  objectsOf(row: number): OcelObject[];
}

function linkObjects(
  source: EventSource,
  { book, note }: { readonly book: ObjectBook; readonly note: string },
): LinkedSource {
  const { columns, steps } = source;
  const cases = columns.cases.map((name, at) => book.open('case', name, { source: source.sourceOf(at), note }));
  const resources = columns.resources.map((name) => book.open('resource', name));
  const roles = columns.roles.map((name) => book.open('role', name));
  const things = steps?.map((step) => openThings(step, book));
  return {
    source,
    objectsOf: (row) => [
      cases[columns.caseOf[row]!]!,
      ...atMostOne(resources[columns.resourceOf[row]!]),
      ...atMostOne(roles[columns.roleOf[row]!]),
      ...(things?.[row] ?? []),
    ],
  };
}

const openThings = ({ system, artifact }: Step, book: ObjectBook): OcelObject[] => [
  ...(system === null ? [] : [book.open('system', system)]),
  ...(artifact === null ? [] : [book.open('artifact', artifact)]),
];

const atMostOne = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

/** Names nobody uses make no type: an imported log may list a name whose rows were left out. */
function listUsed(names: readonly string[], indexOf: Int32Array): string[] {
  const isUsed = new Uint8Array(names.length);
  for (const index of indexOf) isUsed[index] = 1;
  return names.filter((_, at) => isUsed[at] === 1);
}

interface ObjectBook {
  /** The object of that type and name, new or known. */
  open(type: ObjectType, name: string, attributes?: OcelObject['attributes']): OcelObject;
  list(): OcelObject[];
}

function openObjectBook(): ObjectBook {
  const ids = createUniqueNames();
  const known = new Map(OBJECT_TYPES.map((type) => [type, new Map<string, OcelObject>()] as const));
  return {
    open: (type, name, attributes = {}) => {
      const ofType = known.get(type)!;
      const found = ofType.get(name);
      if (found) return found;
      const object = { id: ids.take(name, type), type, attributes };
      ofType.set(name, object);
      return object;
    },
    list: () => [...known.values()].flatMap((ofType) => [...ofType.values()]),
  };
}
