// In: the folder of a Whisper in ONNX. Out: speech as text, by transformers.js in this process: give it one of its own.
import type * as Library from '@huggingface/transformers';
import { MirrorError } from '../src/domain/errors.ts';
import { type Heard, type LanguageGuess, SAMPLES_PER_SECOND } from '../src/needs/transcriber.ts';
import { findTransformersModel, loadOrRefuse } from './transformers-runtime.ts';
import { readSaidTokens, type SaidToken } from './whisper-tokens.ts';

/** A model in memory: hundreds of megabytes. */
export interface LoadedWhisper {
  /** At most 30 seconds of samples; the language as `Transcriber` says. */
  transcribe(samples: Float32Array, language: string | null): Promise<Heard>;
  guessLanguage(samples: Float32Array): Promise<LanguageGuess | undefined>;
}

/**
 * The pipeline of transformers.js tells neither how probable its words are nor whether anybody speaks at all, and
 * guesses no language: so its parts are called here one by one, on one pass of the encoder, which is most of the work.
 * @throws engine/unfit
 */
export async function loadWhisper(folder: string): Promise<LoadedWhisper> {
  const { transformers, id, options } = await findTransformersModel(folder, 'encoder_model');
  const pipeline = await loadOrRefuse(() => transformers.pipeline('automatic-speech-recognition', id, options));
  // Safe: what is used of version 4.3.1, which is pinned; the tests run it.
  const { model, processor, tokenizer } = pipeline as unknown as WhisperParts;
  // So that what was encoded once is not encoded again for the words.
  model.forward_params = [...model.forward_params, 'encoder_outputs'];
  const layout = readLayout(model);

  const encode = async (samples: Float32Array): Promise<Encoded> => {
    const { input_features } = await processor(samples);
    const prepared = await model[PREPARE]({
      inputs_tensor: input_features,
      model_inputs: { input_features },
      model_input_name: 'input_features',
      generation_config: { guidance_scale: null },
    });
    return { input_features, encoder_outputs: prepared.encoder_outputs };
  };

  /** What the model would say first: the language, or that nobody speaks. */
  const readOpening = async (encoded: Encoded): Promise<Float32Array> => {
    const start = BigInt(layout.start);
    const decoder_input_ids = new transformers.Tensor('int64', BigInt64Array.of(start), [1, 1]);
    const { logits } = await model({ ...encoded, decoder_input_ids });
    return logits.data;
  };

  return {
    transcribe: async (samples, language) => {
      const encoded = await encode(samples);
      const opening = await readOpening(encoded);
      const spoken = layout.languages.size === 0 ? null : pickLanguage(layout, language, opening);
      const watch = watchProbabilities(transformers);
      const sequences = await model.generate({
        inputs: encoded.input_features,
        encoder_outputs: encoded.encoder_outputs,
        logits_processor: watch.processors,
        return_timestamps: true,
        // With a limit there is one pass and no seeking on: a span is one window.
        max_new_tokens: MOST_TOKENS,
        ...(spoken && { language: spoken, task: 'transcribe' }),
      });
      const ids = sequences.tolist()[0]!.map(Number).slice(-watch.logProbabilities.length);
      const said: SaidToken[] = ids.map((token, at) => ({ id: token, logProbability: watch.logProbabilities[at]! }));
      return {
        segments: readSaidTokens(said, {
          endOfText: layout.endOfText,
          firstTime: layout.noTimes + 1,
          lengthMs: Math.round((samples.length / SAMPLES_PER_SECOND) * 1000),
          decode: (tokens) => tokenizer.decode([...tokens], { skip_special_tokens: true }),
        }),
        // In every Whisper the mark for "nobody speaks" stands right before the one for "without times".
        noSpeech01: Math.exp(logProbability(opening, layout.noTimes - 1)),
      };
    },
    guessLanguage: async (samples) => {
      if (layout.languages.size < 2) return undefined;
      return guess(layout, await readOpening(await encode(samples)));
    },
  };
}

