// An event log in memory: columns, because mining reads a million rows in milliseconds that way.
import { z } from 'zod';

/** `atomic` counts each event by itself; `paired` joins start and complete events to one activity instance. */
export const Instances = z.enum(['atomic', 'paired']);
export type Instances = z.infer<typeof Instances>;

export const LIFECYCLE = { complete: 0, start: 1, other: 2 } as const;

/**
 * Rows grouped by case (in order of each case's first row in the file) and, within a case, ordered by time; rows of
 * equal time keep the order of the file. All columns have one entry per row.
 */
export interface LogColumns {
  readonly cases: readonly string[];
  readonly activities: readonly string[];
  readonly resources: readonly string[];
  readonly roles: readonly string[];
  /** Index into `cases`. */
  readonly caseOf: Int32Array;
  /** Index into `activities`. */
  readonly activityOf: Int32Array;
  /** Index into `resources`, or -1 where the log names none. */
  readonly resourceOf: Int32Array;
  /** Index into `roles`, or -1. */
  readonly roleOf: Int32Array;
  /** Milliseconds since 1970 (UTC); NaN where a row has only one time. */
  readonly startMs: Float64Array;
  /** Milliseconds since 1970 (UTC): the row's own time, or its end. */
  readonly endMs: Float64Array;
  /**
   * Minutes by which the clock that wrote the row was ahead of UTC, where the file says so; otherwise 0. Waits are told
   * in UTC; only `atomic` mining reads these local clocks, because pm4py leaves the zones of an XES file out.
   */
  readonly zoneMinutes: Int32Array;
  /** One of LIFECYCLE. A row with start and end columns is `complete`. */
  readonly lifecycle: Uint8Array;
}

/** What mining reads of a log. The names of its cases are most of its texts and none of its numbers. */
export type RowColumns = Omit<LogColumns, 'cases'>;
