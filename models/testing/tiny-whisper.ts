// In: a folder. Out: a Whisper of 100 kB in it, with every file a real one has and nothing learned. Its encoder knows the
// pitch of a tone, and silence and noise from it; its decoder says the sentence of that pitch, token after token. In
// silence and noise it makes words up, as real ones do.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FILLERS, idOf, idOfTime, SOUNDS, TOKENIZER, TOKENS, TONES, WORDS } from './tiny-whisper-words.ts';
import { type OnnxGraph, writeOnnx } from './write-onnx.ts';

/** Writes the model; about 10 ms. */
export function writeTinyWhisper(folder: string): void {
  mkdirSync(join(folder, 'onnx'), { recursive: true });
  const files: Record<string, Uint8Array | object> = {
    'onnx/encoder_model_quantized.onnx': writeOnnx(ENCODER),
    'onnx/decoder_model_merged_quantized.onnx': writeOnnx(DECODER),
    'config.json': CONFIG,
    'generation_config.json': GENERATION_CONFIG,
    'preprocessor_config.json': PREPROCESSOR_CONFIG,
    'tokenizer_config.json': { tokenizer_class: 'WhisperTokenizer', model_max_length: 448 },
    'tokenizer.json': TOKENIZER,
  };
  for (const [name, content] of Object.entries(files)) {
    writeFileSync(join(folder, name), content instanceof Uint8Array ? content : JSON.stringify(content));
  }
}

const MELS = 80;

/** The pitch that a filter of the Mel scale (Slaney's: even up to 1000 Hz, then by ratio) stands for. */
function pitchOf(filter: number): number {
  const top = 15 + (Math.log(8) / Math.log(6.4)) * 27;
  const mel = ((filter + 1) * top) / (MELS + 1);
  return mel < 15 ? (mel * 200) / 3 : 1000 * 6.4 ** ((mel - 15) / 27);
}

/** Which sentence a filter leads to: that of the nearest tone, by ratio. */
function soundOf(filter: number): number {
  const pitches = Object.values(TONES);
  const apart = pitches.map((pitch) => Math.abs(Math.log(pitchOf(filter) / pitch)));
  return 2 + apart.indexOf(Math.min(...apart));
}

const floats = (...values: readonly number[]) => ({ data: Float32Array.from(values), shape: [values.length] });
const integers = (...values: readonly number[]) => ({
  data: BigInt64Array.from(values.map(BigInt)),
  shape: [values.length],
});
const scalar = <T extends { shape: readonly number[] }>(tensor: T): T => ({ ...tensor, shape: [] });

/** The loudest filter decides; where nothing is loud, or all are alike, it is silence or noise. */
const ENCODER: OnnxGraph = {
  inputs: [{ name: 'input_features', type: 'float', shape: ['batch_size', MELS, 3000] }],
  outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['batch_size', 1500, 1] }],
  constants: {
    sound_of: integers(...Array.from({ length: MELS }, (_, filter) => soundOf(filter))),
    // Features are (log10 + 4) / 4: silence is -1.5 everywhere.
    quiet: scalar(floats(-1.4)),
    // Noise differs by less between its filters, tones and voices by more.
    flat: scalar(floats(0.25)),
    zero: scalar(integers(0)),
    one: scalar(integers(1)),
    last_axes: integers(1, 2),
    size: integers(1, 1500, 1),
  },
  nodes: [
    { op: 'ReduceMax', inputs: ['input_features'], outputs: ['loudest'], attributes: { axes: [2], keepdims: 0 } },
    { op: 'ArgMax', inputs: ['loudest'], outputs: ['filter'], attributes: { axis: 1, keepdims: 0 } },
    { op: 'Gather', inputs: ['sound_of', 'filter'], outputs: ['tone'] },
    { op: 'ReduceMax', inputs: ['loudest'], outputs: ['top'], attributes: { axes: [1], keepdims: 0 } },
    { op: 'ReduceMean', inputs: ['loudest'], outputs: ['middle'], attributes: { axes: [1], keepdims: 0 } },
    { op: 'Sub', inputs: ['top', 'middle'], outputs: ['spread'] },
    { op: 'Less', inputs: ['top', 'quiet'], outputs: ['is_silent'] },
    { op: 'Less', inputs: ['spread', 'flat'], outputs: ['is_flat'] },
    { op: 'Where', inputs: ['is_flat', 'one', 'tone'], outputs: ['heard'] },
    { op: 'Where', inputs: ['is_silent', 'zero', 'heard'], outputs: ['sound'] },
    { op: 'Cast', inputs: ['sound'], outputs: ['number'], attributes: { to: 1 } },
    { op: 'Unsqueeze', inputs: ['number', 'last_axes'], outputs: ['narrow'] },
    { op: 'Expand', inputs: ['narrow', 'size'], outputs: ['last_hidden_state'] },
  ],
};

/** For each sound, the token that follows each token. */
function followers(): number[] {
  return SOUNDS.flatMap(({ language, phrases }, sound) => {
    const next = new Array<number>(TOKENS.length).fill(idOf('<|endoftext|>'));
    next[idOf('<|startoftranscript|>')] = idOf(sound < 2 ? '<|nospeech|>' : `<|${language}|>`);
    let last = idOf('<|transcribe|>');
    const say = (id: number): void => {
      next[last] = id;
      last = id;
    };
    for (const { from, to, words } of phrases) {
      say(idOfTime(from));
      for (const word of words) say(idOf(word));
      if (to !== undefined) say(idOfTime(to));
    }
    return next;
  });
}

