// In: the folder of a language model in ONNX. Out: its turns, word by word, by transformers.js in this process: give it one
// of its own.
import { MirrorError } from '../src/domain/errors.ts';
import { findTransformersModel, loadOrRefuse } from './transformers-runtime.ts';

export interface PlainMessage {
  readonly role: 'system' | 'user' | 'assistant';
  readonly content: string;
}

export interface WrittenTurn {
  readonly tokens: { readonly input: number; readonly output: number };
  /** It may write no more. */
  readonly isCut: boolean;
}

/** A model in memory: some gigabytes. */
export interface LoadedWriter {
  /** What it reads and writes at once, by its own files. */
  readonly contextTokens: number;
  /**
   * The likeliest word each time, so the same question has the same answer.
   * @throws writer/too-long: nothing is ever cut off
   */
  write(
    messages: readonly PlainMessage[],
    options: { readonly maxOutputTokens: number; readonly tell: (text: string) => void },
  ): Promise<WrittenTurn>;
}

/**
 * @param folder checked by `requireModel`
 * @throws engine/unfit
 */
export async function loadWriter(folder: string): Promise<LoadedWriter> {
  const { transformers, id, options } = await findTransformersModel(folder, 'model');
  const [tokenizer, model] = await loadOrRefuse(() =>
    Promise.all([
      transformers.AutoTokenizer.from_pretrained(id, options),
      transformers.AutoModelForCausalLM.from_pretrained(id, options),
    ]),
  );
  const contextTokens = readContext(model.config, tokenizer.model_max_length);
  return {
    contextTokens,
    write: async (messages, { maxOutputTokens, tell }) => {
      // Safe: without `tokenize: false` it gives tensors.
      const inputs = tokenizer.apply_chat_template([...messages], {
        add_generation_prompt: true,
        return_dict: true,
      }) as { input_ids: { dims: number[] } };
      const input = inputs.input_ids.dims.at(-1) ?? 0;
      if (input + maxOutputTokens > contextTokens) {
        const detail = `${input} tokens and ${maxOutputTokens} for the answer, of ${contextTokens}`;
        throw new MirrorError('writer/too-long', { data: { model: id, detail } });
      }
      const streamer = new transformers.TextStreamer(tokenizer, {
        skip_prompt: true,
        skip_special_tokens: true,
        callback_function: (text: string) => void (text !== '' && tell(text)),
      });
      const limits = { max_new_tokens: maxOutputTokens, do_sample: false, return_dict_in_generate: false };
      // Safe: with these limits it gives the tokens of the prompt and of the answer.
      const output = (await model.generate({ ...inputs, ...limits, streamer })) as {
        dims: number[];
        tolist(): bigint[][];
      };
      const written = (output.dims.at(-1) ?? input) - input;
      const last = Number(output.tolist()[0]?.at(-1));
      const isCut = written >= maxOutputTokens && !readEnds(model.generation_config).includes(last);
      return { tokens: { input, output: written }, isCut };
    },
  };
}

/** The names that families of models give it; the smallest of those told. */
function readContext(config: object, most: unknown): number {
  const names = ['max_position_embeddings', 'n_positions', 'max_seq_len', 'seq_length'];
  const told = [most, ...names.map((name) => (config as Record<string, unknown>)[name])];
  const sizes = told.filter((size): size is number => typeof size === 'number' && size >= 256 && size < 1e8);
  return sizes.length === 0 ? 2048 : Math.min(...sizes);
}

const readEnds = (config: { eos_token_id?: number | number[] | null } | null): number[] =>
  [config?.eos_token_id ?? []].flat();