/** Where the library encodes; by its underscore nobody else is meant to call it, and no public door gives what it returns. */
const PREPARE = '_prepare_encoder_decoder_kwargs_for_generation';

/** Half of what the decoder's window holds, as OpenAI's own program has it. */
const MOST_TOKENS = 224;

interface Encoded {
  readonly input_features: Library.Tensor;
  readonly encoder_outputs: Library.Tensor;
}

interface WhisperParts {
  readonly processor: (samples: Float32Array) => Promise<{ input_features: Library.Tensor }>;
  readonly tokenizer: { decode(ids: number[], options: object): string };
  readonly model: {
    (inputs: object): Promise<{ logits: { data: Float32Array } }>;
    forward_params: readonly string[];
    readonly generation_config: WhisperConfig | null;
    generate(options: object): Promise<{ tolist(): bigint[][] }>;
    [PREPARE](inputs: object): Promise<{ encoder_outputs: Library.Tensor }>;
  };
}

interface WhisperConfig {
  readonly decoder_start_token_id: number;
  readonly eos_token_id: number | readonly number[];
  readonly no_timestamps_token_id: number;
  readonly lang_to_id?: Readonly<Record<string, number>>;
}

interface Layout {
  readonly start: number;
  readonly endOfText: number;
  readonly noTimes: number;
  /** Token by language; empty for a model that knows English alone. */
  readonly languages: ReadonlyMap<string, number>;
}

function readLayout({ generation_config: config }: WhisperParts['model']): Layout {
  if (config?.no_timestamps_token_id === undefined) {
    throw new MirrorError('engine/unfit', { data: { name: 'transformers.js', detail: 'this model is no Whisper' } });
  }
  const { decoder_start_token_id: start, eos_token_id: end, no_timestamps_token_id: noTimes, lang_to_id = {} } = config;
  const languages = new Map(Object.entries(lang_to_id).map(([token, id]) => [token.slice(2, -2), id]));
  return { start, endOfText: typeof end === 'number' ? end : end[0]!, noTimes, languages };
}

const pickLanguage = (layout: Layout, wanted: string | null, opening: Float32Array): string =>
  wanted !== null && layout.languages.has(wanted) ? wanted : guess(layout, opening).language;

/** Among the languages alone, as if somebody did speak. */
function guess({ languages }: Layout, opening: Float32Array): LanguageGuess {
  const weights = [...languages].map(([language, id]) => ({ language, weight: opening[id]! }));
  const best = weights.reduce((a, b) => (b.weight > a.weight ? b : a));
  const sum = weights.reduce((all, { weight }) => all + Math.exp(weight - best.weight), 0);
  return { language: best.language, probability01: 1 / sum };
}

/** Of the token by all weights: the logarithm of its share of the sum of their powers of e. */
function logProbability(weights: Float32Array, token: number): number {
  const most = weights.reduce((a, b) => Math.max(a, b), -Infinity);
  let sum = 0;
  for (const weight of weights) sum += Math.exp(weight - most);
  return weights[token]! - most - Math.log(sum);
}

/** Looks on as the last of the processors, when everything forbidden is out: the highest weight is the token taken. */
function watchProbabilities({ LogitsProcessor, LogitsProcessorList }: typeof Library) {
  const logProbabilities: number[] = [];
  class Watch extends LogitsProcessor {
    override _call(_ids: bigint[][], logits: Library.Tensor): Library.Tensor {
      // Safe: generate() makes them float32 before anybody sees them.
      const weights = logits.data as Float32Array;
      logProbabilities.push(
        logProbability(
          weights,
          weights.reduce((best, weight, at) => (weight > weights[best]! ? at : best), 0),
        ),
      );
      return logits;
    }
  }
  class LastInLine extends LogitsProcessorList {
    override [Symbol.iterator]() {
      return [...super[Symbol.iterator](), new Watch()].values();
    }
  }
  return { processors: new LastInLine(), logProbabilities };
}