const GUESSED = 8;

const DECODER: OnnxGraph = {
  inputs: [
    { name: 'input_ids', type: 'int64', shape: ['batch_size', 'length'] },
    { name: 'encoder_hidden_states', type: 'float', shape: ['batch_size', 1500, 1] },
  ],
  outputs: [{ name: 'logits', type: 'float', shape: ['batch_size', 'length', TOKENS.length] }],
  constants: {
    next: { data: BigInt64Array.from(followers().map(BigInt)), shape: [SOUNDS.length, TOKENS.length] },
    sureness: floats(...SOUNDS.map(({ sureness }) => sureness)),
    // A sound it is unsure of could be any word as well.
    rivals: {
      data: Float32Array.from(
        SOUNDS.flatMap(({ sureness }) =>
          TOKENS.map((_, id) => (sureness < 2 && id < WORDS.length + FILLERS.length ? GUESSED : 0)),
        ),
      ),
      shape: [SOUNDS.length, TOKENS.length],
    },
    guessed: scalar(floats(GUESSED)),
    zero: scalar(integers(0)),
    depth: scalar(integers(TOKENS.length)),
    off_on: floats(0, 1),
    start: scalar(integers(idOf('<|startoftranscript|>'))),
    certain: scalar(floats(6)),
    last_axis: integers(-1),
  },
  nodes: [
    { op: 'Gather', inputs: ['encoder_hidden_states', 'zero'], outputs: ['row'], attributes: { axis: 1 } },
    { op: 'Gather', inputs: ['row', 'zero'], outputs: ['number'], attributes: { axis: 1 } },
    { op: 'Cast', inputs: ['number'], outputs: ['sounds'], attributes: { to: 7 } },
    { op: 'Gather', inputs: ['sounds', 'zero'], outputs: ['sound'], attributes: { axis: 0 } },
    { op: 'Gather', inputs: ['next', 'sound'], outputs: ['table'], attributes: { axis: 0 } },
    { op: 'Gather', inputs: ['table', 'input_ids'], outputs: ['chosen'], attributes: { axis: 0 } },
    { op: 'OneHot', inputs: ['chosen', 'depth', 'off_on'], outputs: ['one_hot'] },
    { op: 'Gather', inputs: ['sureness', 'sound'], outputs: ['sure'], attributes: { axis: 0 } },
    { op: 'Gather', inputs: ['rivals', 'sound'], outputs: ['rival'], attributes: { axis: 0 } },
    { op: 'ReduceMax', inputs: ['rival'], outputs: ['highest'], attributes: { axes: [0], keepdims: 0 } },
    { op: 'Add', inputs: ['sure', 'highest'], outputs: ['height'] },
    // Its first word, the language or that nobody speaks, it is always sure of.
    { op: 'Equal', inputs: ['input_ids', 'start'], outputs: ['is_first'] },
    { op: 'Cast', inputs: ['is_first'], outputs: ['first'], attributes: { to: 1 } },
    { op: 'Unsqueeze', inputs: ['first', 'last_axis'], outputs: ['first_column'] },
    { op: 'Mul', inputs: ['first_column', 'certain'], outputs: ['more'] },
    { op: 'Add', inputs: ['height', 'more'], outputs: ['heights'] },
    { op: 'Mul', inputs: ['one_hot', 'heights'], outputs: ['peaks'] },
    { op: 'Max', inputs: ['peaks', 'rival'], outputs: ['logits'] },
  ],
};

const CONFIG = {
  model_type: 'whisper',
  architectures: ['WhisperForConditionalGeneration'],
  is_encoder_decoder: true,
  d_model: 1,
  encoder_layers: 1,
  decoder_layers: 1,
  encoder_attention_heads: 1,
  decoder_attention_heads: 1,
  num_mel_bins: MELS,
  max_source_positions: 1500,
  max_target_positions: 448,
  vocab_size: TOKENS.length,
  decoder_start_token_id: idOf('<|startoftranscript|>'),
  bos_token_id: idOf('<|endoftext|>'),
  eos_token_id: idOf('<|endoftext|>'),
  pad_token_id: idOf('<|endoftext|>'),
};

const GENERATION_CONFIG = {
  decoder_start_token_id: CONFIG.decoder_start_token_id,
  eos_token_id: CONFIG.eos_token_id,
  pad_token_id: CONFIG.pad_token_id,
  no_timestamps_token_id: idOf('<|notimestamps|>'),
  is_multilingual: true,
  lang_to_id: { '<|en|>': idOf('<|en|>'), '<|de|>': idOf('<|de|>') },
  task_to_id: { translate: idOf('<|translate|>'), transcribe: idOf('<|transcribe|>') },
  max_length: 448,
  max_initial_timestamp_index: 50,
  suppress_tokens: [idOf('<|nospeech|>'), idOf('<|startoflm|>'), idOf('<|startofprev|>')],
  begin_suppress_tokens: [idOf('<|endoftext|>')],
};

const PREPROCESSOR_CONFIG = {
  feature_extractor_type: 'WhisperFeatureExtractor',
  processor_class: 'WhisperProcessor',
  feature_size: MELS,
  sampling_rate: 16_000,
  hop_length: 160,
  n_fft: 400,
  chunk_length: 30,
  n_samples: 480_000,
  nb_max_frames: 3000,
  padding_side: 'right',
  padding_value: 0,
  return_attention_mask: false,
};
