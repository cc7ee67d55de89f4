import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findTransformersModel } from '../transformers-runtime.ts';
import { noise, silence, tone } from './made-sound.ts';
import { writeTinyBert } from './tiny-bert.ts';
import { textsOf, TONES } from './tiny-whisper-words.ts';
import { writeTinyWhisper } from './tiny-whisper.ts';

test('the tiny Whisper runs in the pipeline of transformers.js, and makes words up in silence and noise', async () => {
  const folder = makeFolder();
  writeTinyWhisper(folder);
  const { transformers, id, options } = await findTransformersModel(folder, 'encoder_model');
  const transcribe = await transformers.pipeline('automatic-speech-recognition', id, options);
  const hear = async (samples: Float32Array) =>
    (await transcribe(samples, { return_timestamps: true, language: 'en', task: 'transcribe' })) as {
      chunks: { timestamp: [number, number | null]; text: string }[];
    };
  const [first, second] = textsOf('invoice');
  expect((await hear(tone(TONES.invoice, 3))).chunks).toEqual([
    { timestamp: [0, 1.2], text: ` ${first}` },
    { timestamp: [1.4, 2.6], text: ` ${second}` },
  ]);
  expect((await hear(tone(TONES.german, 3))).chunks).toEqual([
    { timestamp: [0, 2.2], text: ' Dann prüfe ich die Rechnung.' },
  ]);
  expect((await hear(silence(11))).chunks).toEqual([{ timestamp: [0, 2], text: ' Thank you.' }]);
  expect((await hear(noise(11))).chunks[0]?.text).toMatch(/^(?: the){50,}$/);
});

test('the tiny BERT embeds sentences: what means the same lies close together', async () => {
  const folder = makeFolder();
  writeTinyBert(folder);
  const { transformers, id, options } = await findTransformersModel(folder, 'model');
  const embed = await transformers.pipeline('feature-extraction', id, options);
  const texts = ['I check the invoice', 'verify the bill', 'the warehouse is a delay'];
  const [a, b, c] = (await embed(texts, { pooling: 'mean', normalize: true })).tolist() as number[][];
  const likeness = (x: number[] = [], y: number[] = []): number =>
    x.reduce((sum, value, at) => sum + value * y[at]!, 0);
  expect(likeness(a, a)).toBeCloseTo(1, 5);
  expect(likeness(a, b)).toBeGreaterThan(0.9);
  expect(likeness(a, c)).toBeLessThan(0.5);
});

test('a folder without the file asked for is told, and nobody is asked for it', async () => {
  const folder = makeFolder();
  writeTinyBert(folder);
  await expect(findTransformersModel(folder, 'encoder_model')).rejects.toMatchObject({
    code: 'engine/unfit',
    message: expect.stringContaining('has no onnx/encoder_model'),
  });
  const { transformers } = await findTransformersModel(folder, 'model');
  await expect(transformers.pipeline('feature-extraction', 'nobody/has-this')).rejects.toThrow(
    /local_files_only|allowRemoteModels/,
  );
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
