// In: a file's name and its first bytes. Out: what kind of document it is.

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** By its ending; pictures and PDF are told by their bytes, whatever they are called. */
const BY_ENDING: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: WORD,
  docm: WORD,
  dotx: WORD,
  xlsx: EXCEL,
  xlsm: EXCEL,
  eml: 'message/rfc822',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  txt: 'text/plain',
  text: 'text/plain',
  log: 'text/plain',
  md: 'text/markdown',
  markdown: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
};

/** Endings of documents, as people are told them. */
export const DOCUMENT_KINDS = [
  '.pdf',
  '.docx',
  '.xlsx',
  '.eml',
  '.png',
  '.jpg',
  '.jpeg',
  '.webp',
  '.gif',
  '.tif',
  '.tiff',
  '.md',
  '.html',
  '.htm',
] as const;

/** The media type that a name promises; undefined for a name that promises no document. */
export const promisedType = (name: string): string | undefined =>
  BY_ENDING[/\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''];

const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];

const MAGIC: readonly (readonly [mimeType: string, at: number, bytes: readonly number[]])[] = [
  ['image/png', 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', 0, [0xff, 0xd8, 0xff]],
  ['image/gif', 0, [0x47, 0x49, 0x46, 0x38]],
  ['image/tiff', 0, [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', 0, [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/webp', 8, [0x57, 0x45, 0x42, 0x50]],
];

/**
 * The media type by the bytes, with the name's help where bytes alone do not tell (zip archives and text). `head` holds
 * the first 1,024 bytes. A detail of one sentence instead where it is none that is read.
 */
export function recogniseDocument(name: string, head: Uint8Array): { mimeType: string } | { detail: string } {
  const promised = promisedType(name);
  const picture = MAGIC.find(([, at, bytes]) => startsWith(head, bytes, at))?.[0];
  if (picture !== undefined) return { mimeType: picture };
  // Some programs put a few bytes before it; readers of PDF look through the first kilobyte.
  if (findPdf(head)) return { mimeType: 'application/pdf' };
  if (startsWith(head, OLD_OFFICE))
    return promised === WORD || promised === EXCEL
      ? { detail: 'it is locked with a password, or in the format of before 2007' }
      : { detail: 'it is in the format of Word, Excel or Outlook of before 2007' };
  const isZip = startsWith(head, [0x50, 0x4b, 0x03, 0x04]);
  if (isZip)
    return promised === WORD || promised === EXCEL ? { mimeType: promised } : { detail: 'it is a zip archive' };
  if (promised === undefined) return { detail: 'its name does not say what it is' };
  if (promised.startsWith('text/') || promised === 'message/rfc822') return { mimeType: promised };
  return { detail: `its bytes are not those of ${/\.[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? 'its kind'}` };
}

const startsWith = (bytes: Uint8Array, start: readonly number[], at = 0): boolean =>
  start.every((byte, offset) => bytes[at + offset] === byte);

const findPdf = (head: Uint8Array): boolean => {
  for (let at = 0; at + 5 <= head.length; at += 1)
    if (startsWith(head, [0x25, 0x50, 0x44, 0x46, 0x2d], at)) return true;
  return false;
};
