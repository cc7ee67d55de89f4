// In: a folder. Out: a BERT of 30 kB in it, with every file a real sentence embedder has and nothing learned: each token
// has a vector of its own, and words of one group nearly the same, so that what means the same lies close together.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../src/lib/random.ts';
import { type OnnxGraph, writeOnnx } from './write-onnx.ts';

/** Words of a group mean the same to it. */
export const GROUPS: readonly (readonly string[])[] = [
  ['invoice', 'bill', 'receipt'],
  ['check', 'verify', 'compare'],
  ['customer', 'client', 'buyer'],
  ['send', 'forward', 'mail'],
  ['order', 'purchase'],
  ['pay', 'refund', 'transfer'],
  ['wait', 'delay'],
  ['warehouse', 'stock'],
];
const OTHERS = ['i', 'we', 'the', 'a', 'to', 'in', 'it', 'is', 'for', 'and', 'then', 'open', 'amount', 'finance'];
const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];
/** What is no word of it falls into letters. */
const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789.,-'.split('');
const TOKENS = [...SPECIAL, ...GROUPS.flat(), ...OTHERS, ...LETTERS, ...LETTERS.map((letter) => `##${letter}`)];
export const TINY_BERT_SIZE = 48;

/** Writes the model; some milliseconds. */
export function writeTinyBert(folder: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  writeFileSync(join(folder, 'onnx', 'model_quantized.onnx'), writeOnnx(GRAPH));
  for (const [name, content] of Object.entries({
    'config.json': CONFIG,
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      model_max_length: 512,
      do_lower_case: true,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
    },
    'tokenizer.json': TOKENIZER,
  })) {
    writeFileSync(join(folder, name), JSON.stringify(content));
  }
}

/** Marks of the beginning and the end weigh next to nothing, a group's words point one way. */
function vectors(): Float32Array {
  const random = createRandom(11);
  const draw = (): number[] => Array.from({ length: TINY_BERT_SIZE }, () => random() - 0.5);
  const ofGroup = GROUPS.map(draw);
  return Float32Array.from(
    TOKENS.flatMap((token) => {
      const own = draw();
      const group = GROUPS.findIndex((words) => words.includes(token));
      if (group >= 0) return own.map((value, at) => 2 * ofGroup[group]![at]! + 0.2 * value);
      const weight = SPECIAL.includes(token) ? 0.001 : OTHERS.includes(token) ? 0.2 : 0.4;
      return own.map((value) => weight * value);
    }),
  );
}

const input = (name: string) => ({ name, type: 'int64', shape: ['batch_size', 'length'] }) as const;

const GRAPH: OnnxGraph = {
  inputs: [input('input_ids'), input('attention_mask'), input('token_type_ids')],
  outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['batch_size', 'length', TINY_BERT_SIZE] }],
  constants: {
    vectors: { data: vectors(), shape: [TOKENS.length, TINY_BERT_SIZE] },
    last_axis: { data: BigInt64Array.of(-1n), shape: [1] },
  },
  nodes: [
    { op: 'Gather', inputs: ['vectors', 'input_ids'], outputs: ['words'] },
    // Used, so that they stay inputs: a real one reads both.
    { op: 'Cast', inputs: ['attention_mask'], outputs: ['mask'], attributes: { to: 1 } },
    { op: 'Cast', inputs: ['token_type_ids'], outputs: ['kinds'], attributes: { to: 1 } },
    { op: 'Add', inputs: ['mask', 'kinds'], outputs: ['weights'] },
    { op: 'Unsqueeze', inputs: ['weights', 'last_axis'], outputs: ['column'] },
    { op: 'Mul', inputs: ['words', 'column'], outputs: ['last_hidden_state'] },
  ],
};

const CONFIG = {
  model_type: 'bert',
  architectures: ['BertModel'],
  hidden_size: TINY_BERT_SIZE,
  num_hidden_layers: 1,
  num_attention_heads: 1,
  max_position_embeddings: 512,
  vocab_size: TOKENS.length,
};

const idOf = (token: string): number => TOKENS.indexOf(token);

const TOKENIZER = {
  version: '1.0',
  added_tokens: SPECIAL.map((content) => ({
    id: idOf(content),
    content,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
    special: true,
  })),
  normalizer: {
    type: 'BertNormalizer',
    clean_text: true,
    handle_chinese_chars: true,
    strip_accents: null,
    lowercase: true,
  },
  pre_tokenizer: { type: 'BertPreTokenizer' },
  post_processor: {
    type: 'TemplateProcessing',
    single: [
      { SpecialToken: { id: '[CLS]', type_id: 0 } },
      { Sequence: { id: 'A', type_id: 0 } },
      { SpecialToken: { id: '[SEP]', type_id: 0 } },
    ],
    pair: [],
    special_tokens: Object.fromEntries(['[CLS]', '[SEP]'].map((id) => [id, { id, ids: [idOf(id)], tokens: [id] }])),
  },
  decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
  model: {
    type: 'WordPiece',
    unk_token: '[UNK]',
    continuing_subword_prefix: '##',
    max_input_chars_per_word: 100,
    vocab: Object.fromEntries(TOKENS.map((token, id) => [token, id])),
  },
};
