// One column of names in a CSV: numbered without making a text of each, where that can be.
import { LIFECYCLE } from '../domain/log.ts';
import { unguardFormula } from '../lib/csv-formula.ts';
import { type CsvRows, dropBlanks, fieldText, skipBlanks } from './csv-rows.ts';
import { readLifecycle } from './lifecycle.ts';
import { createNames, type Names } from './names.ts';

export interface NameField {
  /** Whether the record has a name there. */
  has(rows: CsvRows, record: number): boolean;
  /** Writes the numbers of the names of those records, -1 where one has none. */
  number(rows: CsvRows, records: Int32Array, into: Int32Array): void;
}

const SPACE = 32;
const SINGLE_QUOTE = 39;
const NONE = -1;

export function createNameField(column: number, names: Names): NameField {
  return { has, number };

  function has(rows: CsvRows, record: number): boolean {
    const cell = rows.firsts[record]! + column;
    const start = rows.starts[cell]!;
    const code = rows.bytes[start]!;
    const isInRecord = cell < rows.firsts[record + 1]!;
    if (isInRecord && start < rows.ends[cell]! && code > SPACE && code < 128 && code !== SINGLE_QUOTE) return true;
    return nameText(rows, record, column) !== '';
  }

  function number(rows: CsvRows, records: Int32Array, into: Int32Array): void {
    const { bytes, firsts, starts, ends } = rows;
    for (let at = 0; at < records.length; at += 1) {
      const record = records[at]!;
      const cell = firsts[record]! + column;
      // One with doubled quotes seems to end before it begins.
      const from = skipBlanks(bytes, starts[cell]!, ends[cell]!);
      const to = dropBlanks(bytes, from, ends[cell]!);
      // Blanks beyond ASCII, and what has to be changed, are left to the slow way.
      const isPlain = from < to && bytes[from]! < 128 && bytes[to - 1]! < 128 && bytes[from] !== SINGLE_QUOTE;
      if (isPlain && cell < firsts[record + 1]!) into[at] = names.idOfBytes(bytes, from, to);
      else into[at] = idOfText(nameText(rows, record, column));
    }
  }

  function idOfText(name: string): number {
    return name === '' ? NONE : names.idOf(name);
  }
}

/** A name of ours may have a quote before it that keeps spreadsheets from running it. */
const nameText = (rows: CsvRows, record: number, column: number): string =>
  unguardFormula(fieldText(rows, record, column));

/** Numbers what each record says of its lifecycle as LIFECYCLE does; there are few texts, so each is understood once. */
export function createLifecycleField(column: number): Pick<NameField, 'number'> {
  const names = createNames(() => {
    throw new RangeError('the transitions of a lifecycle are no names');
  });
  const field = createNameField(column, names);
  const meanings: number[] = [];
  return {
    number: (rows, records, into) => {
      field.number(rows, records, into);
      for (let at = 0; at < into.length; at += 1) {
        const id = into[at]!;
        into[at] = id === NONE ? LIFECYCLE.complete : (meanings[id] ??= readLifecycle(names.list()[id]!));
      }
    },
  };
}
