// In: a folder, and what to say. Out: a language model of 10 kB in it, with every file a real one has and nothing learned:
// of each token it knows the one that follows. Its chat template tells by the last message which chain of them begins.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OnnxGraph, writeOnnx } from './write-onnx.ts';

/** Pieces of text, none of them twice. */
export interface TinySayings {
  readonly first: readonly string[];
  /** When it is told the result of a tool. */
  readonly then: readonly string[];
  /** The last piece is followed by the first, for ever. */
  readonly isEndless?: boolean;
}

export const TINY_CONTEXT = 512;
const SPECIAL = ['[PAD]', '[UNK]', '<eos>', '<first>', '<then>', '<system>', '<user>', '<assistant>'];
const END = SPECIAL.indexOf('<eos>');

/** Writes the model; some milliseconds. */
export function writeTinyWriter(folder: string, sayings: TinySayings): void {
  const tokens = [...SPECIAL, ...sayings.first, ...sayings.then];
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), writeOnnx(makeGraph(tokens, sayings)));
  for (const [name, content] of Object.entries({
    'config.json': {
      model_type: 'gpt2',
      architectures: ['GPT2LMHeadModel'],
      n_layer: 1,
      n_head: 1,
      n_embd: 4,
      n_positions: TINY_CONTEXT,
      vocab_size: tokens.length,
      eos_token_id: END,
    },
    'generation_config.json': { eos_token_id: END, pad_token_id: 0 },
    'tokenizer_config.json': {
      tokenizer_class: 'PreTrainedTokenizerFast',
      model_max_length: TINY_CONTEXT,
      clean_up_tokenization_spaces: false,
      eos_token: '<eos>',
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      chat_template: TEMPLATE,
    },
    'tokenizer.json': makeTokenizer(tokens),
  })) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
}

const TEMPLATE = [
  "{% for message in messages %}<{{ message['role'] }}>{{ message['content'] }}{% endfor %}",
  '{% if add_generation_prompt %}',
  "{% if 'Result of' in messages[-1]['content'] %}<then>{% else %}<first>{% endif %}",
  '{% endif %}',
].join('');

/** A row for each token, with the one that follows at 1 and all others at 0. */
function makeGraph(tokens: readonly string[], { first, then, isEndless }: TinySayings): OnnxGraph {
  const size = tokens.length;
  const follows = Array.from({ length: size }, () => END);
  for (const [mark, said] of [
    ['<first>', first],
    ['<then>', then],
  ] as const) {
    const begin = tokens.indexOf(said[0] ?? '<eos>', SPECIAL.length);
    follows[SPECIAL.indexOf(mark)] = begin;
    for (const at of said.keys()) follows[begin + at] = at + 1 < said.length ? begin + at + 1 : isEndless ? begin : END;
  }
  const data = Float32Array.from(
    follows.flatMap((next) => Array.from({ length: size }, (_, id) => (id === next ? 1 : 0))),
  );
  return {
    inputs: [
      { name: 'input_ids', type: 'int64', shape: ['batch_size', 'length'] },
      { name: 'attention_mask', type: 'int64', shape: ['batch_size', 'whole'] },
    ],
    outputs: [{ name: 'logits', type: 'float', shape: ['batch_size', 'length', size] }],
    constants: {
      follows: { data, shape: [size, size] },
      zero: { data: Float32Array.of(0), shape: [] },
    },
    nodes: [
      { op: 'Gather', inputs: ['follows', 'input_ids'], outputs: ['rows'] },
      // Used, so that it stays an input: a real one reads it.
      { op: 'Cast', inputs: ['attention_mask'], outputs: ['mask'], attributes: { to: 1 } },
      { op: 'ReduceMax', inputs: ['mask'], outputs: ['one'], attributes: { keepdims: 0 } },
      { op: 'Mul', inputs: ['one', 'zero'], outputs: ['nothing'] },
      { op: 'Add', inputs: ['rows', 'nothing'], outputs: ['logits'] },
    ],
  };
}

const makeTokenizer = (tokens: readonly string[]) => ({
  version: '1.0',
  added_tokens: tokens.map((content, id) => ({
    id,
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: id < SPECIAL.length,
  })),
  normalizer: null,
  pre_tokenizer: { type: 'WhitespaceSplit' },
  post_processor: null,
  decoder: { type: 'Fuse' },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
  },
});
