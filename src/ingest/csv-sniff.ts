// In: the first part of a CSV file. Out: what separates its fields, and its first records.
import { decodeUtf8 } from '../lib/utf8.ts';
import { countFields, fieldText } from './csv-rows.ts';
import { createCsvScanner } from './csv-scanner.ts';

export interface CsvSample {
  readonly delimiter: string;
  /** Where the header begins: after a `sep=;` line, if there is one. */
  readonly from: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SAMPLE_ROWS = 200;

interface SniffOptions {
  readonly isWhole: boolean;
  readonly refuse: (row: number, detail: string) => never;
  /** One character, where somebody says what it is. */
  readonly delimiter?: string | undefined;
}

/** `isWhole` says that `head` is the entire file. The header is empty when there is none. */
export function sniffCsv(head: Uint8Array, { isWhole, refuse, delimiter: chosen }: SniffOptions): CsvSample {
  const text = decodeUtf8(head);
  // Excel writes and obeys this line.
  const named = /^sep=([!#-/:-@[-^`{-~]|\t)(?:\r\n|\r|\n)/.exec(text);
  const from = named?.[0].length ?? 0;
  const delimiter = chosen ?? named?.[1] ?? mostFrequent(firstLine(text));
  const rows: string[][] = [];
  const scanner = createCsvScanner({
    delimiter,
    refuse,
    visit: (records) => {
      for (let record = 0; record < records.count && rows.length <= SAMPLE_ROWS; record += 1) {
        rows.push(Array.from({ length: countFields(records, record) }, (_, at) => fieldText(records, record, at)));
      }
    },
  });
  scanner.write(head.subarray(from));
  if (isWhole) scanner.end();
  return { delimiter, from, header: rows[0] ?? [], rows: rows.slice(1) };
}

/** The header without what stands in quotes, where a delimiter is text. */
function firstLine(head: string): string {
  const parts = head.split('"');
  let line = '';
  for (let at = 0; at < parts.length; at += 2) {
    const end = parts[at]!.search(/[\r\n]/);
    // Blank lines before the header say nothing.
    if (end >= 0 && (line + parts[at]!.slice(0, end)).trim() !== '') return line + parts[at]!.slice(0, end);
    line += parts[at]!;
  }
  return line;
}

function mostFrequent(line: string): string {
  const counts = DELIMITERS.map((delimiter) => line.split(delimiter).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}
