// Files as programs write them: in other encodings, packed, as databases.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createTestFolder } from '../testing.ts';
import { readLogFile } from './read-log-file.ts';

const CSV = 'Fall;Tätigkeit;Zeit\n1;prüfen – „gut“;2026-03-02T08:00Z\n1;schließen;2026-03-02T09:00Z\n';

/** The 27 characters that windows-1252 puts where ISO 8859-1 has none; of them, those used here. */
const WINDOWS: Readonly<Record<string, number>> = { '–': 0x96, '„': 0x84, '“': 0x93 };
const inWindows1252 = (text: string): Buffer =>
  Buffer.from(Array.from(text, (char) => WINDOWS[char] ?? char.charCodeAt(0)));

function write(name: string, content: string | Buffer): string {
  const file = join(createTestFolder(), name);
  writeFileSync(file, content);
  return file;
}

const read = async (
  content: string | Buffer,
  { name = 'log.csv', encoding }: { name?: string; encoding?: string } = {},
) => {
  const { columns, warnings, encoding: found } = await readLogFile(write(name, content), { columns: {}, encoding });
  return { activities: columns.activities, warnings, encoding: found };
};

const ACTIVITIES = ['prüfen – „gut“', 'schließen'];
const GUESSED = ['the file is no UTF-8 and was read as windows-1252; --encoding names another'];

test('the encoding is told by the bytes', async () => {
  const wide = Buffer.from(CSV, 'utf16le');
  const swapped = Buffer.from(wide).swap16();
  const found = await Promise.all(
    [
      Buffer.from(CSV),
      Buffer.from(`\ufeff${CSV}`),
      Buffer.from(`\ufeff${CSV}`, 'utf16le'),
      wide,
      Buffer.concat([Buffer.of(0xfe, 0xff), swapped]),
      swapped,
      inWindows1252(CSV),
      gzipSync(Buffer.from(CSV)),
    ].map((content) => read(content)),
  );
  expect(found).toEqual(
    ['utf-8', 'utf-8', 'utf-16le', 'utf-16le', 'utf-16be', 'utf-16be', 'windows-1252', 'utf-8'].map((encoding) => ({
      activities: ACTIVITIES,
      warnings: encoding === 'windows-1252' ? GUESSED : [],
      encoding,
    })),
  );
});

test('an umlaut far behind the first piece, and at the very end, changes nothing', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => `${at % 9},open,2026-03-02T08:00Z,${at}`);
  const text = `case,activity,time,note\n${rows.join('\n')}\n1,prüfen,2026-03-02T08:00Z,ü`;
  const late = await read(inWindows1252(text));
  expect(late).toEqual({ activities: ['open', 'prüfen'], warnings: GUESSED, encoding: 'windows-1252' });
  // Every border between two pieces, in the one encoding and the other.
  for (let pad = 0; pad < 4; pad += 1) {
    const shifted = text
      .replace('note', `note${'x'.repeat(pad)}`)
      .replace('1,prüfen', `1,${'ü'.repeat(200_000)}prüfen`);
    const name = `${'ü'.repeat(200_000)}prüfen`;
    expect((await read(Buffer.from(shifted))).activities).toEqual(['open', name]);
    expect((await read(inWindows1252(shifted))).activities).toEqual(['open', name]);
  }
});

test('a named encoding wins; an unknown one and damaged text are refused', async () => {
  expect(await read(Buffer.from(CSV, 'latin1'), { encoding: 'utf-8' }).catch(String)).toMatch(
    /log\.csv: it is not UTF-8 text; name its encoding with --encoding\./,
  );
  expect((await read(inWindows1252(CSV), { encoding: 'CP1252' })).activities).toEqual(ACTIVITIES);
  expect(
    (await read(inWindows1252(CSV.replace('Tätigkeit', 'Schritt')), { encoding: 'iso-8859-5' })).activities[1],
  ).toBe('schlieпen');
  await expect(read(CSV, { encoding: 'klingon' })).rejects.toThrow('"klingon" is no encoding that is known here.');
  // UTF-8 until a byte is none: damaged, and no other encoding.
  await expect(read(Buffer.concat([Buffer.from(CSV), Buffer.from('1;a\xff;x', 'latin1')]))).rejects.toThrow(
    'log.csv: it is not UTF-8 text',
  );
});

test('an XML file says its encoding itself', async () => {
  const event =
    '<event><string key="concept:name" value="prüfen"/><date key="time:timestamp" value="2026-03-02"/></event>';
  const xes = `<?xml version="1.0" encoding="ISO-8859-1"?><log><trace>${event}</trace></log>`;
  const found = await read(Buffer.from(xes, 'latin1'), { name: 'log.xes' });
  expect([found.activities, found.encoding]).toEqual([['prüfen'], 'windows-1252']);
});

test('what is packed in another way is named as what it is', async () => {
  await expect(read(Buffer.from('PK\x03\x04 and so on', 'latin1'))).rejects.toThrow(
    'log.csv: this is a zip archive or a workbook; unpack it, or save the sheet as CSV.',
  );
  await expect(read(gzipSync(Buffer.from(CSV)).subarray(0, 60))).rejects.toThrow('it cannot be unpacked');
});

test('what was said and means nothing in this kind of file is told', async () => {
  const event =
    '<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2026-03-02T08:00:00Z"/></event>';
  const xes = write('log.xes', `<log><trace><string key="concept:name" value="1"/>${event}</trace></log>`);
  const { warnings } = await readLogFile(xes, { columns: { case: 'ticket' }, delimiter: ';', objectType: 'orders' });
  expect(warnings).toEqual([
    '--case is for CSV files; this is XES, and it was not used',
    '--delimiter is for CSV files; this is XES, and it was not used',
    '--object-type is for OCEL files; this is XES, and it was not used',
  ]);
  const csv = await readLogFile(write('log.csv', CSV), { columns: { case: 'Fall' }, classifier: 'x' });
  expect(csv.warnings).toContain('--classifier is for XES files; this is CSV, and it was not used');
});
