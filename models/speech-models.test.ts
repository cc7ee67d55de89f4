// Models of speech in formats of their own: what is no model is refused in one line, by whichever library.
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { loadSilero, readProbabilities } from './silero-detector.ts';
import { join as joinSounds, silence, tone } from './testing/made-sound.ts';
import { writeTinyBert } from './testing/tiny-bert.ts';
import { writeEmptyWhisperGgml, writeTinySileroGgml } from './testing/tiny-ggml.ts';
import { writeTinySilero } from './testing/tiny-silero.ts';
import { writeTinyWhisper } from './testing/tiny-whisper.ts';
import { loadWhisper } from './transformers-transcriber.ts';
import { loadWhisperCppDetector } from './whisper-cpp-detector.ts';
import { loadWhisperCpp } from './whisper-cpp.ts';

test('both detectors find the same speech in the same sound', async () => {
  const sound = joinSounds(silence(2), tone(300, 3), silence(2), tone(600, 1.5), silence(1));
  const rough = (spans: readonly { startMs: number; endMs: number }[]) =>
    spans.map(({ startMs, endMs }) => [Math.round(startMs / 500) / 2, Math.round(endMs / 500) / 2]);
  const onnx = makeFolder();
  writeTinySilero(onnx);
  const ggml = makeFolder();
  writeTinySileroGgml(ggml);
  const expected = [
    [2, 5],
    [7, 8.5],
  ];
  expect(rough(await (await loadSilero(onnx))(sound))).toEqual(expected);
  expect(rough(await (await loadWhisperCppDetector(ggml))(sound))).toEqual(expected);
});

test('what is no model of speech is refused in one line', async () => {
  const bert = makeFolder();
  writeTinyBert(bert);
  const garbage = makeFolder();
  writeFileSync(join(garbage, 'ggml-garbage.bin'), 'no model');
  mkdirSync(join(garbage, 'onnx'));
  const empty = makeFolder();
  mkdirSync(join(empty, 'onnx'));
  const cut = makeFolder();
  writeTinyWhisper(cut);
  writeTinySilero(cut);
  truncateSync(join(cut, 'onnx', 'decoder_model_merged_quantized.onnx'), 50_000);
  truncateSync(join(cut, 'onnx', 'model.onnx'), 200);
  for (const [load, folder] of [
    [loadWhisper, cut],
    [loadSilero, cut],
    [loadWhisper, bert],
    [loadWhisper, empty],
    [loadSilero, empty],
    [loadWhisperCpp, garbage],
    [loadWhisperCpp, empty],
    [loadWhisperCppDetector, garbage],
    [loadWhisperCppDetector, empty],
  ] as const)
    await expect(load(folder)).rejects.toMatchObject({ code: 'engine/unfit' });
});

test('a model of whisper.cpp is loaded by its library', async () => {
  const folder = makeFolder();
  writeEmptyWhisperGgml(folder);
  expect(Object.keys(await loadWhisperCpp(folder))).toEqual(['transcribe', 'guessLanguage']);
});

test('probabilities become spans: short pauses are bridged, short noises are none, quiet ends are kept', () => {
  const spans = (probabilities: readonly number[]) => readProbabilities(probabilities, probabilities.length * 32);
  const quiet = (windows: number): number[] => new Array<number>(windows).fill(0.1);
  const speech = (windows: number): number[] => new Array<number>(windows).fill(0.9);
  expect(spans([...quiet(20), ...speech(20), ...quiet(10), ...speech(20), ...quiet(30)])).toEqual([
    { startMs: 540, endMs: 2340 },
  ]);
  expect(spans([...quiet(20), ...speech(4), ...quiet(30)])).toEqual([]);
  expect(spans([...speech(20), 0.4, 0.4, ...quiet(30)])).toEqual([{ startMs: 0, endMs: 804 }]);
  expect(spans(speech(10))).toEqual([{ startMs: 0, endMs: 320 }]);
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-model-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
