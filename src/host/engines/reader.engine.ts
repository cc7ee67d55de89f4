// The child in which screens are read. What was opened for the last picture stays open for the next.
import { basename } from 'node:path';
import { createScreenReader } from '../../../models/screen/create-screen-reader.ts';
import { openSystemTesseract, type SystemTesseract } from '../../../models/system-tesseract.ts';
import { type LanguageData, openTesseractJs } from '../../../models/tesseract-js.ts';
import type { ScreenWord } from '../../domain/evidence.ts';
import type { PictureFile, ReadScreen, ScreenReader } from '../../needs/screen-reader.ts';
import { accessFiles } from '../files/create-files.ts';
import { readWhole } from '../files/whole-file.ts';
import type { FilesAccess, WorkspaceFiles } from '../files/workspace-files.ts';
import { serveEngine } from './serve-engine.ts';

export type ReaderSource =
  | { readonly engine: 'system'; readonly tesseract: SystemTesseract; readonly language: string }
  | { readonly engine: 'own'; readonly data: LanguageData };

interface ReadRequest {
  readonly source: ReaderSource;
  /** Of the workspace that the pictures lie in. */
  readonly access: FilesAccess;
  readonly file: PictureFile;
  readonly before: readonly ReadScreen[];
}

/** What is sealed is opened in memory alone. */
const load = async (files: WorkspaceFiles, file: PictureFile): Promise<PictureFile> =>
  typeof file === 'string' && files.seals(file) ? { name: basename(file), bytes: await readWhole(files, file) } : file;

const METHODS = {
  read: async ({ source, access, file, before }: ReadRequest): Promise<ScreenWord[]> => {
    const files = accessFiles(access);
    const reader = await getReader(source);
    const known = before.map(async (screen) => ({ words: screen.words, file: await load(files, screen.file) }));
    return reader.read(await load(files, file), { before: await Promise.all(known) });
  },
};
export type ReaderMethods = typeof METHODS;

let last: { readonly key: string; readonly reader: Promise<ScreenReader> } | undefined;

async function getReader(source: ReaderSource): Promise<ScreenReader> {
  const key = JSON.stringify(source);
  if (last?.key !== key) last = { key, reader: openReader(source) };
  try {
    return await last.reader;
  } catch (error) {
    last = undefined;
    throw error;
  }
}

async function openReader(source: ReaderSource): Promise<ScreenReader> {
  if (source.engine === 'system') return createScreenReader(openSystemTesseract(source.tesseract, source.language));
  return createScreenReader(await openTesseractJs(source.data));
}

serveEngine(METHODS);
