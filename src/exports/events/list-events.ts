// In: the logs and recordings of a process. Out: their events as columns, each with what it can be traced back to.
import type { Step } from '../../domain/extraction.ts';
import type { LogColumns } from '../../domain/log.ts';
import type { ExportInput, ExportLog } from '../export-input.ts';
import { createUniqueNames, type UniqueNames } from '../unique-names.ts';
import { listToldEvents } from './told-events.ts';

export interface EventSource {
  /** Names of cases are unique over all sources. */
  readonly columns: LogColumns;
  /** The log's or the recording's id. */
  sourceOf(caseIndex: number): string;
  /** Id of the step, or of the log with the row's number after it: "log-1f3a#12". */
  evidenceOf(row: number): string;
  /** By row; undefined for a log. */
  readonly steps: readonly Step[] | undefined;
}

export interface ListedEvents {
  readonly basis: 'log' | 'recordings';
  /** What the events are and what their times mean, for whoever opens the file without Mirror. */
  readonly note: string;
  readonly sources: readonly EventSource[];
}

/** The rows of all logs. A process without a log has its recordings' steps instead: one recording is one case. */
export function listEvents(input: ExportInput): ListedEvents {
  if (input.logs.length === 0) return listToldEvents(input);
  const names = createUniqueNames();
  const sources = input.logs.map((log) => readLog(log, names));
  const rows = input.logs.length === 1 ? 'the imported event log' : `${input.logs.length} imported event logs`;
  return { basis: 'log', note: `The events are the rows of ${rows}; activities bear the names of the map.`, sources };
}

function readLog({ log, readColumns }: ExportLog, names: UniqueNames): EventSource {
  const columns = readColumns();
  return {
    // Two logs may number their cases alike; a reader would put the two cases together.
    columns: { ...columns, cases: columns.cases.map((name) => names.take(name, log.name)) },
    sourceOf: () => log.id,
    evidenceOf: (row) => `${log.id}#${row}`,
    steps: undefined,
  };
}
