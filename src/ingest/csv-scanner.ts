// In: CSV as UTF-8 in pieces. Out: its records as places in the bytes, many at a time, so that each column can be read in
// a short loop of its own. csv-parse knows Node's Buffer, which pure rooms do not have, and takes several times as long.
import type { CsvRows } from './csv-rows.ts';

export interface CsvScanner {
  /** Scans one more piece and visits the records that end in it. */
  write(piece: Uint8Array): void;
  /** Visits a last record that no line break ends. */
  end(): void;
}

export interface CsvScannerOptions {
  /** One ASCII character. */
  readonly delimiter: string;
  /** Takes the next records; none of them is blank. */
  readonly visit: (rows: CsvRows) => void;
  /** Called when all records before the row have been visited. */
  readonly refuse: (row: number, detail: string) => never;
}

const QUOTE = 34;
const LINE_FEED = 10;
const RETURN = 13;
const SPACE = 32;
const INCOMPLETE = -1;

// A quote that is never closed would otherwise collect the rest of the file as one record.
const LONGEST_RECORD = 4_000_000;
const MOST_FIELDS = 4096;
/** Visited at a time: few enough for the places to stay in the processor's cache. */
const MOST_CELLS = 4 * MOST_FIELDS;

/** Splits text as RFC 4180 says: quoted fields may hold delimiters, doubled quotes and line breaks. Blank lines are skipped. */
export function createCsvScanner({ delimiter, visit, refuse }: CsvScannerOptions): CsvScanner {
  const separator = delimiter.charCodeAt(0);
  const highest = Math.max(separator, RETURN);
  const starts = new Int32Array(MOST_CELLS);
  const ends = new Int32Array(MOST_CELLS);
  const firsts = new Int32Array(MOST_CELLS + 1);
  const numbers = new Int32Array(MOST_CELLS);
  let memory = new Uint8Array(1024);
  let length = 0;
  let row = 0;
  let count = 0;
  let cells = 0;

  return {
    write: (piece) => {
      append(piece);
      const done = scanAll(false);
      memory.copyWithin(0, done, length);
      length -= done;
      if (length > LONGEST_RECORD) refuse(row + 1, 'the row is too long; is a quote not closed?');
    },
    end: () => {
      scanAll(true);
      length = 0;
    },
  };

  /** Puts a piece behind what is left of those before. */
  function append(piece: Uint8Array): void {
    const needed = length + piece.length + 1;
    if (needed > memory.length) {
      const longer = new Uint8Array(needed * 2);
      longer.set(memory.subarray(0, length));
      memory = longer;
    }
    memory.set(piece, length);
    length += piece.length;
  }

  /** The place up to which records are complete. */
  function scanAll(isLast: boolean): number {
    let from = 0;
    // Behind the end a line feed, which stops each loop.
    memory[length] = LINE_FEED;
    while (from < length) {
      if (cells > MOST_CELLS - MOST_FIELDS) deliver();
      const first = cells;
      const next = scanRecord(from, isLast);
      if (next === INCOMPLETE) break;
      from = next;
      row += 1;
      // A line without anything is no record.
      if (cells === first + 1 && starts[first] === ends[first]) {
        cells = first;
        continue;
      }
      numbers[count] = row;
      count += 1;
      firsts[count] = cells;
    }
    deliver();
    return from;
  }

  function deliver(): void {
    if (count > 0) visit({ bytes: memory, count, numbers, firsts, starts, ends });
    count = 0;
    cells = 0;
  }

  function fail(detail: string): never {
    deliver();
    return refuse(row + 1, detail);
  }

  /** Adds the cells of the record at `from`; the place after it, or INCOMPLETE, which adds none. */
  function scanRecord(from: number, isLast: boolean): number {
    // Local names let the loop keep what it needs in registers.
    const bytes = memory;
    const first = cells;
    let cell = first;
    for (let at = from; ; at += 1) {
      if (bytes[at] === QUOTE) {
        at = scanQuoted(at, cell, isLast);
        if (at === INCOMPLETE) return INCOMPLETE;
      } else {
        starts[cell] = at;
        let code = bytes[at]!;
        // Letters and digits stand above all three, or all but a bar.
        while (code > highest || (code !== separator && code !== LINE_FEED && code !== RETURN)) code = bytes[++at]!;
        ends[cell] = at;
      }
      if (at === length && !isLast) return INCOMPLETE;
      cell += 1;
      if (cell - first > MOST_FIELDS) fail(`the row has more than ${MOST_FIELDS} fields`);
      if (at < length && bytes[at] === separator) continue;
      const next = endRecord(at, isLast);
      if (next !== INCOMPLETE) cells = cell;
      return next;
    }
  }

  /** The place after the line break at `at`. */
  function endRecord(at: number, isLast: boolean): number {
    if (at === length) return at;
    if (memory[at] === LINE_FEED) return at + 1;
    if (memory[at] !== RETURN) fail('text stands after a closing quote');
    // Its line feed may come with the next piece.
    if (at + 1 === length) return isLast ? length : INCOMPLETE;
    return memory[at + 1] === LINE_FEED ? at + 2 : at + 1;
  }

  /** Adds the quoted cell that opens there; the place after it and the spaces behind it, or INCOMPLETE. */
  function scanQuoted(open: number, cell: number, isLast: boolean): number {
    const bytes = memory;
    let isDoubled = false;
    let close = open + 1;
    for (;;) {
      while (close < length && bytes[close] !== QUOTE) close += 1;
      // The next piece may begin with the second half of a doubled quote.
      if (close + 1 >= length && !isLast) return INCOMPLETE;
      if (close >= length) fail('a quote is opened and not closed');
      if (bytes[close + 1] !== QUOTE) break;
      isDoubled = true;
      close += 2;
    }
    starts[cell] = open + 1;
    ends[cell] = isDoubled ? ~close : close;
    let at = close + 1;
    while (bytes[at] === SPACE) at += 1;
    return at;
  }
}
