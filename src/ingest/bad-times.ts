// In: values in a column of times that are none. Out: left out and told where they are few, a refusal where they are many.
import { MirrorError } from '../domain/errors.ts';

export interface BadTimes {
  note(value: string, row: number): void;
  count(): number;
  /** After some rows, of which so many were good: a wrong column need not be read to its end. @throws log/bad-times */
  check(goodRows: number): void;
  /** After the last row. @throws log/bad-time, log/bad-times */
  settle(): void;
  warnings(): string[];
}

/** One slip in a hundred rows is somebody's typing; more is another format, and leaving those out would bend the map. */
const ALLOWED_01 = 0.01;
/** Fewer say nothing about the rows to come. */
const ENOUGH_ROWS = 1000;

export function createBadTimes(file: string): BadTimes {
  let count = 0;
  let good = 0;
  let first = { value: '', row: 0 };
  const refuse = (): never => {
    const { row, value } = first;
    if (count === 1) throw new MirrorError('log/bad-time', { data: { file, row, value } });
    throw new MirrorError('log/bad-times', { data: { file, count, rows: good + count, row, value } });
  };
  return {
    note: (value, row) => {
      if (count === 0) first = { value: value.slice(0, 60), row };
      count += 1;
    },
    count: () => count,
    check: (goodRows) => {
      good += goodRows;
      if (good + count > ENOUGH_ROWS && count > good) refuse();
    },
    settle: () => {
      if (count > (good + count) * ALLOWED_01) refuse();
    },
    warnings: () =>
      count === 0
        ? []
        : [
            `${count === 1 ? '1 row has a time that is none and was' : `${count} rows have a time that is none and were`} left out, ${count === 1 ? '' : 'the first '}row ${first.row}: "${first.value}"`,
          ],
  };
}
