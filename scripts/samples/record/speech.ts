import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Story } from '../stories/story.ts';
import { runTool } from './tools.ts';

const SAMPLE_RATE = 22_050;
const WAV_HEADER_BYTES = 44;
const LOUDNESS = 0.085;
const PEAK = 0.85;

export interface Spoken {
  readonly samples: Int16Array;
  readonly seconds: number;
}

/** Lets espeak-ng speak every sentence of a story; `folder` is for files in between. */
export async function speakLines(story: Story, espeak: string, folder: string): Promise<Spoken[]> {
  const spoken: Spoken[] = [];
  for (const [index, { say }] of story.lines.entries()) {
    const file = join(folder, `line-${index}.wav`);
    const { name, pitch, speed } = story.voice;
    await runTool(espeak, ['-v', name, '-p', String(pitch), '-s', String(speed), '-w', file, '--', say]);
    const samples = trimSilence(toSamples(await readFile(file)));
    spoken.push({ samples, seconds: samples.length / SAMPLE_RATE });
  }
  return spoken;
}

/** Lays the sentences on one track at their times (seconds) and brings it to an even loudness, as a WAV file. */
export function layTrack(parts: readonly { readonly at: number; readonly spoken: Spoken }[], seconds: number): Buffer {
  const track = new Float64Array(Math.ceil(seconds * SAMPLE_RATE));
  let energy = 0;
  let count = 0;
  for (const { at, spoken } of parts) {
    const from = Math.round(at * SAMPLE_RATE);
    for (const [index, sample] of spoken.samples.entries()) {
      track[from + index] = sample / 32_768;
      energy += (sample / 32_768) ** 2;
      count += 1;
    }
  }
  const gain = LOUDNESS / Math.sqrt(energy / Math.max(1, count));
  const data = Buffer.alloc(track.length * 2);
  for (const [index, value] of track.entries()) data.writeInt16LE(Math.round(soften(value * gain) * 32_767), index * 2);
  return Buffer.concat([wavHeader(data.length), data]);
}

/** Bends peaks above half of the range instead of cutting them off. */
function soften(value: number): number {
  const size = Math.abs(value);
  if (size <= 0.5) return value;
  return Math.sign(value) * (0.5 + (PEAK - 0.5) * Math.tanh((size - 0.5) / (PEAK - 0.5)));
}

function toSamples(wav: Buffer): Int16Array {
  const data = wav.subarray(WAV_HEADER_BYTES);
  return Int16Array.from({ length: Math.floor(data.length / 2) }, (_, index) => data.readInt16LE(index * 2));
}

/** espeak-ng ends every file with some quiet; the pauses between sentences are ours. */
function trimSilence(samples: Int16Array): Int16Array {
  const isLoud = (sample: number): boolean => Math.abs(sample) > 150;
  const margin = SAMPLE_RATE / 50;
  const first = Math.max(0, samples.findIndex(isLoud) - margin);
  return samples.subarray(first, Math.min(samples.length, samples.findLastIndex(isLoud) + margin));
}

function wavHeader(dataBytes: number): Buffer {
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write('data', 36);
  header.writeUInt32LE(dataBytes, 40);
  return header;
}
