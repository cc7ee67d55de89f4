// In: the path of a document. Out: what is in it; files inside it lie in a folder afterwards, each under a number.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentReading, MAX_DOCUMENT_BYTES, tooLarge } from '../../ingest/documents/document-reading.ts';
import { readDocument } from '../../ingest/documents/read-document.ts';

export interface DocumentFile extends Omit<DocumentReading, 'attachments'> {
  readonly attachments: readonly { readonly name: string; readonly file: string }[];
}

export interface DocumentFileOptions {
  /** What it is called, which says what it is where its bytes do not. */
  readonly name: string;
  /** For the files inside it; made when there are any. */
  readonly folder: string;
}

/**
 * For a thread of its own, see `ignoreStrays`.
 * @throws document/unreadable, document/locked, document/too-large
 */
export async function readDocumentFile(path: string, { name, folder }: DocumentFileOptions): Promise<DocumentFile> {
  ignoreStrays();
  const { size } = await stat(path);
  if (size > MAX_DOCUMENT_BYTES) throw tooLarge(name, `it has more than ${MAX_DOCUMENT_BYTES / 1024 ** 2} MB`);
  // pdf.js and the mail reader want plain arrays, and `readFile` may give a part of a shared one.
  const bytes = new Uint8Array(await readFile(path));
  const { attachments, ...reading } = await readDocument({ file: name, bytes, decode });
  const kept: { name: string; file: string }[] = [];
  if (attachments.length > 0) await mkdir(folder, { recursive: true });
  for (const [at, attachment] of attachments.entries()) {
    // Under a number: the name comes from whoever wrote the mail.
    const file = join(folder, String(at + 1));
    await writeFile(file, attachment.bytes, { flag: 'wx', mode: 0o600 });
    kept.push({ name: attachment.name, file });
  }
  return { ...reading, attachments: kept };
}

/**
 * pdf.js (in unpdf 1.8) answers a call about a damaged file and lets other promises of it fail with nobody listening,
 * which would end the thread. Its exceptions are known by their names; every other one still ends it.
 */
function ignoreStrays(): void {
  if (!process.listeners('unhandledRejection').includes(onStray)) process.on('unhandledRejection', onStray);
}

function onStray(reason: unknown): void {
  const name = typeof reason === 'object' && reason !== null ? String(Reflect.get(reason, 'name')) : '';
  if (!PDF_EXCEPTIONS.has(name)) throw reason;
}

const PDF_EXCEPTIONS: ReadonlySet<string> = new Set([
  'AbortException',
  'FormatError',
  'InvalidPDFException',
  'Jbig2Error',
  'JpegError',
  'JpxError',
  'MissingDataException',
  'ParserEOFException',
  'PasswordException',
  'ResponseException',
  'UnknownErrorException',
  'XRefEntryException',
  'XRefParseException',
]);

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);
