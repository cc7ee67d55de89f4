// For tests and benches: WAV files of every kind.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface MadeWave {
  /** Of equal length, -1 to 1. */
  readonly channels: readonly Float32Array[];
  readonly rate: number;
  readonly encoding?: 'u8' | 's16' | 's24' | 's32' | 'f32' | 'f64';
  /** Stands in a chunk before the samples, as editors write it. */
  readonly note?: string;
  readonly name?: string;
}

/** Writes the file and returns its path. */
export function writeWave(
  folder: string,
  { channels, rate, encoding = 's16', note, name = 'sound.wav' }: MadeWave,
): string {
  const bytesPerSample = { u8: 1, s16: 2, s24: 3, s32: 4, f32: 4, f64: 8 }[encoding];
  const frames = channels[0]?.length ?? 0;
  const data = Buffer.alloc(frames * channels.length * bytesPerSample);
  for (let frame = 0; frame < frames; frame += 1)
    for (const [at, channel] of channels.entries())
      writeSample(data, (frame * channels.length + at) * bytesPerSample, { value: channel[frame]!, encoding });
  const format = Buffer.alloc(16);
  format.writeUInt16LE(encoding.startsWith('f') ? 3 : 1, 0);
  format.writeUInt16LE(channels.length, 2);
  format.writeUInt32LE(rate, 4);
  format.writeUInt32LE(rate * channels.length * bytesPerSample, 8);
  format.writeUInt16LE(channels.length * bytesPerSample, 12);
  format.writeUInt16LE(bytesPerSample * 8, 14);
  const notes = note === undefined ? [] : [chunk('LIST', Buffer.from(note.padEnd(note.length + (note.length % 2))))];
  const body = Buffer.concat([Buffer.from('WAVE'), chunk('fmt ', format), ...notes, chunk('data', data)]);
  const file = join(folder, name);
  writeFileSync(file, chunk('RIFF', body));
  return file;
}

function chunk(name: string, content: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 0, 'latin1');
  head.writeUInt32LE(content.length, 4);
  return Buffer.concat([head, content]);
}

function writeSample(
  data: Buffer,
  at: number,
  { value, encoding }: { readonly value: number; readonly encoding: NonNullable<MadeWave['encoding']> },
): void {
  if (encoding === 'f32') data.writeFloatLE(value, at);
  else if (encoding === 'f64') data.writeDoubleLE(value, at);
  else if (encoding === 'u8') data.writeUInt8(Math.round(128 + value * 127), at);
  else {
    const bytes = Number(encoding.slice(1)) / 8;
    data.writeIntLE(Math.round(value * (2 ** (8 * bytes - 1) - 1)), at, bytes);
  }
}
