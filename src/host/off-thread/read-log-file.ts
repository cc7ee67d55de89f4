// In: the path of an event log. Out: its columns, read as a stream: a log need not fit in memory.
import { basename } from 'node:path';
import { openBytes, openTables } from '../../../db/read-tables.ts';
import type { EventLog } from '../../domain/process.ts';
import type { LogChoices } from '../../domain/source.ts';
import type { CsvColumns as ColumnChoice } from '../../ingest/csv-columns.ts';
import type { CsvDetails, LogReading } from '../../ingest/log-reading.ts';
import { readCsv, sketchCsv } from '../../ingest/read-csv.ts';
import { readOcelJson } from '../../ingest/read-ocel-json.ts';
import { readOcelTables } from '../../ingest/read-ocel-tables.ts';
import { readOcelXml } from '../../ingest/read-ocel-xml.ts';
import { readXes } from '../../ingest/read-xes.ts';
import { accessFiles, OUTSIDE } from '../files/create-files.ts';
import { readWhole } from '../files/whole-file.ts';
import type { FilesAccess } from '../files/workspace-files.ts';
import { type DecodedText, decodeText } from './decode-text.ts';
import { badFormat, readBytes } from './read-bytes.ts';

export type { ColumnChoice };

export interface LogFileOptions extends LogChoices {
  readonly columns: ColumnChoice;
  /** Of the workspace that it lies in, if it does. */
  readonly access?: FilesAccess | undefined;
}

export interface LogFile extends LogReading {
  readonly format: EventLog['format'];
  /** Of text, as the bytes say or a person does; null for a database. */
  readonly encoding: string | null;
}

/**
 * Reads XES, CSV and OCEL (JSON, XML, SQLite), packed with gzip or not; the file's name says which.
 * @throws log/bad-format, log/empty, log/too-large, log/bad-encoding, and for each format what its reader throws
 */
export async function readLogFile(
  path: string,
  { access = OUTSIDE.access, ...options }: LogFileOptions,
): Promise<LogFile> {
  const files = accessFiles(access);
  const file = basename(path);
  const kind = kindOf(file);
  const unused = noteUnused(kind, options);
  if (kind === 'sqlite') {
    const tables = files.seals(path) ? openBytes(await readWhole(files, path), file) : openTables(path);
    try {
      const reading = readOcelTables(tables, { ...options, file });
      return { format: 'ocel', encoding: null, ...reading, warnings: [...unused, ...reading.warnings] };
    } finally {
      tables.close();
    }
  }
  const text = decodeText(readBytes(files, path, file), { file, encoding: options.encoding });
  const reading = await readText(kind, text, { ...options, file });
  const warnings = [...unused, ...text.warnings(), ...reading.warnings];
  return { ...reading, warnings, format: formatOf(reading), encoding: text.encoding() };
}

type TextKind = 'csv' | 'xes' | 'ocel-json' | 'ocel-xml';

function readText(
  kind: TextKind,
  { chunks, utf8 }: DecodedText,
  options: LogFileOptions & { readonly file: string },
): Promise<LogReading> {
  switch (kind) {
    case 'csv':
      return readCsv(utf8, options);
    case 'xes':
      return readXes(chunks, options);
    case 'ocel-xml':
      return readOcelXml(chunks, options);
    case 'ocel-json':
      return readOcelJson(chunks, options);
  }
}

function kindOf(file: string): TextKind | 'sqlite' {
  const name = file.toLowerCase().replace(/\.gz$/, '');
  const ending = name.slice(name.lastIndexOf('.') + 1);
  switch (ending) {
    case 'csv':
    case 'tsv':
      return 'csv';
    case 'json':
    case 'jsonocel':
      return 'ocel-json';
    case 'xml':
    case 'xmlocel':
      return 'ocel-xml';
    case 'sqlite':
    case 'sqlite3':
    case 'db':
      return 'sqlite';
    case 'xes':
      return 'xes';
    default:
      throw badFormat(file, `its name does not say what it is`);
  }
}

/** What a person said that means nothing in a file of this kind: silence would let them think it was heeded. */
function noteUnused(kind: TextKind | 'sqlite', { columns, ...choices }: LogFileOptions): string[] {
  const of = kind === 'csv' ? 'CSV' : kind === 'xes' ? 'XES' : 'OCEL';
  const said = [
    ...Object.entries(columns).map(([role, column]) => ({ option: `--${role}`, value: column, means: 'CSV' })),
    { option: '--delimiter', value: choices.delimiter, means: 'CSV' },
    { option: '--date-format', value: choices.dateFormat, means: 'CSV' },
    { option: '--classifier', value: choices.classifier, means: 'XES' },
    { option: '--object-type', value: choices.objectType, means: 'OCEL' },
  ].filter(({ value, means }) => value !== undefined && means !== of);
  return said.map(({ option, means }) => `${option} is for ${means} files; this is ${of}, and it was not used`);
}

const formatOf = ({ details }: LogReading): EventLog['format'] => details.kind;

/** The header and first rows of a CSV, whatever its columns are; undefined for other formats. @throws log/bad-format */
export async function sketchLogFile(
  path: string,
  { access = OUTSIDE.access, ...options }: LogFileOptions,
): Promise<(Pick<CsvDetails, 'delimiter' | 'header' | 'rows'> & { readonly encoding: string }) | undefined> {
  const file = basename(path);
  if (kindOf(file) !== 'csv') return undefined;
  const text = decodeText(readBytes(accessFiles(access), path, file), { file, encoding: options.encoding });
  const sketch = await sketchCsv(text.utf8, { ...options, file });
  return { ...sketch, encoding: text.encoding() };
}
