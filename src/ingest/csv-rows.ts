// The records of a piece of CSV, as places in its bytes: only what is wanted becomes text.
import { decodeUtf8 } from '../lib/utf8.ts';

/** Good only while they are visited: the memory is used again. */
export interface CsvRows {
  readonly bytes: Uint8Array;
  readonly count: number;
  /** Of each record, from 1, the header and blank lines included: the row number a spreadsheet shows. */
  readonly numbers: Int32Array;
  /** Of each record its first cell; after the last, where the next one would begin. */
  readonly firsts: Int32Array;
  /** Of each cell, where it begins and ends, without its quotes. An end is stored as `~end` where quotes in it are doubled. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const SPACE = 32;

export const countFields = (rows: CsvRows, record: number): number => rows.firsts[record + 1]! - rows.firsts[record]!;

/** The text of one field, trimmed; empty where the record has fewer. */
export function fieldText(rows: CsvRows, record: number, column: number): string {
  if (column >= countFields(rows, record)) return '';
  const cell = rows.firsts[record]! + column;
  const end = rows.ends[cell]!;
  const value = decodeUtf8(rows.bytes, rows.starts[cell], end < 0 ? ~end : end);
  return (end < 0 ? value.replaceAll('""', '"') : value).trim();
}

/** Where a text from `from` to `to` begins without the blanks before it; `to` where there is nothing else. */
export function skipBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at]! <= SPACE) at += 1;
  return at;
}

/** Where it ends without the blanks behind it. */
export function dropBlanks(bytes: Uint8Array, from: number, to: number): number {
  let at = to;
  while (at > from && bytes[at - 1]! <= SPACE) at -= 1;
  return at;
}
