// In: the folder of a Silero VAD in ONNX (version 5). Out: where somebody speaks.
import type * as Library from '@huggingface/transformers';
import type { SpeechSpan } from '../src/needs/speech-detector.ts';
import { SAMPLES_PER_SECOND } from '../src/needs/transcriber.ts';
import { findTransformersModel, loadOrRefuse } from './transformers-runtime.ts';

/** 32 ms: it was trained on this length alone. */
const WINDOW = 512;
/** Two layers of 128 numbers that it hands from one window to the next. */
const MEMORY = [2, 1, 128];

/** @throws engine/unfit */
export async function loadSilero(folder: string): Promise<(samples: Float32Array) => Promise<SpeechSpan[]>> {
  const { transformers, id, options } = await findTransformersModel(folder, 'model');
  const { AutoModel, PretrainedConfig, Tensor } = transformers;
  // It has no config.json: a model of no known kind is given its inputs and gives its outputs as they are.
  const config = new PretrainedConfig({ model_type: 'custom' });
  const load = () => AutoModel.from_pretrained(id, { ...options, config });
  const model = (await loadOrRefuse(load)) as unknown as Silero;
  const rate = new Tensor('int64', BigInt64Array.of(BigInt(SAMPLES_PER_SECOND)), []);
  return async (samples) => {
    let state = new Tensor('float32', new Float32Array(256), MEMORY);
    const probabilities: number[] = [];
    for (let at = 0; at < samples.length; at += WINDOW) {
      const window = new Float32Array(WINDOW);
      window.set(samples.subarray(at, at + WINDOW));
      const input = new Tensor('float32', window, [1, WINDOW]);
      const { output, stateN } = await model({ input, sr: rate, state });
      state = stateN;
      probabilities.push(output.data[0]!);
    }
    const lengthMs = Math.floor((samples.length * 1000) / SAMPLES_PER_SECOND);
    return readProbabilities(probabilities, lengthMs);
  };
}

type Silero = (inputs: object) => Promise<{ output: { data: Float32Array }; stateN: Library.Tensor }>;

const WINDOW_MS = (WINDOW * 1000) / SAMPLES_PER_SECOND;
const BEGINS = 0.5;
/** A span goes on while it is likelier than this, as Silero's own program has it. */
const GOES_ON = 0.35;
const LONGEST_PAUSE_MS = 400;
const SHORTEST_SPEECH_MS = 200;
const MARGIN_MS = 100;

/** @param probabilities that somebody speaks, one for each window */
export function readProbabilities(probabilities: readonly number[], lengthMs: number): SpeechSpan[] {
  const spans: SpeechSpan[] = [];
  let from = -1;
  let last = -1;
  const close = (): void => {
    const endMs = (last + 1) * WINDOW_MS;
    if (from >= 0 && endMs - from * WINDOW_MS >= SHORTEST_SPEECH_MS) {
      const startMs = Math.max(spans.at(-1)?.endMs ?? 0, Math.round(from * WINDOW_MS - MARGIN_MS));
      spans.push({ startMs, endMs: Math.min(lengthMs, Math.round(endMs + MARGIN_MS)) });
    }
    from = -1;
  };
  for (const [at, probability] of probabilities.entries()) {
    if (probability >= (from < 0 ? BEGINS : GOES_ON)) {
      if (from < 0) from = at;
      last = at;
    } else if (from >= 0 && (at - last) * WINDOW_MS > LONGEST_PAUSE_MS) close();
  }
  close();
  return spans;
}
