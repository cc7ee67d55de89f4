// In: a file that is written no more, whoever stopped it. Out: the same repaired, checked, under its name, in the manifest.
import { relative } from 'node:path';
import { startOnClock } from '../../capture/media-time.ts';
import type { CapturedTrack, Piece } from '../../domain/capture.ts';
import type { RecordingId } from '../../domain/ids.ts';
import { hashContent, readWhole, writeWhole } from '../files/whole-file.ts';
import { syncFolder } from '../files/sync-folder.ts';
import type { Host } from '../host.ts';
import { pieceFiles, wholeLines } from './live-folder.ts';
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
  const store = host.workspace.files;
  const { cause, entries } = await readIndex(store, files.index);
  const repaired = await repair(host, track, files);
  await store.rename(files.draft, files.whole);
  await syncFolder(folder);
  const startMs = track.format === 'jsonl' ? 0 : startOnClock(entries);
  const row: Piece = {
    recordingId: piece.recordingId,
    track: track.name,
    number,
    cause,
    path: relative(host.workspace.path, files.whole).replaceAll('\\', '/'),
    sizeBytes: (await store.sizeOf(files.whole)) ?? 0,
    sha256: await hashContent(store, files.whole),
    startMs,
    endMs: startMs + repaired.mediaMs,
    isRecovered: piece.isRecovered,
    ...repaired,
  };
  host.store.savePiece(row);
  await store.remove(files.part);
  return row;
}

type Files = ReturnType<typeof pieceFiles>;

/** On the disk when it returns. */
async function repair(host: Host, { format, ...track }: CapturedTrack, files: Files): Promise<Repaired> {
  const store = host.workspace.files;
  if (format === 'webm') {
    // Off the event loop: it reads every packet, and chunks of what is being recorded come meanwhile.
    const repaired = await host.offThread.run('repairWebm', [store.access, files.part, files.draft]);
    return { units: repaired.units, mediaMs: repaired.endMs, lostBytes: repaired.lostBytes };
  }
  const bytes = await readWhole(store, files.part);
  if (format === 'pcm16') {
    const { whole, samples, lostBytes } = closeWave(bytes);
    await writeWhole(store, files.draft, whole);
    return { units: samples, mediaMs: Math.floor(samples / 16), lostBytes };
  }
  const lines = wholeLines(bytes.toString('utf8')).map((line) => `${line}\n`);
  const kept = Buffer.from(lines.join(''));
  await writeWhole(store, files.draft, kept);
  const measured = kept.length > 0 ? createMeasure({ format, ...track })(kept) : { units: 0, mediaMs: 0 };
  return { ...measured, lostBytes: bytes.length - kept.length };
}
