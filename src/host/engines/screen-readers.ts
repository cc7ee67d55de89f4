// In: the language of a recording. Out: what reads its screens best on this machine, in a child process.
import { nameReading } from '../../../models/screen/create-screen-reader.ts';
import { findSystemTesseract, nameSystemTesseract, type SystemTesseract } from '../../../models/system-tesseract.ts';
import { bundledEnglish, nameTesseractJs } from '../../../models/tesseract-js.ts';
import { tesseractName } from '../../../models/tesseract-languages.ts';
import type { ModelId } from '../../domain/models.ts';
import type { ScreenReader } from '../../needs/screen-reader.ts';
import { OUTSIDE } from '../files/create-files.ts';
import type { FilesAccess } from '../files/workspace-files.ts';
import { listModels } from '../models/model-service.ts';
import { fileIn, type ModelsFolder } from '../models/models-folder.ts';
import { requireModel } from '../models/verify-model.ts';
import { findProgram } from '../programs/programs.ts';
import type { ReaderMethods, ReaderSource } from './reader.engine.ts';
import { startEngine } from './start-engine.ts';
import type { StartProcess } from './start-process.ts';

export interface ChosenReader extends ScreenReader {
  /** Whether it was made for the language asked for; if not, it is the one for English. */
  readonly isFitting: boolean;
  /** A model of the catalog for that language, where none is here. */
  readonly fetchable: ModelId | undefined;
}

export interface ScreenReaders {
  /** @throws models/damaged for a model that somebody fetched for this language and that is not whole any more */
  choose(language: string, options: { readonly signal: AbortSignal }): Promise<ChosenReader>;
  close(): Promise<void>;
}

export interface ScreenReaderOptions {
  readonly models: ModelsFolder;
  /** Of the workspace that the pictures lie in. */
  readonly access?: FilesAccess;
  readonly findTesseract?: () => Promise<SystemTesseract | undefined>;
  readonly startProcess?: StartProcess | undefined;
}

/**
 * The machine's own Tesseract where it has the language, being twice as fast; else a model somebody fetched; else what
 * comes with Mirror, which is English. One child for all of them, one picture at a time.
 */
export function createScreenReaders({
  models,
  access = OUTSIDE.access,
  findTesseract = () => findSystemTesseract(),
  startProcess,
}: ScreenReaderOptions): ScreenReaders {
  let looking: Promise<SystemTesseract | undefined> | undefined;
  // Below 1 all of its threads wait for each other; the child passes it on.
  const engine = startEngine<ReaderMethods>(findProgram('reader.engine'), {
    name: 'The screen reader',
    env: { OMP_THREAD_LIMIT: '1' },
    startProcess,
  });
  const find = async (language: string, signal: AbortSignal): Promise<ReaderSource | undefined> => {
    const name = tesseractName(language);
    if (name === undefined) return undefined;
    const tesseract = await (looking ??= findTesseract());
    if (tesseract?.languages.includes(name)) return { engine: 'system', tesseract, language: name };
    return findModel(models, name, signal);
  };
  return {
    choose: async (language, { signal }) => {
      const fitting = await find(language, signal);
      const source: ReaderSource = fitting ?? (await find('en', signal)) ?? { engine: 'own', data: bundledEnglish() };
      const isFitting = fitting !== undefined || tesseractName(language) === 'eng';
      return {
        isFitting,
        fetchable: isFitting ? undefined : findFetchable(models, language),
        madeBy: nameReading(nameSource(source)),
        read: (file, { before = [], signal: stop } = {}) =>
          engine.call('read', { source, access, file, before }, { signal: stop }),
      };
    },
    close: () => engine.close(),
  };
}

const nameSource = (source: ReaderSource): string =>
  source.engine === 'system' ? nameSystemTesseract(source.tesseract, source.language) : nameTesseractJs(source.data);

/** An installed model with the data of this language, looked at again before it is used. */
async function findModel(folder: ModelsFolder, name: string, signal: AbortSignal): Promise<ReaderSource | undefined> {
  const found = listModels(folder).find(
    ({ model, state }) => model.role === 'reader' && state === 'installed' && dataOf(model.files, name) !== undefined,
  );
  if (found === undefined) return undefined;
  const { model, path } = await requireModel(folder, found.model.id, { signal });
  const file = dataOf(model.files, name);
  return file && { engine: 'own', data: { language: name, file: fileIn(path, file) } };
}

const findFetchable = (folder: ModelsFolder, language: string): ModelId | undefined =>
  listModels(folder).find(
    ({ model, refused }) => model.role === 'reader' && refused === null && model.languages.includes(language),
  )?.model.id;

const dataOf = <File extends { readonly path: string }>(files: readonly File[], name: string): File | undefined =>
  files.find(({ path }) => path.split('/').at(-1) === `${name}.traineddata`);
