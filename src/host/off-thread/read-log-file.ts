// In: the path of an event log. Out: its columns, read as a stream: a log need not fit in memory.
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { MirrorError } from '../../domain/errors.ts';
import type { EventLog } from '../../domain/process.ts';
import type { CsvColumns as ColumnChoice } from '../../ingest/csv-columns.ts';
import { readCsv } from '../../ingest/read-csv.ts';
import { readXes } from '../../ingest/read-xes.ts';
import type { LogReading } from '../../ingest/log-reading.ts';

export type { ColumnChoice };

export interface LogFileOptions {
  readonly columns: ColumnChoice;
}

export interface LogFile extends LogReading {
  readonly format: EventLog['format'];
}

/** @throws log/bad-format, log/empty, log/no-column, log/unclear-columns, log/bad-time */
export async function readLogFile(path: string, { columns }: LogFileOptions): Promise<LogFile> {
  const file = basename(path);
  const chunks = decode(path, file);
  if (path.toLowerCase().endsWith('.csv')) return { format: 'csv', ...(await readCsv(chunks, { file, columns })) };
  return { format: 'xes', ...(await readXes(chunks, { file })) };
}

async function* decode(path: string, file: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const bytes: Readable = createReadStream(path, { highWaterMark: 1 << 18 });
  const plain = path.toLowerCase().endsWith('.gz') ? bytes.pipe(createGunzip()) : bytes;
  // `pipe` passes no errors on; a file that vanishes half-way must not end the program.
  bytes.on('error', (error) => plain.destroy(error));
  try {
    for await (const chunk of plain) yield decoder.decode(chunk as Buffer, { stream: true }); // a byte stream's chunks
    yield decoder.decode();
  } catch (cause) {
    if (cause instanceof MirrorError) throw cause;
    throw new MirrorError('log/bad-format', { data: { file, detail: whatIsWrong(cause) }, cause });
  }
}

function whatIsWrong(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('Z_')) return 'it cannot be unpacked; it is no gzip file or not all of one';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'it is not UTF-8 text';
  return `it cannot be read (${code || String(error)})`;
}
