// Small documents made in memory: whole ones, and hostile ones that ask for too much.
import { strToU8, zipSync } from 'fflate';

/** A PDF with a line of text on each page; a page of an empty text is one without any. */
export function makePdf(
  pages: readonly string[],
  { title, trailer = '' }: { title?: string; trailer?: string } = {},
): Uint8Array {
  const objects: string[] = [];
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ');
  objects.push(
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  );
  for (const [at, text] of pages.entries()) {
    const lines = text.split('\n').map((line) => `(${line.replaceAll(/[()\\]/g, String.raw`\$&`)}) Tj 0 -20 Td`);
    const stream = `BT /F1 12 Tf 72 720 Td ${lines.join(' ')} ET`;
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
      `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    );
  }
  if (title !== undefined) objects.push(`<< /Title (${title}) >>`);
  let file = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = file.length;
    file += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const start = file.length;
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const info = title === undefined ? '' : ` /Info ${objects.length} 0 R`;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${info}${trailer} >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(file, (character) => character.charCodeAt(0) & 0xff);
}

/** One that asks for a password: its dictionary of encryption fits no password, the empty one least of all. */
export const makeLockedPdf = (): Uint8Array =>
  makePdf(['secret'], {
    trailer: ` /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'28'.repeat(32)}> /U <${'4e'.repeat(32)}> /P -4 >>`,
  });

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

/** A Word document of these paragraphs; `\f` begins a page, `\t` is a tab. */
export function makeDocx(
  paragraphs: readonly string[],
  { title, parts = {}, before = '' }: { title?: string; parts?: Record<string, string>; before?: string } = {},
): Uint8Array {
  const body = paragraphs
    .map((text) => {
      const turn = text.startsWith('\f') ? '<w:r><w:br w:type="page"/></w:r>' : '';
      const runs = text
        .replace('\f', '')
        .split('\t')
        .map((part) => `<w:r><w:t xml:space="preserve">${escape(part)}</w:t></w:r>`);
      return `<w:p>${turn}${runs.join('<w:r><w:tab/></w:r>')}</w:p>`;
    })
    .join('');
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'word/document.xml': `${before}<w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...(title === undefined
      ? {}
      : {
          'docProps/core.xml': `<p xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title></p>`,
        }),
    ...parts,
  });
}

/** Texts, numbers, and dates as `Date`s; the first sheet's texts are shared ones, as Excel writes them. */
export function makeXlsx(
  sheets: Readonly<Record<string, readonly (readonly (string | number | Date)[])[]>>,
): Uint8Array {
  const names = Object.keys(sheets);
  const shared: string[] = [];
  const cell = (value: string | number | Date, row: number, column: number): string => {
    const place = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`;
    if (value instanceof Date) return `<c r="${place}" s="1"><v>${value.getTime() / 86_400_000 + 25_569}</v></c>`;
    return `<c r="${place}" t="s"><v>${shared.push(value) - 1}</v></c>`;
  };
  const parts = names.map((name, at) => {
    const rows = sheets[name]!.map(
      (cells, row) => `<row r="${row + 1}">${cells.map((value, column) => cell(value, row, column)).join('')}</row>`,
    );
    return [
      `xl/worksheets/sheet${at + 1}.xml`,
      `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
    ] as const;
  });
  const list = names
    .map((name, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  const links = names
    .map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`)
    .join('');
  return zip({
    'xl/workbook.xml': `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${list}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${links}</Relationships>`,
    'xl/styles.xml': '<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
    ...Object.fromEntries(parts),
    'xl/sharedStrings.xml': `<sst>${shared.map((text) => `<si><t>${escape(text)}</t></si>`).join('')}</sst>`,
  });
}

export interface SampleMail {
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly { readonly name: string; readonly type: string; readonly bytes: Uint8Array }[];
}

/** A mail from Nadia to Tomás, with files. */
export function makeEmail({ subject, text, html, attachments = [] }: SampleMail): Uint8Array {
  const part = (headers: readonly string[], body: string): string =>
    `--edge\r\n${headers.join('\r\n')}\r\n\r\n${body}\r\n`;
  const mail = [
    'From: =?utf-8?Q?Nadia_Ros=C3=A9n?= <nadia@example.com>',
    'To: "Berg, Tomas" <tomas@example.com>',
    'Date: Mon, 02 Mar 2026 09:14:00 +0100',
    `Subject: ${subject}`,
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary="edge"',
    '',
    part(['Content-Type: text/plain; charset=utf-8'], text) +
      (html === undefined ? '' : part(['Content-Type: text/html; charset=utf-8'], html)) +
      attachments
        .map(({ name, type, bytes }) =>
          part(
            [
              `Content-Type: ${type}`,
              `Content-Disposition: attachment; filename="${name}"`,
              'Content-Transfer-Encoding: base64',
            ],
            (toBase64(bytes).match(/.{1,76}/g) ?? []).join('\r\n'),
          ),
        )
        .join('') +
      '--edge--\r\n',
  ].join('\r\n');
  return strToU8(mail);
}

/** Of one dot. */
export const PNG = Uint8Array.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6364f8cf500f00038601805a347d6b0000000049454e44ae426082'.match(
    /../g,
  ) ?? [],
  (pair) => Number.parseInt(pair, 16),
);

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const digits = [18, 12, 6, 0].map((shift) => DIGITS[(bits >> shift) & 63]).join('');
    text += digits.slice(0, Math.min(3, bytes.length - at) + 1).padEnd(4, '=');
  }
  return text;
}

export const zip = (parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
  );

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
