// In: bytes of one file of a model as they come. Out: that file, whole and checked, or a part that can be gone on with.
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { z } from 'zod';
import { MirrorError } from '../../domain/errors.ts';
import type { ModelFile } from '../../domain/models.ts';
import { drain, hashFile } from './hash-file.ts';

/** What must still hold for a part to be gone on with: the same file is wanted, and the source has not changed. */
const PartNote = z.object({ sha256: z.string(), etag: z.string().nullable() });
export type PartNote = z.infer<typeof PartNote>;

export const partOf = (target: string): string => `${target}.part`;
const noteOf = (target: string): string => `${target}.part.json`;

/** How far a part has come, and what it was made from; undefined when there is none that this file can grow from. */
export function findPart(target: string, file: ModelFile): { sizeBytes: number; etag: string | null } | undefined {
  const part = statSync(partOf(target), { throwIfNoEntry: false });
  if (part === undefined || !existsSync(noteOf(target))) return undefined;
  const note = readNote(target);
  if (note === undefined || note.sha256 !== file.sha256 || part.size > file.sizeBytes) return undefined;
  return { sizeBytes: part.size, etag: note.etag };
}

function readNote(target: string): PartNote | undefined {
  try {
    return PartNote.parse(JSON.parse(readFileSync(noteOf(target), 'utf8')));
  } catch {
    // Cut by a crash: the part is begun anew.
    return undefined;
  }
}

export function discardPart(target: string): void {
  for (const file of [partOf(target), noteOf(target)]) rmSync(file, { force: true });
}

/** An opened part; close it, whatever happens. */
export interface OpenPart {
  readonly sizeBytes: number;
  /** @throws models/wrong-size when the file would become longer than it is */
  add(bytes: Uint8Array): Promise<void>;
  /** Flushes, checks, and gives the file its name. False when it is whole and has another checksum. */
  finish(): Promise<boolean>;
  close(): Promise<void>;
}

interface Opening {
  readonly file: ModelFile;
  readonly note: PartNote;
  /** Where to go on; 0 begins anew. */
  readonly from: number;
  /** Whom to name in a complaint. */
  readonly source: string;
  readonly signal: AbortSignal;
}

export async function openPart(target: string, { file, note, from, source, signal }: Opening): Promise<OpenPart> {
  const part = partOf(target);
  if (from === 0) {
    discardPart(target);
    writeFileSync(noteOf(target), JSON.stringify(note), { flush: true });
  }
  const hash: Hash = from === 0 ? createHash('sha256') : await drain(hashFile(part, signal));
  const handle: FileHandle = await open(part, from === 0 ? 'w' : 'r+', 0o644);
  let sizeBytes = from;
  let isOpen = true;
  const close = async (): Promise<void> => {
    if (!isOpen) return;
    isOpen = false;
    await handle.close();
  };
  return {
    get sizeBytes() {
      return sizeBytes;
    },
    add: async (bytes) => {
      const got = sizeBytes + bytes.length;
      if (got > file.sizeBytes)
        throw new MirrorError('models/wrong-size', {
          data: { from: source, file: file.path, got: `${got} or more`, expected: file.sizeBytes },
        });
      for (let written = 0; written < bytes.length; )
        written += (await handle.write(bytes, written, bytes.length - written, sizeBytes + written)).bytesWritten;
      hash.update(bytes);
      sizeBytes = got;
    },
    finish: async () => {
      if (hash.digest('hex') !== file.sha256) return false;
      await handle.sync();
      // Windows renames no open file.
      await close();
      await rename(part, target);
      rmSync(noteOf(target), { force: true });
      return true;
    },
    close,
  };
}
