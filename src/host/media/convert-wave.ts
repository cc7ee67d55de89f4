// In: a stretch of a WAV file of any rate and number of channels. Out: the same at 16 kHz, one channel, in its place of a file.
import { basename } from 'node:path';
import { SAMPLE_RATE } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { createResampler } from '../../lib/resample.ts';
import { accessFiles } from '../files/create-files.ts';
import type { OpenFile } from '../files/workspace-files.ts';
import { openTarget, toInt16, type Stretch } from './sound-target.ts';
import { readWaveLayout, type WaveLayout } from './wave-layout.ts';

/** So much is in memory at a time. */
const PIECE_MS = 10_000;

/** @throws media/unreadable when it is no WAV with plain samples */
export async function convertWave({ access, file, target, startMs, endMs }: Stretch): Promise<void> {
  const files = accessFiles(access);
  const source = await files.open(file);
  try {
    const layout = await readWaveLayout(source);
    if (layout === undefined)
      throw new MirrorError('media/unreadable', { data: { file: basename(file), detail: 'no plain samples' } });
    const resampler = createResampler(layout.rate, SAMPLE_RATE);
    const output = await openTarget(files, target);
    try {
      for (let at = startMs; at < endMs; at += PIECE_MS) {
        const first = (at * SAMPLE_RATE) / 1000;
        const count = ((Math.min(at + PIECE_MS, endMs) - at) * SAMPLE_RATE) / 1000;
        const { from, to } = resampler.sourceRange(first, count);
        const samples = resampler.resample(await readMono(source, layout, { from, to }), first, count);
        await output.write(toInt16(samples), first);
      }
    } finally {
      await output.close();
    }
  } finally {
    await source.close();
  }
}

/** The mean of all channels; zeros before the first sample and after the last. */
async function readMono(
  source: OpenFile,
  { channels, bytesPerSample, encoding, firstByte, frames }: WaveLayout,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Float32Array> {
  const mono = new Float32Array(to - from);
  const [begin, end] = [Math.min(Math.max(0, from), frames), Math.min(Math.max(0, to), frames)];
  const frameBytes = channels * bytesPerSample;
  const bytes = Buffer.alloc((end - begin) * frameBytes);
  const bytesRead = await source.read(bytes, firstByte + begin * frameBytes);
  const read = readerOf(encoding, bytesPerSample);
  const whole = Math.floor(bytesRead / frameBytes);
  for (let frame = 0; frame < whole; frame += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1)
      sum += read(bytes, frame * frameBytes + channel * bytesPerSample);
    mono[begin - from + frame] = sum / channels;
  }
  return mono;
}

/** Samples of eight bits are unsigned, all others signed. */
function readerOf(encoding: WaveLayout['encoding'], bytesPerSample: number): (bytes: Buffer, at: number) => number {
  if (encoding === 'float')
    return bytesPerSample === 8 ? (bytes, at) => bytes.readDoubleLE(at) : (bytes, at) => bytes.readFloatLE(at);
  if (bytesPerSample === 1) return (bytes, at) => (bytes.readUInt8(at) - 128) / 128;
  const scale = 2 ** (8 * bytesPerSample - 1);
  return (bytes, at) => bytes.readIntLE(at, bytesPerSample) / scale;
}
