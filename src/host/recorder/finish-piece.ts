// In: a file that is written no more, whoever stopped it. Out: the same repaired, checked, under its name, in the manifest.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { relative } from 'node:path';
import { startOnClock } from '../../capture/media-time.ts';
import type { CapturedTrack, Piece } from '../../domain/capture.ts';
import type { RecordingId } from '../../domain/ids.ts';
import type { Host } from '../host.ts';
import { pieceFiles, syncFolder, wholeLines } from './live-folder.ts';
import { createMeasure } from './measure.ts';
import { readIndex } from './read-index.ts';
import { closeWave } from './wave-file.ts';

export interface PieceToFinish {
  readonly recordingId: RecordingId;
  readonly folder: string;
  readonly track: CapturedTrack;
  readonly number: number;
  /** Nobody closed it: what stands behind the last acknowledged chunk is kept as far as it can be read. */
  readonly isRecovered: boolean;
}

interface Repaired {
  readonly units: number;
  readonly mediaMs: number;
  readonly lostBytes: number;
}

/**
 * Safe to run again after a crash at any point: the part is removed only when the whole file has its name, and the row
 * can be written twice.
 * @throws media/unreadable when nothing of it can be read; the part stays
 */
export async function finishPiece(host: Host, piece: PieceToFinish): Promise<Piece> {
  const { folder, track, number } = piece;
  const files = pieceFiles(folder, track, number);
  const { cause, entries } = await readIndex(files.index);
  const repaired = await repair(host, track, files);
  await flush(files.draft);
  await rename(files.draft, files.whole);
  await syncFolder(folder);
  const startMs = track.format === 'jsonl' ? 0 : startOnClock(entries);
  const row: Piece = {
    recordingId: piece.recordingId,
    track: track.name,
    number,
    cause,
    path: relative(host.workspace.path, files.whole).replaceAll('\\', '/'),
    sizeBytes: (await stat(files.whole)).size,
    sha256: await hashFile(files.whole),
    startMs,
    endMs: startMs + repaired.mediaMs,
    isRecovered: piece.isRecovered,
    ...repaired,
  };
  host.store.savePiece(row);
  await rm(files.part, { force: true });
  return row;
}

type Files = ReturnType<typeof pieceFiles>;

async function repair(host: Host, { format, ...track }: CapturedTrack, files: Files): Promise<Repaired> {
  await rm(files.draft, { force: true });
  if (format === 'webm') {
    // Off the event loop: it reads every packet, and chunks of what is being recorded come meanwhile.
    const { units, endMs, lostBytes } = await host.offThread.run('repairWebm', [files.part, files.draft]);
    return { units, mediaMs: endMs, lostBytes };
  }
  const bytes = await readFile(files.part);
  const draft = await open(files.draft, 'wx', 0o600);
  try {
    if (format === 'pcm16') {
      await draft.writeFile(bytes);
      const { samples, lostBytes } = await closeWave(draft);
      return { units: samples, mediaMs: Math.floor(samples / 16), lostBytes };
    }
    const lines = wholeLines(bytes.toString('utf8')).map((line) => `${line}\n`);
    const kept = Buffer.from(lines.join(''));
    await draft.writeFile(kept);
    const measured = kept.length > 0 ? createMeasure({ format, ...track })(kept) : { units: 0, mediaMs: 0 };
    return { ...measured, lostBytes: bytes.length - kept.length };
  } finally {
    await draft.close();
  }
}

export async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(bytes as Buffer); // no encoding: buffers
  return hash.digest('hex');
}

export async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
