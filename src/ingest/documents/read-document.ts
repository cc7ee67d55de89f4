// In: a document's bytes and name. Out: what it is, its title, its text page by page, and the files in it.
import { type DocumentInput, type DocumentReading, unreadable } from './document-reading.ts';
import { readDocx } from './read-docx.ts';
import { readEmail } from './read-email.ts';
import { readPdf } from './read-pdf.ts';
import { readText } from './read-text.ts';
import { readXlsx } from './read-xlsx.ts';
import { recogniseDocument } from './recognise.ts';

/**
 * Inputs are hostile: nothing in them is run, fetched or believed, and what takes too much is refused. How long it takes
 * is for the caller to watch.
 * @throws document/unreadable, document/locked, document/too-large
 */
export async function readDocument(input: DocumentInput): Promise<DocumentReading> {
  const found = recogniseDocument(input.file, input.bytes.subarray(0, 1024));
  if ('detail' in found) throw unreadable(input.file, found.detail);
  const { mimeType } = found;
  if (mimeType === 'application/pdf') return readPdf(input);
  if (mimeType === 'message/rfc822') return readEmail(input);
  if (mimeType.startsWith('image/')) return { mimeType, title: null, pages: [], warnings: [], attachments: [] };
  if (mimeType.startsWith('text/')) return readText(input, mimeType);
  return mimeType.endsWith('.sheet') ? readXlsx(input) : readDocx(input);
}
