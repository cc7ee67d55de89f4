// In: a WAV file. Out: where its samples lie and how they are written.
import type { OpenFile } from '../files/workspace-files.ts';

export interface WaveLayout {
  readonly rate: number;
  readonly channels: number;
  readonly encoding: 'int' | 'float';
  readonly bytesPerSample: number;
  readonly firstByte: number;
  /** Of one moment: a sample of each channel. */
  readonly frames: number;
}

const PCM = 1;
const IEEE_FLOAT = 3;
const EXTENSIBLE = 0xfffe;
/** A header with artist, cover and cue points before the samples is still far shorter. */
const MOST_HEADER = 1 << 24;

/**
 * RIFF/WAVE as in "Multimedia Programming Interface and Data Specifications 1.0", with the extensible format.
 * Undefined for what is no WAV, or holds compressed sound.
 */
export async function readWaveLayout(file: OpenFile): Promise<WaveLayout | undefined> {
  const { sizeBytes: size } = file;
  const head = await readAt(file, 0, 12);
  if (head.toString('latin1', 0, 4) !== 'RIFF' || head.toString('latin1', 8, 12) !== 'WAVE') return undefined;
  let format: Pick<WaveLayout, 'rate' | 'channels' | 'encoding' | 'bytesPerSample'> | undefined;
  for (let at = 12; at + 8 <= Math.min(size, MOST_HEADER); ) {
    const chunk = await readAt(file, at, 8);
    const [name, length] = [chunk.toString('latin1', 0, 4), chunk.readUInt32LE(4)];
    if (name === 'fmt ') format = readFormat(await readAt(file, at + 8, Math.min(length, 40)));
    if (name === 'data') return format && place(format, { firstByte: at + 8, length, size });
    at += 8 + length + (length % 2);
  }
  return undefined;
}

function readFormat(bytes: Buffer): Pick<WaveLayout, 'rate' | 'channels' | 'encoding' | 'bytesPerSample'> | undefined {
  if (bytes.length < 16) return undefined;
  const tag = bytes.readUInt16LE(0);
  const kind = tag === EXTENSIBLE && bytes.length >= 26 ? bytes.readUInt16LE(24) : tag;
  const [channels, rate, bits] = [bytes.readUInt16LE(2), bytes.readUInt32LE(4), bytes.readUInt16LE(14)];
  const known = kind === PCM ? [8, 16, 24, 32] : kind === IEEE_FLOAT ? [32, 64] : [];
  if (!known.includes(bits) || channels < 1 || rate < 1000) return undefined;
  return { rate, channels, encoding: kind === PCM ? 'int' : 'float', bytesPerSample: bits / 8 };
}

function place(
  format: Pick<WaveLayout, 'rate' | 'channels' | 'encoding' | 'bytesPerSample'>,
  { firstByte, length, size }: { firstByte: number; length: number; size: number },
): WaveLayout {
  // A file written as a stream says 0 or the largest number: it goes on to its end.
  const bytes = length === 0 || length === 0xffffffff ? size - firstByte : Math.min(length, size - firstByte);
  return { ...format, firstByte, frames: Math.floor(bytes / (format.channels * format.bytesPerSample)) };
}

async function readAt(file: OpenFile, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, await file.read(bytes, at));
}
