// In: the folder of a Silero VAD in the format of whisper.cpp. Out: where somebody speaks.
import type { SpeechSpan } from '../src/needs/speech-detector.ts';
import { findGgmlFile, requireWhisperCpp, toInt16, unfit, type WhisperVadContext } from './whisper-cpp-runtime.ts';

/** @throws engine/unfit */
export async function loadWhisperCppDetector(
  folder: string,
): Promise<(samples: Float32Array) => Promise<SpeechSpan[]>> {
  const { WhisperVadContext } = requireWhisperCpp();
  const file = findGgmlFile(folder);
  let context: WhisperVadContext;
  try {
    context = await new WhisperVadContext({ filePath: file, useGpu: false });
  } catch (cause) {
    throw unfit(cause instanceof Error ? cause.message : String(cause), cause);
  }
  return async (samples) => {
    const found = await context.detectSpeechData(toInt16(samples), OPTIONS);
    return found.map(({ t0, t1 }) => ({ startMs: Math.round(t0 * 10), endMs: Math.round(t1 * 10) }));
  };
}

const OPTIONS = { threshold: 0.5, minSpeechDurationMs: 200, minSilenceDurationMs: 400, speechPadMs: 100 };
