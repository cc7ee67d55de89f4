// OCEL 2.0 as JSON (ocel-standard.org, specification 2.0, section 6.2).
import { createTimeFormatter, type TimeFormatter } from '../../lib/format-time.ts';
import type { ExportInput } from '../export-input.ts';
import { joinPieces } from '../pieces.ts';
import {
  CASE_ATTRIBUTES,
  EVENT_ATTRIBUTES,
  type EventAttribute,
  listOcel,
  type OcelEvent,
  type OcelLog,
  type OcelObject,
} from './ocel-log.ts';

/** One event or object a line. Values are text whatever their type, as the schema of the standard has it. */
export function* writeOcelJson(input: ExportInput): Generator<string> {
  yield* joinPieces(writeLines(listOcel(input)));
}

function* writeLines({ eventTypes, objectTypes, objects, events }: OcelLog): Generator<string> {
  const formatTime = createTimeFormatter();
  yield '{\n';
  yield* writeList('eventTypes', eventTypes, (name) => ({ name, attributes: EVENT_ATTRIBUTES }));
  yield ',\n';
  yield* writeList('objectTypes', objectTypes, (name) => ({
    name,
    attributes: name === 'case' ? CASE_ATTRIBUTES.map((attribute) => ({ name: attribute, type: 'string' })) : [],
  }));
  yield ',\n';
  yield* writeList('events', events(), (event) => describeEvent(event, formatTime));
  yield ',\n';
  yield* writeList('objects', objects, describeObject);
  yield '\n}\n';
}

function* writeList<T>(key: string, items: Iterable<T>, describe: (item: T) => unknown): Generator<string> {
  yield `${JSON.stringify(key)}: [`;
  let separator = '\n';
  for (const item of items) {
    yield `${separator}${JSON.stringify(describe(item))}`;
    separator = ',\n';
  }
  yield ']';
}

function describeEvent(event: OcelEvent, formatTime: TimeFormatter) {
  const { id, type, timeMs, startMs, zoneMinutes, objects } = event;
  const values: Record<EventAttribute, string | undefined> = {
    ...event.attributes,
    start_timestamp: startMs === undefined ? undefined : formatTime(startMs, zoneMinutes),
  };
  return {
    id,
    type,
    time: formatTime(timeMs, zoneMinutes),
    attributes: EVENT_ATTRIBUTES.flatMap(({ name }) => {
      const value = values[name];
      return value === undefined ? [] : [{ name, value }];
    }),
    relationships: objects.map((object) => ({ objectId: object.id, qualifier: object.type })),
  };
}

// What never changes holds since 1970, as the standard's own examples have it.
const describeObject = ({ id, type, attributes }: OcelObject) => ({
  id,
  type,
  attributes: Object.entries(attributes).map(([name, value]) => ({ name, value, time: '1970-01-01T00:00:00.000Z' })),
});
