// In: a folder. Out: small models of our own in the format of whisper.cpp, so that its library runs in the tests. The
// layout of both files is that of the converters in whisper.cpp (models/convert-*.py). All numbers little-endian.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const MAGIC = 0x67676d6c;
const FLOAT32 = 0;
const FLOAT16 = 1;

/**
 * A speech detector that hears nothing but loudness, in the shape of Silero's: a Fourier transform of 256 samples, four
 * convolutions, one LSTM, one neuron. Each hands on its first channel; all others are zero.
 */
export function writeTinySileroGgml(folder: string): string {
  const chain = [129, 128, 64, 64, 128];
  const convolutions = chain.slice(1).flatMap((outputs, layer) => {
    const weight = new Float32Array(outputs * chain[layer]! * 3);
    // The first sums up what the transform found up to 3000 Hz, the others pass it on: the middle one of three taps.
    for (let input = 0; input < (layer === 0 ? 48 : 1); input += 1) weight[input * 3 + 1] = layer === 0 ? 0.1 : 1;
    const name = `_model.encoder.${layer}.reparam_conv`;
    return [
      tensor(`${name}.weight`, weight, { shape: [3, chain[layer]!, outputs], type: FLOAT16 }),
      tensor(`${name}.bias`, new Float32Array(outputs), { shape: [outputs], type: FLOAT32 }),
    ];
  });
  const bytes = Buffer.concat([
    ints(MAGIC, 10),
    Buffer.from('silero-16k'),
    ints(6, 2, 0, 512, 64, 4),
    ...chain.slice(1).map((outputs, layer) => ints(chain[layer]!, outputs, 3)),
    ints(128, 128, 128, 1),
    ...convolutions,
    ...lstm(),
    tensor('_model.decoder.decoder.2.weight', first(128, 24), { shape: [128], type: FLOAT16 }),
    tensor('_model.decoder.decoder.2.bias', Float32Array.of(-6), { shape: [1], type: FLOAT32 }),
    tensor('_model.stft.forward_basis_buffer', fourier(), { shape: [256, 1, 258], type: FLOAT16 }),
  ]);
  return write(folder, 'ggml-tiny-silero.bin', bytes);
}

/** A Whisper without any weights: the library takes it for an empty model and hears nothing. */
export function writeEmptyWhisperGgml(folder: string): string {
  const [vocabulary, mels, frequencies] = [51_865, 80, 201];
  const size = 8;
  const bytes = Buffer.concat([
    ints(MAGIC, vocabulary, 1500, size, 1, 1, 448, size, 1, 1, mels, FLOAT16),
    ints(mels, frequencies),
    floats(new Float32Array(mels * frequencies)),
    ints(3),
    ...['!', ' the', ' invoice'].flatMap((word) => [ints(word.length), Buffer.from(word)]),
  ]);
  return write(folder, 'ggml-empty.bin', bytes);
}

/** Gates in the order input, forget, cell, output: it forgets at once, and lets all in and out. */
function lstm(): Buffer[] {
  const gate = 128;
  const bias = new Float32Array(4 * gate);
  bias.fill(10, 0, gate);
  bias.fill(-10, gate, 2 * gate);
  bias.fill(10, 3 * gate);
  const input = new Float32Array(4 * gate * gate);
  input[2 * gate * gate] = 1;
  return [
    tensor('_model.decoder.rnn.weight_ih', input, { shape: [gate, 4 * gate], type: FLOAT32 }),
    tensor('_model.decoder.rnn.weight_hh', new Float32Array(4 * gate * gate), {
      shape: [gate, 4 * gate],
      type: FLOAT32,
    }),
    tensor('_model.decoder.rnn.bias_ih', bias, { shape: [4 * gate], type: FLOAT32 }),
    tensor('_model.decoder.rnn.bias_hh', new Float32Array(4 * gate), { shape: [4 * gate], type: FLOAT32 }),
  ];
}

/** 129 rows of cosines, then 129 of sines, each over 256 samples. */
const fourier = (): Float32Array =>
  Float32Array.from({ length: 258 * 256 }, (_, at) => {
    const [row, sample] = [Math.floor(at / 256), at % 256];
    const angle = (2 * Math.PI * (row % 129) * sample) / 256;
    return row < 129 ? Math.cos(angle) : -Math.sin(angle);
  });

const first = (length: number, value: number): Float32Array =>
  Float32Array.from({ length }, (_, at) => (at === 0 ? value : 0));

function tensor(
  name: string,
  values: Float32Array,
  { shape, type }: { readonly shape: readonly number[]; readonly type: number },
): Buffer {
  const data = type === FLOAT16 ? halves(values) : floats(values);
  return Buffer.concat([ints(shape.length, name.length, type, ...shape), Buffer.from(name), data]);
}

function ints(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [at, value] of values.entries()) bytes.writeInt32LE(value, at * 4);
  return bytes;
}

const floats = (values: Float32Array): Buffer => Buffer.from(values.buffer, values.byteOffset, values.byteLength);

/** IEEE 754 numbers of 16 bits, cut, not rounded; none here is too small or too large for them. */
function halves(values: Float32Array): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  for (const [at, word] of bits.entries()) {
    const exponent = ((word >>> 23) & 0xff) - 127 + 15;
    const half = exponent <= 0 ? 0 : ((word >>> 16) & 0x8000) | (exponent << 10) | ((word >>> 13) & 0x3ff);
    bytes.writeUInt16LE(half, at * 2);
  }
  return bytes;
}

function write(folder: string, name: string, bytes: Buffer): string {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}
