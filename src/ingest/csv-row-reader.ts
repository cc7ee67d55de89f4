// In: the records of a CSV, many at a time. Out: rows in the log builder, column by column, and what was left out.
import { createBadTimes } from './bad-times.ts';
import type { CsvPlaces } from './csv-columns.ts';
import { type CsvRows, countFields, dropBlanks, fieldText, skipBlanks } from './csv-rows.ts';
import type { LogBuilder } from './log-builder.ts';
import { type CsvDetails, leftOut } from './log-reading.ts';
import { createLifecycleField, createNameField, type NameField } from './name-field.ts';
import { createTimeColumn, type TimeColumn } from './time-column.ts';

export interface RowContext {
  readonly places: CsvPlaces;
  readonly header: readonly string[];
  readonly file: string;
  readonly refuse: (row: number, detail: string) => never;
  /** As a person names it; otherwise each column of times tells. */
  readonly dateFormat: string | undefined;
}

export interface RowReader {
  /** Takes the next records; the very first is the header. @throws log/bad-times, log/bad-format, log/too-large */
  read(rows: CsvRows): void;
  /** Once, after the last record. @throws log/unclear-dates, log/bad-time, log/bad-times */
  finish(): { readonly warnings: string[]; readonly dateFormats: CsvDetails['dateFormats'] };
}

export function createRowReader(builder: LogBuilder, context: RowContext): RowReader {
  const { places, header, file, refuse, dateFormat } = context;
  const { names } = builder;
  const caseName = createNameField(places.case, names.cases);
  const activity = createNameField(places.activity, names.activities);
  const resource = places.resource === undefined ? undefined : createNameField(places.resource, names.resources);
  const role = places.role === undefined ? undefined : createNameField(places.role, names.roles);
  const lifecycle = places.lifecycle === undefined ? undefined : createLifecycleField(places.lifecycle);
  const bad = createBadTimes(file);
  const ends = createTimeColumn(header[places.timestamp]!, { file, format: dateFormat, bad });
  const starts = createTimeColumn(header[places.start ?? 0]!, { file, format: dateFormat, bad });
  const endField = { column: places.timestamp, times: ends };
  const startField = places.start === undefined ? undefined : { column: places.start, times: starts };
  const missing = { case: 0, activity: 0, time: 0 };
  let memory = createMemory(0);
  let isHeader = true;
  return { read, finish };

  function read(rows: CsvRows): void {
    if (rows.count > memory.records.length) memory = createMemory(rows.count * 2);
    const count = chooseRecords(rows);
    isHeader = false;
    const records = memory.records.subarray(0, count);
    const number = (field: Pick<NameField, 'number'>, into: Int32Array): Int32Array => {
      const numbers = into.subarray(0, count);
      field.number(rows, records, numbers);
      return numbers;
    };
    builder.addAll({
      caseOf: number(caseName, memory.caseOf),
      activityOf: number(activity, memory.activityOf),
      resourceOf: resource && number(resource, memory.resourceOf),
      roleOf: role && number(role, memory.roleOf),
      startMs: startField && memory.startMs.subarray(0, count),
      endMs: memory.endMs.subarray(0, count),
      lifecycle: lifecycle && number(lifecycle, memory.lifecycle),
    });
  }

  /**
   * Notes the records that are kept, with their times; how many they are. Records are read in their order, so that the
   * first that is wrong is the one that is named. One that is left out must not leave a case behind: names come later.
   */
  function chooseRecords(rows: CsvRows): number {
    const { records, startMs, endMs } = memory;
    let kept = 0;
    for (let record = isHeader ? 1 : 0; record < rows.count; record += 1) {
      if (countFields(rows, record) > header.length) checkExtra(rows, record);
      const badBefore = bad.count();
      const end = readTime(rows, record, endField);
      const start = startField === undefined ? Number.NaN : readTime(rows, record, startField);
      if (bad.count() > badBefore) continue;
      if (!caseName.has(rows, record)) missing.case += 1;
      else if (!activity.has(rows, record)) missing.activity += 1;
      else if (Number.isNaN(end) && Number.isNaN(start)) missing.time += 1;
      else {
        records[kept] = record;
        startMs[kept] = start;
        endMs[kept] = end;
        kept += 1;
      }
    }
    bad.check(kept);
    return kept;
  }

  /** Fields beyond the header shift all others, or are nothing. */
  function checkExtra(rows: CsvRows, record: number): void {
    const fields = countFields(rows, record);
    for (let column = header.length; column < fields; column += 1) {
      if (fieldText(rows, record, column) === '') continue;
      refuse(rows.numbers[record]!, `there are ${fields} fields, but ${header.length} columns`);
    }
  }

  function finish(): ReturnType<RowReader['finish']> {
    bad.settle();
    // One program wrote both columns: what one of them tells holds for the other.
    const dayFirst = ends.dayFirst() ?? starts.dayFirst();
    const [end, start] = [ends.finish(dayFirst), starts.finish(dayFirst)];
    builder.mapTimes({ start: start.toMs, end: end.toMs });
    const warnings = [
      ...end.notes,
      ...start.notes,
      ...bad.warnings(),
      ...leftOut(missing.case, { what: 'row', lack: 'no case' }),
      ...leftOut(missing.activity, { what: 'row', lack: 'no activity' }),
      ...leftOut(missing.time, { what: 'row', lack: 'no time' }),
    ];
    const dateFormats = { timestamp: end.format, ...(places.start !== undefined && { start: start.format }) };
    return { warnings, dateFormats };
  }
}

/** Off the bytes where that can be; what is not plain enough is cut out as a text. */
function readTime(rows: CsvRows, record: number, { column, times }: TimeField): number {
  const cell = rows.firsts[record]! + column;
  if (cell < rows.firsts[record + 1]!) {
    const { bytes } = rows;
    const end = rows.ends[cell]!;
    const from = skipBlanks(bytes, rows.starts[cell]!, end);
    const to = dropBlanks(bytes, from, end);
    if (from === to) return Number.NaN;
    const ms = from < to ? times.readBytes(bytes, from, to) : Number.NaN;
    if (!Number.isNaN(ms)) return ms;
  }
  return times.read(fieldText(rows, record, column), rows.numbers[record]!);
}

interface TimeField {
  readonly column: number;
  readonly times: TimeColumn;
}

/** Used again for each call of `read`. */
const createMemory = (rows: number) => ({
  /** Those that are kept. */
  records: new Int32Array(rows),
  caseOf: new Int32Array(rows),
  activityOf: new Int32Array(rows),
  resourceOf: new Int32Array(rows),
  roleOf: new Int32Array(rows),
  lifecycle: new Int32Array(rows),
  startMs: new Float64Array(rows),
  endMs: new Float64Array(rows),
});
