// In: the path of a document. Out: what is in it; files inside it lie in a folder afterwards, each under a number.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type DocumentReading, MAX_DOCUMENT_BYTES, tooLarge } from '../../ingest/documents/document-reading.ts';
import { readDocument } from '../../ingest/documents/read-document.ts';
import { accessFiles, OUTSIDE } from '../files/create-files.ts';
import { readWhole, writeWhole } from '../files/whole-file.ts';
import type { FilesAccess } from '../files/workspace-files.ts';

export interface DocumentFile extends Omit<DocumentReading, 'attachments'> {
  readonly attachments: readonly { readonly name: string; readonly file: string }[];
}

export interface DocumentFileOptions {
  /** What it is called, which says what it is where its bytes do not. */
  readonly name: string;
  /** For the files inside it; made when there are any. */
  readonly folder: string;
  /** Of the workspace that it lies in, or they do. */
  readonly access?: FilesAccess | undefined;
}

/**
 * For a thread of its own, see `ignoreStrays`.
 * @throws document/unreadable, document/locked, document/too-large
 */
export async function readDocumentFile(
  path: string,
  { name, folder, access = OUTSIDE.access }: DocumentFileOptions,
): Promise<DocumentFile> {
  ignoreStrays();
  const files = accessFiles(access);
  if (((await files.sizeOf(path)) ?? 0) > MAX_DOCUMENT_BYTES)
    throw tooLarge(name, `it has more than ${MAX_DOCUMENT_BYTES / 1024 ** 2} MB`);
  // pdf.js and the mail reader want plain arrays, and `readFile` may give a part of a shared one.
  const bytes = new Uint8Array(await readWhole(files, path));
  const { attachments, ...reading } = await readDocument({ file: name, bytes, decode });
  const kept: { name: string; file: string }[] = [];
  if (attachments.length > 0) await mkdir(folder, { recursive: true });
  for (const [at, attachment] of attachments.entries()) {
    // Under a number: the name comes from whoever wrote the mail.
    const file = join(folder, String(at + 1));
    await writeWhole(files, file, attachment.bytes);
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
