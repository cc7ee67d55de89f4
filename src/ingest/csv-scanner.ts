// In: CSV as UTF-8 in pieces. Out: its records, one at a time, as places in the bytes: only what is wanted becomes text.
// csv-parse knows Node's Buffer, which pure rooms do not have, and takes several times as long.
import { decodeUtf8 } from '../lib/utf8.ts';

/** One record; good only until the next one is scanned. */
export interface CsvRecord {
  readonly fields: number;
  /** From 1, the header and blank lines included: the row number a spreadsheet shows. */
  readonly row: number;
  /** The text of one field, trimmed; empty where the record has fewer. */
  field(at: number): string;
  /** Finds a field, trimmed; gives false where it has doubled quotes, so that only `field` has its text. */
  locate(at: number, place: FieldPlace): boolean;
}

/** Where a field stands; both are equal where it is empty. */
export interface FieldPlace {
  bytes: Uint8Array;
  from: number;
  to: number;
}

export interface CsvScanner {
  /** Scans one more piece and visits each record that ends in it. */
  write(piece: Uint8Array): void;
  /** Visits a last record that no line break ends. */
  end(): void;
}

export interface CsvScannerOptions {
  /** One ASCII character. */
  readonly delimiter: string;
  readonly visit: (record: CsvRecord) => void;
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

/** Splits text as RFC 4180 says: quoted fields may hold delimiters, doubled quotes and line breaks. Blank lines are skipped. */
export function createCsvScanner({ delimiter, visit, refuse }: CsvScannerOptions): CsvScanner {
  const separator = delimiter.charCodeAt(0);
  const highest = Math.max(separator, RETURN);
  const starts = new Int32Array(MOST_FIELDS);
  const ends = new Int32Array(MOST_FIELDS);
  const isDoubled = new Uint8Array(MOST_FIELDS);
  let memory = new Uint8Array(1024);
  let text: Uint8Array = memory.subarray(0, 0);
  const record = { fields: 0, row: 0, field, locate };

  return {
    write: (piece) => {
      text = append(piece);
      const done = scanAll(false);
      text = text.subarray(done);
      if (text.length > LONGEST_RECORD) refuse(record.row, 'the row is too long; is a quote not closed?');
    },
    end: () => {
      scanAll(true);
      text = memory.subarray(0, 0);
    },
  };

  /** What is left of the pieces before, and this one after it, in memory that is used again for each piece. */
  function append(piece: Uint8Array): Uint8Array {
    const length = text.length + piece.length;
    if (length > memory.length) memory = new Uint8Array(length * 2);
    memory.set(text);
    memory.set(piece, text.length);
    return memory.subarray(0, length);
  }

  function field(at: number): string {
    if (at >= record.fields) return '';
    const value = decodeUtf8(text, starts[at], ends[at]);
    return (isDoubled[at] === 1 ? value.replaceAll('""', '"') : value).trim();
  }

  function locate(at: number, place: FieldPlace): boolean {
    place.bytes = text;
    place.from = 0;
    place.to = 0;
    if (at >= record.fields) return true;
    let from = starts[at]!;
    let to = ends[at]!;
    while (from < to && text[from]! <= SPACE) from += 1;
    while (from < to && text[to - 1]! <= SPACE) to -= 1;
    place.from = from;
    place.to = to;
    // Spaces beyond ASCII are left to `field`.
    return isDoubled[at] === 0 && (from === to || (text[from]! < 128 && text[to - 1]! < 128));
  }

  /** The place up to which records are complete. */
  function scanAll(isLast: boolean): number {
    let from = 0;
    while (from < text.length) {
      record.row += 1;
      const next = scanRecord(from, isLast);
      if (next === INCOMPLETE) {
        record.row -= 1;
        return from;
      }
      from = next;
      if (record.fields > 1 || ends[0]! > starts[0]!) visit(record);
    }
    return from;
  }

  /** Fills the fields of the record at `from`; the place after it, or INCOMPLETE. */
  function scanRecord(from: number, isLast: boolean): number {
    const length = text.length;
    let at = from;
    for (record.fields = 0; ; at += 1) {
      at = text[at] === QUOTE ? scanQuoted(at, isLast) : scanBare(at);
      if (at === INCOMPLETE || (at === length && !isLast)) return INCOMPLETE;
      if (record.fields > MOST_FIELDS) refuse(record.row, `the row has more than ${MOST_FIELDS} fields`);
      if (at === length) return length;
      const code = text[at];
      if (code === separator) continue;
      if (code === LINE_FEED) return at + 1;
      if (code !== RETURN) refuse(record.row, 'text stands after a closing quote');
      // Its line feed may come with the next piece.
      if (at + 1 === length && !isLast) return INCOMPLETE;
      return text[at + 1] === LINE_FEED ? at + 2 : at + 1;
    }
  }

  function scanBare(from: number): number {
    // A local name lets the loop keep the bytes in a register.
    const bytes = text;
    const length = bytes.length;
    let at = from;
    for (; at < length; at += 1) {
      const code = bytes[at]!;
      // Letters and digits stand above all three, or all but a bar.
      if (code <= highest && (code === separator || code === LINE_FEED || code === RETURN)) break;
    }
    addField(from, at, 0);
    return at;
  }

  function scanQuoted(from: number, isLast: boolean): number {
    let doubled = 0;
    let close = text.indexOf(QUOTE, from + 1);
    while (close >= 0 && text[close + 1] === QUOTE) {
      doubled = 1;
      close = text.indexOf(QUOTE, close + 2);
    }
    if (close < 0 && isLast) refuse(record.row, 'a quote is opened and not closed');
    // The next piece may begin with the second half of a doubled quote.
    if (close < 0 || (close + 1 === text.length && !isLast)) return INCOMPLETE;
    addField(from + 1, close, doubled);
    let at = close + 1;
    while (text[at] === SPACE) at += 1;
    return at;
  }

  function addField(from: number, to: number, doubled: number): void {
    if (record.fields < MOST_FIELDS) {
      starts[record.fields] = from;
      ends[record.fields] = to;
      isDoubled[record.fields] = doubled;
    }
    record.fields += 1;
  }
}
