// What every reader of event logs gives back, and how it says what it left out.
import { MirrorError } from '../domain/errors.ts';
import type { LogColumns } from '../domain/log.ts';
import type { LogBuilder } from './log-builder.ts';

export interface LogReading {
  readonly columns: LogColumns;
  readonly events: number;
  readonly cases: number;
  /** What was left out or guessed, one sentence each. */
  readonly warnings: readonly string[];
}

/** @throws log/empty */
export function finishLog(builder: LogBuilder, { file, warnings }: { file: string; warnings: string[] }): LogReading {
  if (builder.rows() === 0) throw new MirrorError('log/empty', { data: { file } });
  const columns = builder.build();
  return { columns, events: columns.caseOf.length, cases: columns.cases.length, warnings };
}

/** "3 events have no time and were left out", or nothing when there are none. */
export const leftOut = (count: number, { what, lack }: { what: string; lack: string }): string[] =>
  count === 0
    ? []
    : [`${count} ${what}${count === 1 ? ' has' : 's have'} ${lack} and ${count === 1 ? 'was' : 'were'} left out`];
