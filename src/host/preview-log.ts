// In: a log to import. Out: how it would be read and its first events, for a person to confirm; nothing is stored.
import { basename } from 'node:path';
import { MirrorError } from '../domain/errors.ts';
import type { LogColumns } from '../domain/log.ts';
import type { EventLog } from '../domain/process.ts';
import type { LogSource } from '../domain/source.ts';
import type { CsvDetails, ReadingDetails } from '../ingest/log-reading.ts';
import type { FilesAccess } from './files/workspace-files.ts';
import { readLogFile, sketchLogFile } from './off-thread/read-log-file.ts';

export interface LogPreview {
  readonly file: string;
  readonly format: EventLog['format'];
  /** Of text; null for a database. */
  readonly encoding: string | null;
  readonly events: number;
  readonly cases: number;
  readonly details: ReadingDetails;
  /** As they would be stored: by case, then by time. */
  readonly firstEvents: readonly PreviewEvent[];
  readonly warnings: readonly string[];
}

/** What can be shown of a CSV that cannot be read as it stands. */
export interface LogProblem extends Pick<CsvDetails, 'delimiter' | 'header' | 'rows'> {
  readonly file: string;
  readonly encoding: string;
  readonly problem: MirrorError;
}

export interface PreviewEvent {
  readonly case: string;
  readonly activity: string;
  /** ISO 8601, UTC. */
  readonly start: string | null;
  readonly time: string;
  readonly resource: string | null;
  readonly role: string | null;
}

const SHOWN_EVENTS = 5;

/**
 * Reads the whole file: only all of its rows tell what its dates mean and what would be left out. A CSV that is refused
 * is a value, with what its columns are.
 * @throws what readLogFile throws for files of other formats, and for text that cannot be read at all
 */
export async function previewLog(
  { file, columns, choices }: LogSource,
  access?: FilesAccess,
): Promise<LogPreview | LogProblem> {
  try {
    const {
      columns: log,
      events,
      cases,
      format,
      encoding,
      details,
      warnings,
    } = await readLogFile(file, { ...choices, columns, access });
    return { file: basename(file), format, encoding, events, cases, details, firstEvents: firstEvents(log), warnings };
  } catch (problem) {
    if (!(problem instanceof MirrorError)) throw problem;
    const sketch = await sketchLogFile(file, { ...choices, columns, access }).catch((error: unknown) => {
      if (error instanceof MirrorError) return undefined;
      throw error;
    });
    if (sketch === undefined || sketch.header.length === 0) throw problem;
    return { file: basename(file), ...sketch, problem };
  }
}

const firstEvents = (log: LogColumns): PreviewEvent[] =>
  Array.from(log.caseOf.subarray(0, SHOWN_EVENTS), (caseOf, row) => ({
    case: log.cases[caseOf]!,
    activity: log.activities[log.activityOf[row]!]!,
    start: isoTime(log.startMs[row]!),
    time: isoTime(log.endMs[row]!) ?? '',
    resource: log.resources[log.resourceOf[row]!] ?? null,
    role: log.roles[log.roleOf[row]!] ?? null,
  }));

/** Null for a time that is not there, and for one no calendar has. */
const isoTime = (ms: number): string | null => (Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null);
