// In: a CSV file's header and first rows. Out: which column plays which part in an event log.
import { MirrorError } from '../domain/errors.ts';
import { namesOf, plainName } from './column-names.ts';
import { looksLikeTime } from './time-formats.ts';

export const CSV_ROLES = ['case', 'activity', 'timestamp', 'start', 'resource', 'role'] as const;
export type CsvRole = (typeof CSV_ROLES)[number];

/** Column names as a person gives them. */
export type CsvColumns = { readonly [role in CsvRole]?: string };

/** Places in a record. */
export interface CsvPlaces {
  readonly case: number;
  readonly activity: number;
  readonly timestamp: number;
  readonly start?: number;
  readonly resource?: number;
  readonly role?: number;
  readonly lifecycle?: number;
}

type AnyRole = CsvRole | 'lifecycle';

/** What a column is taken for, and why: somebody named it, its name says so, or its values look like it. */
export interface CsvAssignment {
  readonly role: AnyRole;
  readonly column: string;
  readonly by: 'choice' | 'name' | 'values';
}

export interface ChosenColumns {
  readonly places: CsvPlaces;
  readonly assignments: readonly CsvAssignment[];
}

interface Sample {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Taken = Map<AnyRole, number>;

/**
 * Finds each column by its name, and the three that must be there also by their values. What `chosen` names wins.
 * @throws log/no-column, log/unclear-columns
 */
export function chooseColumns(sample: Sample, chosen: CsvColumns, file: string): ChosenColumns {
  const taken: Taken = new Map();
  const by = new Map<AnyRole, CsvAssignment['by']>();
  const take = (role: AnyRole, place: number | undefined, why: CsvAssignment['by']): void => {
    if (place === undefined || taken.has(role)) return;
    taken.set(role, place);
    by.set(role, why);
  };
  for (const role of CSV_ROLES) {
    const column = chosen[role];
    if (column !== undefined) take(role, findNamed(sample.header, column, file), 'choice');
  }
  for (const role of [...CSV_ROLES, 'lifecycle'] as const) {
    if (!taken.has(role)) take(role, findKnown(sample, role, taken), 'name');
  }
  const need = (role: keyof typeof LOOKS_RIGHT): number => {
    if (!taken.has(role)) take(role, findByValues(sample, role, taken), 'values');
    if (!taken.has(role)) take(role, findInstead(sample, role, taken), 'name');
    const place = taken.get(role);
    if (place !== undefined) return place;
    throw new MirrorError('log/unclear-columns', { data: { file, role, columns: sample.header.join(', ') } });
  };
  const timestamp = need('timestamp');
  // One column cannot be both ends, unless a person says so.
  if (taken.get('start') === timestamp && chosen.start === undefined) taken.delete('start');
  // Keys before labels: a column of few keys would pass for labels.
  const caseColumn = need('case');
  const places = { ...Object.fromEntries(taken), timestamp, case: caseColumn, activity: need('activity') };
  const assignments = [...taken].map(([role, place]) => ({ role, column: sample.header[place]!, by: by.get(role)! }));
  return { places, assignments };
}

/** Whether a case, an activity and a time can be told without asking. */
export function looksLikeLog(sample: Sample): boolean {
  try {
    chooseColumns(sample, {}, '');
    return true;
  } catch (error) {
    if (error instanceof MirrorError) return false;
    throw error;
  }
}

function findNamed(header: readonly string[], column: string, file: string): number {
  const exact = header.indexOf(column);
  const place = exact >= 0 ? exact : header.findIndex((name) => name.toLowerCase() === column.trim().toLowerCase());
  if (place < 0) throw new MirrorError('log/no-column', { data: { file, column, columns: header.join(', ') } });
  return place;
}

/** The free column with the surest name; none when two columns have the same one. */
function findKnown({ header, rows }: Sample, role: AnyRole, taken: Taken): number | undefined {
  // A column "time" that says "morning" is not what a log calls a time.
  const fits = role === 'timestamp' || role === 'start' ? mayBeTimes : () => true;
  const plain = header.map(plainName);
  const free = freePlaces(header, taken);
  for (const known of namesOf(role)) {
    const places = free.filter((place) => plain[place] === known && fits(valuesOf(rows, place)));
    if (places.length > 0) return places.length === 1 ? places[0] : undefined;
  }
  return undefined;
}

/** The only free column whose values look right. */
function findByValues({ header, rows }: Sample, role: keyof typeof LOOKS_RIGHT, taken: Taken): number | undefined {
  const fitting = freePlaces(header, taken).filter((place) => LOOKS_RIGHT[role](valuesOf(rows, place)));
  return fitting.length === 1 ? fitting[0] : undefined;
}

/** A start is the time where there is no other; and a column called time is it, so that its bad values are named. */
const findInstead = (sample: Sample, role: AnyRole, taken: Taken): number | undefined =>
  role === 'timestamp' ? (taken.get('start') ?? findKnown({ ...sample, rows: [] }, role, taken)) : undefined;

const freePlaces = (header: readonly string[], taken: Taken): number[] => {
  const used = new Set(taken.values());
  return [...header.keys()].filter((place) => !used.has(place));
};

const valuesOf = (rows: readonly (readonly string[])[], place: number): string[] =>
  rows.map((row) => row[place] ?? '').filter((value) => value !== '');

function areTimes(values: readonly string[]): boolean {
  return values.length > 0 && values.every(looksLikeTime);
}

// One slip among the first rows is an error to name, not a reason to look for another column.
function mayBeTimes(values: readonly string[]): boolean {
  const times = values.filter((value) => looksLikeTime(value) || isNumber(value));
  return times.length * 2 >= values.length;
}

/** Few different texts, often repeated. */
function areLabels(values: readonly string[]): boolean {
  const isRepeated = values.length > 3 && new Set(values).size * 2 <= values.length;
  return isRepeated && !values.some((value) => isNumber(value) || looksLikeTime(value));
}

/** Different keys, some of them more than once, without spaces. */
function areCases(values: readonly string[]): boolean {
  const different = new Set(values).size;
  if (different < 2 || different === values.length) return false;
  return values.every((value) => /^\S*\d\S*$/.test(value) && !looksLikeTime(value) && !/^-?\d*[.,]\d+$/.test(value));
}

const LOOKS_RIGHT = { timestamp: areTimes, case: areCases, activity: areLabels } as const;

const isNumber = (value: string): boolean => /^[-+]?[\d.,]+$/.test(value);
