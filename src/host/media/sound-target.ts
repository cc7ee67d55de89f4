// A file of samples: 16 kHz, one channel, 16 bits, little-endian, no header; sample n is at byte 2n. What nobody writes is silence.
import type { FilesAccess, WorkspaceFiles } from '../files/workspace-files.ts';

export const BYTES_PER_SAMPLE = 2;

/** A stretch of one file's time to be put into the same place of another. */
export interface Stretch {
  readonly access: FilesAccess;
  readonly file: string;
  readonly target: string;
  /** Whole milliseconds. */
  readonly startMs: number;
  readonly endMs: number;
}

export interface SoundTarget {
  /** Puts the samples at the place `first`. */
  write(samples: Int16Array, first: number): Promise<void>;
  close(): Promise<void>;
}

/** Opens the file for writing anywhere in it, made where it is not there. */
export async function openTarget(files: WorkspaceFiles, file: string): Promise<SoundTarget> {
  const target = await files.draft(file, { goesOn: true });
  return {
    write: async (samples, first) => {
      const bytes = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
      await target.write(bytes, first * BYTES_PER_SAMPLE);
    },
    close: () => target.close(),
  };
}

/** Samples of -1 to 1; what is louder is cut. */
export const toInt16 = (samples: Float32Array): Int16Array =>
  Int16Array.from(samples, (sample) => Math.max(-32_768, Math.min(32_767, Math.round(sample * 32_768))));
