// Samples as a WAV file: 16 kHz, one channel, 16 bits. Its header says "unknown length" until the file is whole.
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { SAMPLE_RATE } from '../../domain/capture.ts';

export const WAVE_HEADER_BYTES = 44;
const BYTES_PER_SAMPLE = 2;
const UNKNOWN = 0xffffffff;

/** RIFF/WAVE with one PCM chunk (Multimedia Programming Interface and Data Specifications 1.0). */
export function waveHeader(dataBytes: number | undefined): Buffer {
  const header = Buffer.alloc(WAVE_HEADER_BYTES);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(dataBytes === undefined ? UNKNOWN : dataBytes + WAVE_HEADER_BYTES - 8, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * BYTES_PER_SAMPLE, 28);
  header.writeUInt16LE(BYTES_PER_SAMPLE, 32);
  header.writeUInt16LE(8 * BYTES_PER_SAMPLE, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(dataBytes ?? UNKNOWN, 40);
  return header;
}

/** Cuts half a sample off and says the length; returns the samples. */
export async function closeWave(handle: FileHandle): Promise<{ samples: number; lostBytes: number }> {
  const { size } = await handle.stat();
  const dataBytes = Math.max(0, size - WAVE_HEADER_BYTES);
  const lostBytes = dataBytes % BYTES_PER_SAMPLE;
  await handle.truncate(WAVE_HEADER_BYTES + dataBytes - lostBytes);
  await handle.write(waveHeader(dataBytes - lostBytes), 0, WAVE_HEADER_BYTES, 0);
  return { samples: (dataBytes - lostBytes) / BYTES_PER_SAMPLE, lostBytes };
}

/** Writes one file in which each piece begins at its time; silence stands between them. */
export async function joinWaves(pieces: readonly { file: string; startMs: number }[], output: string): Promise<void> {
  const handle = await open(output, 'wx', 0o600);
  try {
    let at = WAVE_HEADER_BYTES;
    await handle.write(waveHeader(undefined), 0, WAVE_HEADER_BYTES, 0);
    for (const { file, startMs } of pieces) {
      // A hole in the file reads as zeros, which is silence; pieces never overlap.
      at = Math.max(at, WAVE_HEADER_BYTES + Math.round((startMs * SAMPLE_RATE) / 1000) * BYTES_PER_SAMPLE);
      for await (const bytes of createReadStream(file, { start: WAVE_HEADER_BYTES, highWaterMark: 1 << 20 })) {
        const chunk: Buffer = bytes; // without an encoding a stream of a file gives buffers
        await handle.write(chunk, 0, chunk.length, at);
        at += chunk.length;
      }
    }
    await closeWave(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
