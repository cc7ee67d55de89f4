// The child in which models of speech run. The model used last stays loaded.
import { loadSilero } from '../../../models/silero-detector.ts';
import { type LoadedWhisper, loadWhisper } from '../../../models/transformers-transcriber.ts';
import { loadWhisperCpp } from '../../../models/whisper-cpp.ts';
import { loadWhisperCppDetector } from '../../../models/whisper-cpp-detector.ts';
import type { ModelEngine } from '../../domain/models.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { SpeechSpan } from '../../needs/speech-detector.ts';
import type { Heard, LanguageGuess } from '../../needs/transcriber.ts';
import { serveEngine } from './serve-engine.ts';

export interface SpeechModel {
  readonly engine: ModelEngine;
  /** Checked by `requireModel`. */
  readonly folder: string;
}

type Detect = (samples: Float32Array) => Promise<SpeechSpan[]>;
type Load<Loaded> = (folder: string) => Promise<Loaded>;

const TRANSCRIBERS: Partial<Record<ModelEngine, Load<LoadedWhisper>>> = {
  'transformers.js': loadWhisper,
  'whisper.cpp': loadWhisperCpp,
};

const DETECTORS: Partial<Record<ModelEngine, Load<Detect>>> = {
  'transformers.js': loadSilero,
  'whisper.cpp': loadWhisperCppDetector,
};

const METHODS = {
  transcribe: async ({
    model,
    samples,
    language,
  }: {
    readonly model: SpeechModel;
    readonly samples: Float32Array;
    readonly language: string | null;
  }): Promise<Heard> => (await getTranscriber(model)).transcribe(samples, language),
  guessLanguage: async ({
    model,
    samples,
  }: {
    readonly model: SpeechModel;
    readonly samples: Float32Array;
  }): Promise<LanguageGuess | undefined> => (await getTranscriber(model)).guessLanguage(samples),
  detect: async ({
    model,
    samples,
  }: {
    readonly model: SpeechModel;
    readonly samples: Float32Array;
  }): Promise<SpeechSpan[]> => (await getDetector(model))(samples),
};

export type SpeechMethods = typeof METHODS;

const getTranscriber = keepLast(TRANSCRIBERS);
const getDetector = keepLast(DETECTORS);

/** Two models at once are what the machine may have no memory for. */
function keepLast<Loaded>(
  loaders: Partial<Record<ModelEngine, Load<Loaded>>>,
): (model: SpeechModel) => Promise<Loaded> {
  let last: { readonly key: string; readonly loaded: Promise<Loaded> } | undefined;
  return async ({ engine, folder }) => {
    const load = loaders[engine];
    if (load === undefined)
      throw new MirrorError('engine/unfit', { data: { name: engine, detail: 'it runs no models of speech' } });
    const key = `${engine} ${folder}`;
    if (last?.key !== key) last = { key, loaded: load(folder) };
    try {
      return await last.loaded;
    } catch (error) {
      last = undefined;
      throw error;
    }
  };
}

serveEngine(METHODS);
