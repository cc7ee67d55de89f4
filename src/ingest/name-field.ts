// One column of names in a CSV: found in each record, and numbered without making a text of it where that can be.
import { unguardFormula } from '../lib/csv-formula.ts';
import type { CsvRecord, FieldPlace } from './csv-scanner.ts';
import { readLifecycle } from './lifecycle.ts';
import { createNames, type Names } from './names.ts';

export interface NameField {
  /** Whether the record has a name there. */
  find(record: CsvRecord): boolean;
  /** Its number, right after it was found. */
  id(record: CsvRecord): number;
}

const SINGLE_QUOTE = 39;

export function createNameField(at: number, names: Names): NameField {
  const place: FieldPlace = { bytes: new Uint8Array(), from: 0, to: 0 };
  let isPlain = true;
  return {
    find: (record) => {
      isPlain = record.locate(at, place);
      // A name of ours may have a quote before it that keeps spreadsheets from running it.
      if (isPlain && place.from < place.to && place.bytes[place.from] === SINGLE_QUOTE) isPlain = false;
      return isPlain ? place.from < place.to : unguardFormula(record.field(at)) !== '';
    },
    id: (record) =>
      isPlain ? names.idOfBytes(place.bytes, place.from, place.to) : names.idOf(unguardFormula(record.field(at))),
  };
}

/** Like a field of names; there are few different ones, so each is understood once. */
export function createLifecycleField(at: number): NameField & { meaning(record: CsvRecord): number } {
  const names = createNames(() => {
    throw new RangeError('the transitions of a lifecycle are no names');
  });
  const field = createNameField(at, names);
  const meanings: number[] = [];
  return {
    ...field,
    meaning: (record) => {
      const id = field.id(record);
      return (meanings[id] ??= readLifecycle(names.list()[id]!));
    },
  };
}
