// In: events that refer to objects of several types. Out: an event log whose cases are the objects of one type.
import { MirrorError } from '../domain/errors.ts';
import { LIFECYCLE } from '../domain/log.ts';
import { parseIsoMs, zoneMinutes } from '../lib/parse-time.ts';
import { namesOf, plainName } from './column-names.ts';
import { readLifecycle } from './lifecycle.ts';
import { createLogBuilder, type LogBuilder } from './log-builder.ts';
import { finishLog, leftOut, type LogReading, type ObjectTypeCount } from './log-reading.ts';

export interface ObjectEvent {
  readonly type: string;
  /** ISO 8601. */
  readonly time: string;
  /** Ids of the objects it refers to. */
  readonly objects: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
}

export interface ObjectLog {
  readonly typeOf: ReadonlyMap<string, string>;
  readonly events: readonly ObjectEvent[];
}

export interface OcelOptions {
  readonly file: string;
  /** The type whose objects become the cases; otherwise the one that makes the best cases (see `chooseType`). */
  readonly objectType?: string | undefined;
}

/**
 * An event that refers to several objects of the type counts in the case of each of them. Who did it is taken from its
 * attributes, or from an object whose type is called like a resource.
 * @throws log/no-object-type, log/too-large, log/empty
 */
export function flattenLog(log: ObjectLog, { file, objectType: wanted }: OcelOptions): LogReading {
  const tallies = tallyTypes(log);
  if (tallies.length === 0) throw new MirrorError('log/empty', { data: { file } });
  const { objectType } = wanted === undefined ? chooseType(tallies) : findType(tallies, wanted, file);
  const builder = createLogBuilder({ file });
  const counts = fill(builder, log, objectType);
  const others = tallies.filter((tally) => tally.objectType !== objectType).map((tally) => tally.objectType);
  const warnings = [
    ...(wanted === undefined && others.length > 0
      ? [`the cases are the objects of type "${objectType}"; --object-type chooses another: ${others.join(', ')}`]
      : []),
    ...leftOut(counts.loose, { what: 'event', lack: `no object of type "${objectType}"` }),
    ...leftOut(counts.timeless, { what: 'event', lack: 'no time that can be read' }),
    ...leftOut(counts.nameless, { what: 'event', lack: 'no type' }),
    ...(counts.shared > 0
      ? [
          `${counts.shared} event${counts.shared === 1 ? ' belongs' : 's belong'} to several cases and count${counts.shared === 1 ? 's' : ''} in each`,
        ]
      : []),
    ...(counts.unknown > 0
      ? [`${counts.unknown} times an event refers to an object that the log does not describe`]
      : []),
  ];
  const objectTypes = tallies.map(({ objectType: type, objects, events }) => ({ objectType: type, objects, events }));
  return finishLog(builder, { file, warnings, details: { kind: 'ocel', objectType, objectTypes } });
}

function fill(builder: LogBuilder, { events, typeOf }: ObjectLog, objectType: string) {
  const partyOf = createPartyNames();
  const counts = { loose: 0, timeless: 0, nameless: 0, shared: 0, unknown: 0 };
  for (const { type, time, objects, attributes } of events) {
    const ms = parseIsoMs(time);
    const cases = new Set(objects.filter((id) => typeOf.get(id) === objectType));
    counts.unknown += objects.filter((id) => !typeOf.has(id)).length;
    if (type === '') counts.nameless += 1;
    else if (Number.isNaN(ms)) counts.timeless += 1;
    else if (cases.size === 0) counts.loose += 1;
    else {
      if (cases.size > 1) counts.shared += 1;
      const parties = { objects, attributes, typeOf, partyOf };
      const row = {
        activity: type,
        resource: findParty('resource', parties),
        role: findParty('role', parties),
        startMs: findStart(attributes, ms),
        endMs: ms,
        zoneMinutes: zoneMinutes(time),
        lifecycle: findLifecycle(attributes),
      };
      for (const id of cases) builder.add({ ...row, case: id });
    }
  }
  return counts;
}

interface Parties {
  readonly objects: readonly string[];
  readonly attributes: ReadonlyMap<string, string>;
  readonly typeOf: ReadonlyMap<string, string>;
  readonly partyOf: (name: string) => Party | undefined;
}

