// In: a stretch of samples. Out: how loud it is: whether anybody can be heard at all.
import { SAMPLE_RATE } from '../../domain/capture.ts';
import { accessFiles } from '../files/create-files.ts';
import type { FilesAccess } from '../files/workspace-files.ts';
import { BYTES_PER_SAMPLE } from './sound-target.ts';

export interface Loudness {
  readonly seconds: number;
  /** In which the sound is quieter than any room with somebody in it. */
  readonly quietSeconds: number;
  /** In which at least one sample in a hundred is as loud as can be. */
  readonly clippedSeconds: number;
  /** Of the loudest second, in decibels below the loudest possible; -96 is silence. */
  readonly loudestDb: number;
}

const QUIET_DB = -60;
const SILENCE_DB = -96;

export interface SoundStretch {
  readonly access: FilesAccess;
  readonly file: string;
  readonly firstByte: number;
  readonly startMs: number;
  readonly endMs: number;
}

/** Second by second, whole seconds from `startMs` on; a beginning one counts as a whole. */
export async function measureSound({ access, file, firstByte, startMs, endMs }: SoundStretch): Promise<Loudness> {
  const opened = await accessFiles(access).open(file);
  const second = new Int16Array(SAMPLE_RATE);
  const bytes = new Uint8Array(second.buffer);
  let total: Loudness = SILENT;
  try {
    for (let at = startMs; at < endMs; at += 1000) {
      const place = firstByte + Math.round((at * SAMPLE_RATE) / 1000) * BYTES_PER_SAMPLE;
      const bytesRead = await opened.read(bytes, place);
      if (bytesRead < BYTES_PER_SAMPLE) break;
      total = addLoudness(total, measureSecond(second.subarray(0, Math.floor(bytesRead / BYTES_PER_SAMPLE))));
    }
  } finally {
    await opened.close();
  }
  return total;
}

export const SILENT: Loudness = { seconds: 0, quietSeconds: 0, clippedSeconds: 0, loudestDb: SILENCE_DB };

/** Of two stretches together. */
export const addLoudness = (a: Loudness, b: Loudness): Loudness => ({
  seconds: a.seconds + b.seconds,
  quietSeconds: a.quietSeconds + b.quietSeconds,
  clippedSeconds: a.clippedSeconds + b.clippedSeconds,
  loudestDb: Math.max(a.loudestDb, b.loudestDb),
});

function measureSecond(samples: Int16Array): Loudness {
  let [squares, clipped] = [0, 0];
  for (const sample of samples) {
    squares += sample * sample;
    if (sample >= 32_767 || sample <= -32_768) clipped += 1;
  }
  const level = Math.sqrt(squares / samples.length) / 32_768;
  const loudestDb = level > 0 ? Math.max(SILENCE_DB, Math.round(20 * Math.log10(level))) : SILENCE_DB;
  return {
    seconds: 1,
    quietSeconds: loudestDb < QUIET_DB ? 1 : 0,
    clippedSeconds: clipped * 100 >= samples.length ? 1 : 0,
    loudestDb,
  };
}
