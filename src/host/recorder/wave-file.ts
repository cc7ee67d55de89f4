// Samples as a WAV file: 16 kHz, one channel, 16 bits. Its header says "unknown length" until the file is whole.
import { SAMPLE_RATE } from '../../domain/capture.ts';
import { readPieces } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';

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

/** Cuts half a sample off and says the length. The bytes given are those of the file, header included. */
export function closeWave(bytes: Uint8Array): { whole: Buffer; samples: number; lostBytes: number } {
  const data = bytes.subarray(WAVE_HEADER_BYTES);
  const lostBytes = data.length % BYTES_PER_SAMPLE;
  const kept = data.subarray(0, data.length - lostBytes);
  const whole = Buffer.concat([waveHeader(kept.length), kept]);
  return { whole, samples: kept.length / BYTES_PER_SAMPLE, lostBytes };
}

/** Writes one file in which each piece begins at its time; silence stands between them. On the disk when it returns. */
export async function joinWaves(
  files: WorkspaceFiles,
  pieces: readonly { readonly file: string; readonly startMs: number }[],
  output: string,
): Promise<void> {
  const draft = await files.draft(output);
  try {
    let at = WAVE_HEADER_BYTES;
    await draft.write(waveHeader(undefined), 0);
    for (const { file, startMs } of pieces) {
      // What nobody writes is zeros, which is silence; pieces never overlap.
      at = Math.max(at, WAVE_HEADER_BYTES + Math.round((startMs * SAMPLE_RATE) / 1000) * BYTES_PER_SAMPLE);
      for await (const chunk of readPieces(files, file, { from: WAVE_HEADER_BYTES })) {
        await draft.write(chunk, at);
        at += chunk.length;
      }
    }
    const dataBytes = at - WAVE_HEADER_BYTES;
    await draft.write(waveHeader(dataBytes - (dataBytes % BYTES_PER_SAMPLE)), 0);
    await draft.truncate(at - (dataBytes % BYTES_PER_SAMPLE));
    await draft.sync();
  } finally {
    await draft.close();
  }
}
