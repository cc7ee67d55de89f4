// In: an event log as CSV text. Out: its columns.
import { MirrorError } from '../domain/errors.ts';
import { type ReadOptions, readUtf8Chunks, type Utf8Chunks } from './chunks.ts';
import { chooseColumns, type CsvColumns } from './csv-columns.ts';
import { createRowReader } from './csv-row-reader.ts';
import { createCsvScanner } from './csv-scanner.ts';
import { type CsvSample, sniffCsv } from './csv-sniff.ts';
import { createLogBuilder } from './log-builder.ts';
import { type CsvDetails, finishLog, type LogReading } from './log-reading.ts';
import { looksLikeTime } from './time-formats.ts';

export interface CsvOptions extends ReadOptions {
  /** Names of columns; what is not named is found by name and values. */
  readonly columns?: CsvColumns;
  /** One character, or `tab`; otherwise the header tells. */
  readonly delimiter?: string | undefined;
  /** As a person names it (see getTimeFormat); otherwise each column of times tells. */
  readonly dateFormat?: string | undefined;
}

const HEAD_BYTES = 65_536;
const SHOWN_ROWS = 5;

/**
 * Reads CSV with a header row; comma, semicolon, tab or bar between fields. Rows without a case, an activity or a time
 * are left out and counted in the warnings, and so is one in a hundred whose time is none; times without a zone are UTC.
 * @throws log/bad-format, log/no-column, log/unclear-columns, log/bad-time, log/bad-times, log/unclear-dates, log/bad-format-name,
 * log/too-large, log/empty
 */
export async function readCsv(chunks: Utf8Chunks, options: CsvOptions): Promise<LogReading> {
  const { file, signal, columns = {}, dateFormat } = options;
  const refuse = (row: number, detail: string): never => {
    throw new MirrorError('log/bad-format', { data: { file, detail: `row ${row}: ${detail}` } });
  };
  const pieces = readUtf8Chunks(chunks, signal);
  try {
    const { head, isWhole } = await readHead(pieces);
    const sample = sniffCsv(head, { isWhole, refuse, delimiter: oneCharacter(options.delimiter) });
    if (sample.header.length === 0) throw new MirrorError('log/empty', { data: { file } });
    if (sample.header.some(looksLikeTime)) refuse(1, 'the names of the columns are missing');
    const { places, assignments } = chooseColumns(sample, columns, file);
    const builder = createLogBuilder({ file });
    const rows = createRowReader(builder, { places, header: sample.header, file, refuse, dateFormat });
    const scanner = createCsvScanner({ delimiter: sample.delimiter, refuse, visit: rows.read });
    scanner.write(head.subarray(sample.from));
    for await (const piece of pieces) scanner.write(piece);
    scanner.end();
    const { warnings, dateFormats } = rows.finish();
    const details = { kind: 'csv' as const, ...sketch(sample), columns: assignments, dateFormats };
    const reading = finishLog(builder, { file, warnings, details });
    return { ...reading, warnings: [...reading.warnings, ...doubtCases(reading)] };
  } finally {
    await pieces.return(undefined);
  }
}

/** What can be said of a CSV without knowing its columns: for when they cannot be told. @throws log/bad-format */
export async function sketchCsv(
  chunks: Utf8Chunks,
  { file, signal, delimiter }: CsvOptions,
): Promise<Pick<CsvDetails, 'delimiter' | 'header' | 'rows'>> {
  const refuse = (row: number, detail: string): never => {
    throw new MirrorError('log/bad-format', { data: { file, detail: `row ${row}: ${detail}` } });
  };
  const pieces = readUtf8Chunks(chunks, signal);
  try {
    return sketch(
      sniffCsv((await readHead(pieces)).head, { isWhole: false, refuse, delimiter: oneCharacter(delimiter) }),
    );
  } finally {
    await pieces.return(undefined);
  }
}

const sketch = ({ delimiter, header, rows }: CsvSample): Pick<CsvDetails, 'delimiter' | 'header' | 'rows'> => ({
  delimiter,
  header,
  rows: rows.slice(0, SHOWN_ROWS),
});

const oneCharacter = (delimiter: string | undefined): string | undefined =>
  delimiter === undefined || delimiter.length === 1
    ? delimiter
    : ({ tab: '\t', comma: ',', semicolon: ';', bar: '|', space: ' ', '\\t': '\t' }[delimiter.toLowerCase()] ??
      refuseDelimiter(delimiter));

function refuseDelimiter(delimiter: string): never {
  throw new MirrorError('usage', { data: { detail: `"${delimiter}" is no delimiter: give one character, or tab` } });
}

/** A column of keys of the rows, taken for the case, makes a map without a single transition. */
const doubtCases = ({ events, cases }: LogReading): string[] =>
  events > 10 && events === cases
    ? ['each case has one event only; if that is wrong, name the column of the case with --case']
    : [];

async function readHead(pieces: AsyncGenerator<Uint8Array>): Promise<{ head: Uint8Array; isWhole: boolean }> {
  let head: Uint8Array = new Uint8Array();
  while (head.length < HEAD_BYTES) {
    const { value, done } = await pieces.next();
    if (done) return { head, isWhole: true };
    // A copy: the memory of a piece may be used again for the next.
    const longer = new Uint8Array(head.length + value.length);
    longer.set(head);
    longer.set(value, head.length);
    head = longer;
  }
  return { head, isWhole: false };
}
