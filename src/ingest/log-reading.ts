// What every reader of event logs gives back, and how it says what it left out.
import { MirrorError } from '../domain/errors.ts';
import type { LogColumns } from '../domain/log.ts';
import type { CsvAssignment } from './csv-columns.ts';
import type { LogBuilder } from './log-builder.ts';

export interface LogReading {
  readonly columns: LogColumns;
  readonly events: number;
  readonly cases: number;
  /** What was left out or guessed, one sentence each. */
  readonly warnings: readonly string[];
  /** How the file was read, for a person to confirm. */
  readonly details: ReadingDetails;
}

export type ReadingDetails = CsvDetails | XesDetails | OcelDetails;

export interface CsvDetails {
  readonly kind: 'csv';
  readonly delimiter: string;
  readonly header: readonly string[];
  /** The first ones, as they stand in the file. */
  readonly rows: readonly (readonly string[])[];
  readonly columns: readonly CsvAssignment[];
  /** In the words of --date-format; empty where there are no times. */
  readonly dateFormats: { readonly timestamp: string; readonly start?: string };
}

export interface XesDetails {
  readonly kind: 'xes';
  /** Of events; each joins the values of its keys to the name of an activity. */
  readonly classifiers: readonly XesClassifier[];
  /** Null where concept:name is the activity. */
  readonly classifier: string | null;
}

export interface XesClassifier {
  readonly name: string;
  readonly keys: readonly string[];
}

export interface OcelDetails {
  readonly kind: 'ocel';
  /** The type whose objects are the cases. */
  readonly objectType: string;
  readonly objectTypes: readonly ObjectTypeCount[];
}

export interface ObjectTypeCount {
  readonly objectType: string;
  /** Objects that events refer to. */
  readonly objects: number;
  /** Events that refer to at least one of them. */
  readonly events: number;
}

interface Finish {
  readonly file: string;
  readonly warnings: readonly string[];
  readonly details: ReadingDetails;
}

/** @throws log/empty */
export function finishLog(builder: LogBuilder, { file, warnings, details }: Finish): LogReading {
  if (builder.rows() === 0) throw new MirrorError('log/empty', { data: { file } });
  const columns = builder.build();
  const notes = [...warnings, ...noteBackwards(columns)];
  return { columns, events: columns.caseOf.length, cases: columns.cases.length, warnings: notes, details };
}

/** Swapped columns, or clocks that disagree: such an event takes less than no time. */
function noteBackwards({ startMs, endMs, caseOf, cases }: LogColumns): string[] {
  let count = 0;
  let first = -1;
  for (let row = 0; row < startMs.length; row += 1) {
    // NaN, where an event has one time only, is never larger.
    if (!(startMs[row]! > endMs[row]!)) continue;
    if (count === 0) first = row;
    count += 1;
  }
  if (count === 0) return [];
  const which = count === 1 ? '1 event ends' : `${count} events end`;
  return [
    `${which} before ${count === 1 ? 'it starts' : 'they start'}, the first in case "${cases[caseOf[first]!]}"; are the columns right?`,
  ];
}

/** "3 events have no time and were left out", or nothing when there are none. */
export const leftOut = (count: number, { what, lack }: { what: string; lack: string }): string[] =>
  count === 0
    ? []
    : [`${count} ${what}${count === 1 ? ' has' : 's have'} ${lack} and ${count === 1 ? 'was' : 'were'} left out`];
