// In: a CSV file's header and first rows. Out: which column plays which part in an event log.
import { MirrorError } from '../domain/errors.ts';
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

/** Header names without case and punctuation, the surest first. */
const KNOWN_NAMES: Readonly<Record<AnyRole, readonly string[]>> = {
  case: words(`caseconceptname caseid case caseidentifier casenumber caseno casekey traceid trace tracename
    processinstanceid processinstance instanceid ticketid ticket ticketnumber incidentid orderid ordernumber requestid`),
  activity: words(`activity conceptname activityname activitylabel task taskname event eventname eventtype action
    operation step stepname activityid status`),
  timestamp: words(`timetimestamp completetimestamp completiontimestamp completiontime completetime endtimestamp
    endtime enddatetime timestamp eventtimestamp eventtime datetime time end finishtime finish completed enddate date`),
  start: words(`starttimestamp starttime startdatetime start begintime begin started startdate timestart`),
  resource: words(`orgresource resource resourcename resourceid user username userid performer originator agent employee
    worker assignee assignedto handledby operator participant actor person`),
  role: words('orgrole role rolename jobtitle department team'),
  lifecycle: words('lifecycletransition lifecycle transition'),
};

interface Sample {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

type Taken = Map<AnyRole, number>;

/**
 * Finds each column by its name, and the three that must be there also by their values. What `chosen` names wins.
 * @throws log/no-column, log/unclear-columns
 */
export function chooseColumns(sample: Sample, chosen: CsvColumns, file: string): CsvPlaces {
  const taken: Taken = new Map();
  for (const role of CSV_ROLES) {
    const column = chosen[role];
    if (column !== undefined) taken.set(role, findNamed(sample.header, column, file));
  }
  for (const role of [...CSV_ROLES, 'lifecycle'] as const) {
    const place = taken.has(role) ? undefined : findKnown(sample, role, taken);
    if (place !== undefined) taken.set(role, place);
  }
  const need = (role: keyof typeof LOOKS_RIGHT): number => {
    const place = taken.get(role) ?? findByValues(sample, role, taken) ?? findInstead(sample, role, taken);
    if (place === undefined) {
      throw new MirrorError('log/unclear-columns', { data: { file, role, columns: sample.header.join(', ') } });
    }
    taken.set(role, place);
    return place;
  };
  const timestamp = need('timestamp');
  // One column cannot be both ends, unless a person says so.
  if (taken.get('start') === timestamp && chosen.start === undefined) taken.delete('start');
  // Keys before labels: a column of few keys would pass for labels.
  const caseColumn = need('case');
  return { ...Object.fromEntries(taken), timestamp, case: caseColumn, activity: need('activity') };
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
  const plain = header.map((name) => name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, ''));
  const free = freePlaces(header, taken);
  for (const known of KNOWN_NAMES[role]) {
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

function words(text: string): string[] {
  return text.split(/\s+/);
}
