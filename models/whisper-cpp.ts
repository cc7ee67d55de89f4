// In: the folder of a Whisper in the format of whisper.cpp. Out: speech as text. It tells no probabilities, so what it
// makes up is known only by its words and their times; and a file that is cut it takes for an empty model, without a
// word: `requireModel` must have seen it.
import type { LoadedWhisper } from './transformers-transcriber.ts';
import {
  findGgmlFile,
  requireWhisperCpp,
  threads,
  toInt16,
  unfit,
  type WhisperContext,
} from './whisper-cpp-runtime.ts';

/** @throws engine/unfit */
export async function loadWhisperCpp(folder: string): Promise<LoadedWhisper> {
  const { WhisperContext } = requireWhisperCpp();
  const file = findGgmlFile(folder);
  let context: WhisperContext;
  try {
    context = await new WhisperContext({ filePath: file, useGpu: true });
  } catch (cause) {
    throw unfit(cause instanceof Error ? cause.message : String(cause), cause);
  }
  const hear = (samples: Float32Array, language: string | null) =>
    context.transcribeData(toInt16(samples), {
      language: language ?? 'auto',
      maxThreads: threads(),
      temperature: 0,
    }).promise;
  return {
    transcribe: async (samples, language) => {
      const { segments } = await hear(samples, language);
      const heard = segments.map(({ text, t0, t1 }) => ({
        startMs: Math.round(t0),
        endMs: Math.round(t1),
        text: text.trim(),
        logProbability: null,
      }));
      return { segments: heard.filter(({ text }) => text !== ''), noSpeech01: null };
    },
    // It guesses on the way to the words and does not say how sure it is.
    guessLanguage: async (samples) => {
      const { language } = await hear(samples, null);
      return language ? { language, probability01: 0.5 } : undefined;
    },
  };
}