function findParty(party: Party, { objects, attributes, typeOf, partyOf }: Parties): string {
  for (const [name, value] of attributes) if (value !== '' && partyOf(name) === party) return value;
  return objects.find((id) => partyOf(typeOf.get(id) ?? '') === party) ?? '';
}

type Party = 'resource' | 'role';

/** Which attributes and types are called like a resource or a role; a log has few names and millions of events. */
function createPartyNames(): (name: string) => Party | undefined {
  const known = new Map<string, Party | undefined>();
  const names = { resource: new Set(namesOf('resource')), role: new Set(namesOf('role')) };
  return (name) => {
    if (known.has(name)) return known.get(name);
    // Types are often named in the plural.
    const forms = [plainName(name), plainName(name).replace(/s$/, '')];
    const party = (['resource', 'role'] as const).find((role) => forms.some((form) => names[role].has(form)));
    known.set(name, party);
    return party;
  };
}

/** OCEL has one time an event; what an event says of its own start is an attribute, and counts where it lies before. */
function findStart(attributes: ReadonlyMap<string, string>, endMs: number): number {
  for (const [name, value] of attributes) {
    if (!START_NAMES.has(plainName(name))) continue;
    const startMs = parseIsoMs(value);
    if (startMs <= endMs) return startMs;
  }
  return Number.NaN;
}

const START_NAMES: ReadonlySet<string> = new Set(namesOf('start'));

const findLifecycle = (attributes: ReadonlyMap<string, string>): number => {
  const transition = attributes.get('lifecycle:transition') ?? attributes.get('lifecycle');
  return transition === undefined ? LIFECYCLE.complete : readLifecycle(transition);
};

interface TypeTally extends ObjectTypeCount {
  /** Events that refer to exactly one of them. */
  readonly single: number;
  /** Over all its objects: pairs of an object and an event, and those in which the object meets that kind for the first time. */
  readonly meetings: number;
  readonly firsts: number;
}

/** By the number of events, the most first. */
function tallyTypes({ events, typeOf }: ObjectLog): TypeTally[] {
  const kinds = new Map<string, Set<string>>();
  const tallies = new Map<
    string,
    { objects: number; events: number; single: number; meetings: number; firsts: number }
  >();
  for (const { type, objects } of events) {
    const met = new Map<string, number>();
    for (const id of new Set(objects)) {
      const objectType = typeOf.get(id);
      if (objectType === undefined) continue;
      const tally = getOrAdd(tallies, objectType, () => ({ objects: 0, events: 0, single: 0, meetings: 0, firsts: 0 }));
      if (!kinds.has(id)) tally.objects += 1;
      const known = getOrAdd(kinds, id, () => new Set<string>());
      tally.meetings += 1;
      if (!known.has(type)) tally.firsts += 1;
      known.add(type);
      met.set(objectType, (met.get(objectType) ?? 0) + 1);
    }
    for (const [objectType, times] of met) {
      const tally = tallies.get(objectType)!;
      tally.events += 1;
      if (times === 1) tally.single += 1;
    }
  }
  return [...tallies]
    .map(([objectType, tally]) => ({ objectType, ...tally }))
    .sort((a, b) => b.events - a.events || (a.objectType < b.objectType ? -1 : 1));
}

function getOrAdd<Key, Value>(map: Map<Key, Value>, key: Key, create: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = create();
  map.set(key, made);
  return made;
}

/**
 * The type with the most events is often an employee or a product, whose "case" is a whole year of repetitions. A good
 * case meets many events, shares few of them with another case of its type, and seldom sees the same activity again.
 */
function chooseType(tallies: readonly TypeTally[]): TypeTally {
  const goodness = ({ events, single, meetings, firsts }: TypeTally): number =>
    events * (single / events) * (firsts / meetings);
  return tallies.reduce((best, tally) => (goodness(tally) > goodness(best) ? tally : best));
}

function findType(tallies: readonly TypeTally[], wanted: string, file: string): TypeTally {
  const found =
    tallies.find(({ objectType }) => objectType === wanted) ??
    tallies.find(({ objectType }) => plainName(objectType) === plainName(wanted));
  if (found) return found;
  const objectTypes = tallies.map(({ objectType }) => objectType).join(', ');
  throw new MirrorError('log/no-object-type', { data: { file, objectType: wanted, objectTypes } });
}
