// In: an Excel workbook (ECMA-376, SpreadsheetML). Out: each sheet as a page, cells parted by tabs.
import { collectPages, type DocumentInput, type DocumentReading, unreadable } from './document-reading.ts';
import { type Archive, openArchive } from './open-archive.ts';
import { readCoreTitle } from './read-docx.ts';
import { walkXml } from './walk-xml.ts';
import { formatSerial, isDateFormat } from './xlsx-dates.ts';

const MIME_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const MOST_COLUMNS = 16_384;
const SHEET_CHARACTERS = 250_000;
const WIDEST_GAP = 50;

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly strings: readonly string[];
  /** By the number of a cell's style. */
  readonly isDate: readonly boolean[];
  readonly is1904: boolean;
}

/** Formulas count as the values last computed for them. @throws as openArchive, walkXml */
export function readXlsx(input: DocumentInput): DocumentReading {
  const archive = openArchive(input);
  const workbook = readWorkbook(input, archive);
  const collected = collectPages(input);
  for (const { name, part } of workbook.sheets) {
    const bytes = archive.read(part);
    if (bytes === undefined) continue;
    if (!collected.add(readSheet(input, { name: part, bytes }, workbook), name)) break;
  }
  return {
    mimeType: MIME_TYPE,
    title: readCoreTitle(input, archive),
    pages: collected.pages,
    warnings: collected.warnings(),
    attachments: [],
  };
}

function readWorkbook(input: DocumentInput, archive: Archive): Workbook {
  const bytes = archive.read('xl/workbook.xml');
  if (bytes === undefined) throw unreadable(input.file, 'it is no Excel workbook');
  const targets = readTargets(input, archive);
  const sheets: { name: string; part: string }[] = [];
  let is1904 = false;
  walkXml(
    input,
    { name: 'xl/workbook.xml', bytes },
    {
      open: (element, attributes) => {
        if (element === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '');
        if (element !== 'sheet') return;
        const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
        const target = targets.get(id);
        if (target !== undefined) sheets.push({ name: attributes['name'] ?? '', part: target });
      },
    },
  );
  return { sheets, strings: readStrings(input, archive), isDate: readStyles(input, archive), is1904 };
}

/** Where each sheet's part is, by the id of its relationship. */
function readTargets(input: DocumentInput, archive: Archive): ReadonlyMap<string, string> {
  const targets = new Map<string, string>();
  const name = 'xl/_rels/workbook.xml.rels';
  const bytes = archive.read(name);
  if (bytes === undefined) return targets;
  walkXml(
    input,
    { name, bytes },
    {
      open: (element, { Id: id, Target: target }) => {
        if (element !== 'Relationship' || id === undefined || target === undefined) return;
        targets.set(id, target.startsWith('/') ? target.slice(1) : `xl/${target}`);
      },
    },
  );
  return targets;
}

function readStrings(input: DocumentInput, archive: Archive): string[] {
  const strings: string[] = [];
  const name = 'xl/sharedStrings.xml';
  const bytes = archive.read(name);
  if (bytes === undefined) return strings;
  let text = '';
  let isText = false;
  // How a word is said in Japanese stands beside it, and is no part of it.
  let phonetic = 0;
  walkXml(
    input,
    { name, bytes },
    {
      open: (element) => {
        if (element === 'si') text = '';
        else if (element === 'rPh') phonetic += 1;
        else if (element === 't') isText = phonetic === 0;
      },
      text: (piece) => {
        if (isText) text += piece;
      },
      close: (element) => {
        if (element === 'si') strings.push(text);
        else if (element === 'rPh') phonetic -= 1;
        else if (element === 't') isText = false;
      },
    },
  );
  return strings;
}

function readStyles(input: DocumentInput, archive: Archive): boolean[] {
  const name = 'xl/styles.xml';
  const bytes = archive.read(name);
  if (bytes === undefined) return [];
  const formats = new Map<number, string>();
  const isDate: boolean[] = [];
  let isCells = false;
  walkXml(
    input,
    { name, bytes },
    {
      open: (element, attributes) => {
        if (element === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
        else if (element === 'cellXfs') isCells = true;
        else if (element === 'xf' && isCells) {
          const id = Number(attributes['numFmtId'] ?? 0);
          isDate.push(isDateFormat(id, formats.get(id)));
        }
      },
      close: (element) => {
        if (element === 'cellXfs') isCells = false;
      },
    },
  );
  return isDate;
}

function readSheet(
  input: DocumentInput,
  part: { readonly name: string; readonly bytes: Uint8Array },
  workbook: Workbook,
): string {
  const rows: string[] = [];
  let characters = 0;
  let row: string[] = [];
  let cell = { column: 0, type: '', style: 0, value: '' };
  let isValue = false;
  walkXml(input, part, {
    open: (element, { r: place = '', t: type = '', s: style = '0' }) => {
      if (element === 'row') row = [];
      else if (element === 'c')
        cell = { column: readColumn(place) ?? row.length, type, style: Number(style), value: '' };
      else if (element === 'v' || element === 't') isValue = true;
    },
    text: (text) => {
      if (isValue) cell.value += text;
    },
    close: (element) => {
      if (element === 'v' || element === 't') isValue = false;
      else if (element === 'c') {
        const value = sayCell(cell, workbook);
        // A cell far to the right says where it stands; a hostile file has a million of them.
        const place = Math.min(cell.column, row.length + WIDEST_GAP);
        while (row.length < place) row.push('');
        if (value !== '' && row.length < MOST_COLUMNS) row.push(value);
      } else if (element === 'row' && characters < SHEET_CHARACTERS) {
        const line = row.join('\t').trimEnd();
        characters += line.length + 1;
        if (line !== '') rows.push(line);
      }
    },
  });
  return rows.join('\n');
}

/** 0 for A, 26 for AA; undefined where the file does not say. */
function readColumn(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place)?.[0];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function sayCell(
  { type, style, value }: { readonly type: string; readonly style: number; readonly value: string },
  { strings, isDate, is1904 }: Workbook,
): string {
  const text =
    type === 's'
      ? (strings[Number(value)] ?? '')
      : type === 'b'
        ? value === '1'
          ? 'TRUE'
          : 'FALSE'
        : type === '' && isDate[style]
          ? formatSerial(value, is1904)
          : value;
  return text.replaceAll(/\s+/g, ' ').trim();
}
