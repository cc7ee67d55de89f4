// The child in which screens are read. What was opened for the last picture stays open for the next.
import { createScreenReader } from '../../../models/screen/create-screen-reader.ts';
import { openSystemTesseract, type SystemTesseract } from '../../../models/system-tesseract.ts';
import { type LanguageData, openTesseractJs } from '../../../models/tesseract-js.ts';
import type { ScreenWord } from '../../domain/evidence.ts';
import type { ReadScreen, ScreenReader } from '../../needs/screen-reader.ts';
import { serveEngine } from './serve-engine.ts';

export type ReaderSource =
  | { readonly engine: 'system'; readonly tesseract: SystemTesseract; readonly language: string }
  | { readonly engine: 'own'; readonly data: LanguageData };

const METHODS = {
  read: async ({
    source,
    file,
    before,
  }: {
    readonly source: ReaderSource;
    readonly file: string;
    readonly before: readonly ReadScreen[] | undefined;
  }): Promise<ScreenWord[]> => (await getReader(source)).read(file, { before }),
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
