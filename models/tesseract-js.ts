// Tesseract as WebAssembly, the engine of tesseract.js: the same on every system, and nothing to install.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MirrorError } from '../src/domain/errors.ts';
import type { Recogniser } from './screen/create-screen-reader.ts';

/** A language as Tesseract calls it, and the file of its data: NAME.traineddata, packed as .gz or not. */
export interface LanguageData {
  readonly language: string;
  readonly file: string;
}

const require = createRequire(import.meta.url);

/** The data that comes with Mirror: English in small whole numbers, 2.9 MB. */
export function bundledEnglish(): LanguageData {
  const home = dirname(require.resolve('@tesseract.js-data/eng/package.json'));
  return { language: 'eng', file: `${home}/4.0.0_best_int/eng.traineddata.gz` };
}

export function nameTesseractJs({ language, file }: LanguageData): string {
  // Our own dependency's manifest: it has a version.
  const { version } = require('tesseract.js-core/package.json') as { version: string };
  return `tesseract.js ${version} (${language}${file === bundledEnglish().file ? '' : ', own data'})`;
}

/**
 * Takes half a second and 130 MB, and blocks while it reads: run it in a process of its own.
 * @throws reader/bad-data
 */
export async function openTesseractJs(data: LanguageData): Promise<Recogniser> {
  const core = await loadCore();
  const api = new core.TessBaseAPI();
  core.FS.writeFile(`/${data.language}.traineddata`, await readData(data.file));
  if (api.Init('/', data.language, LSTM_ONLY) !== 0)
    throw badData(data.file, 'it is not what Tesseract was trained to');
  api.SetVariable('tessedit_pageseg_mode', WHOLE_PAGE);
  // Lines it is not sure of are not read once more the other way round, a tenth of its time: they are turned before.
  api.SetVariable('tessedit_do_invert', '0');
  return {
    name: nameTesseractJs(data),
    recognise: async (picture) => {
      core.FS.writeFile(INPUT, picture);
      if (api.SetImageFile(UPRIGHT, 0) !== 0)
        throw new MirrorError('reader/failed', { data: { detail: 'it could not open the picture' } });
      api.Recognize(null);
      return api.GetTSVText(0);
    },
    close: async () => {
      api.End();
    },
  };
}

const LSTM_ONLY = 1;
/** Finds columns and blocks by itself. */
const WHOLE_PAGE = '3';
/** Where `SetImageFile` of this build looks for the picture. */
const INPUT = '/input';
/** The first of the eight orientations of Exif. */
const UPRIGHT = 1;

/** The part of the module (Emscripten, the C++ class TessBaseAPI) that is used here. */
interface TesseractCore {
  readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
  readonly TessBaseAPI: new () => {
    Init(folder: string, language: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    SetImageFile(orientation: number, angle: number): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    End(): void;
  };
}

/** What it would print on the way is for its own developers. */
const SILENT = { print: () => undefined, printErr: () => undefined, TesseractProgress: () => undefined };

/**
 * Not by way of tesseract.js itself: it throws out of reach where data is missing or wrong, which ends the process, and
 * looks for data on the network when told of none.
 */
async function loadCore(): Promise<TesseractCore> {
  type Load = (settings: typeof SILENT) => Promise<TesseractCore>;
  try {
    return await (require('tesseract.js-core/tesseract-core-relaxedsimd-lstm') as Load)(SILENT);
  } catch {
    // Before Node 21 the engine of JavaScript did not know these instructions.
    return (require('tesseract.js-core/tesseract-core-simd-lstm') as Load)(SILENT);
  }
}

async function readData(file: string): Promise<Uint8Array> {
  try {
    const bytes = await readFile(file);
    return file.endsWith('.gz') ? await promisify(gunzip)(bytes) : bytes;
  } catch (cause) {
    throw badData(file, cause instanceof Error ? cause.message : String(cause), cause);
  }
}

const badData = (file: string, detail: string, cause?: unknown): MirrorError =>
  new MirrorError('reader/bad-data', { data: { file, detail }, cause });
