// In: the models folder. Out: whoever hears and detects speech on this machine, in a child process that is started
// when it is first needed.
import type { ModelEntry } from '../../domain/models.ts';
import type { StopSignal } from '../../lib/cancel.ts';
import type { SpeechDetector } from '../../needs/speech-detector.ts';
import type { Store } from '../../needs/store.ts';
import type { Transcriber } from '../../needs/transcriber.ts';
import type { ModelsFolder } from '../models/models-folder.ts';
import type { Egress } from '../egress/gate.ts';
import { requireModel } from '../models/verify-model.ts';
import type { OffThread } from '../off-thread/pool.ts';
import { findProgram } from '../programs/programs.ts';
import { serverTranscriber } from './ask-server.ts';
import { nameModel, pickModel } from './pick-model.ts';
import { findSpeechServer } from './speech-choice.ts';
import type { SpeechMethods, SpeechModel } from './speech.engine.ts';
import { type EngineProcess, startEngine } from './start-engine.ts';
import type { StartProcess } from './start-process.ts';
import { toAbort } from './to-abort.ts';

export interface SpeechEngines {
  /** Undefined where no model of speech is installed. Cheap: nothing is loaded before it is used. */
  transcriber(): Transcriber | undefined;
  /** A model where one is installed; loudness otherwise. */
  detector(): SpeechDetector;
  /** Ends the child. */
  close(): Promise<void>;
}

export interface SpeechEngineOptions {
  readonly models: ModelsFolder;
  readonly store: Pick<Store, 'readSetting'>;
  readonly offThread: OffThread;
  /** The way to a server of this machine, where a person chose one. */
  readonly egress: Pick<Egress, 'get'>;
  readonly startProcess?: StartProcess | undefined;
}

export function createSpeechEngines({
  models,
  store,
  offThread,
  egress,
  startProcess,
}: SpeechEngineOptions): SpeechEngines {
  const speech = startEngine<SpeechMethods>(findProgram('speech.engine'), {
    name: 'The program that runs models of speech',
    startProcess,
  });
  const open = openModel(models);
  return {
    transcriber: () => {
      const server = findSpeechServer(store);
      if (server) return serverTranscriber(server, egress);
      const model = pickModel(models, 'transcriber', store);
      return model && modelTranscriber(model, speech, open(model));
    },
    detector: () => {
      const model = pickModel(models, 'detector', store);
      return model ? modelDetector(model, speech, open(model)) : loudnessDetector(offThread);
    },
    close: () => speech.close(),
  };
}

type Open = (signal: StopSignal | undefined) => Promise<SpeechModel>;

/** Checks the files before each use, which mostly is a look: whisper.cpp takes half a model for a whole one. */
const openModel =
  (folder: ModelsFolder) =>
  ({ id, engine }: ModelEntry): Open =>
  async (signal) => ({ engine, folder: (await requireModel(folder, id, { signal: toAbort(signal) })).path });

function modelTranscriber(model: ModelEntry, speech: EngineProcess<SpeechMethods>, open: Open): Transcriber {
  return {
    madeBy: nameModel(model),
    languages: model.languages,
    transcribe: async (samples, language, { signal } = {}) =>
      speech.call('transcribe', { model: await open(signal), samples, language }, { signal }),
    guessLanguage: async (samples, { signal } = {}) =>
      speech.call('guessLanguage', { model: await open(signal), samples }, { signal }),
  };
}

function modelDetector(model: ModelEntry, speech: EngineProcess<SpeechMethods>, open: Open): SpeechDetector {
  return {
    madeBy: nameModel(model),
    detect: async (samples, { signal } = {}) =>
      speech.call('detect', { model: await open(signal), samples }, { signal }),
  };
}

/** In the worker: minutes of samples take it some milliseconds, which is too long for a request to wait behind. */
const loudnessDetector = (offThread: OffThread): SpeechDetector => ({
  madeBy: 'rule:loudness-1',
  detect: (samples, { signal } = {}) => offThread.run('detectByEnergy', [samples], toAbort(signal)),
});
