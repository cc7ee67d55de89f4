// In: a folder that has the files of a model, from another machine or a stick. Out: one of them, checked.
import { createReadStream, statSync } from 'node:fs';
import { join } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';
import type { ModelEntry, ModelFile } from '../../domain/models.ts';
import { discardPart, openPart } from './part-file.ts';

const PIECE_BYTES = 1024 * 1024;

interface Copy {
  readonly folder: string;
  readonly model: ModelEntry;
  readonly file: ModelFile;
  readonly target: string;
}

/**
 * Yields how many bytes are there. A part of an earlier download is not gone on with: reading anew is quick.
 * @throws models/not-there, models/wrong-size, models/wrong-checksum
 */
export async function* copyFile(
  { folder, model, file, target }: Copy,
  { signal }: { readonly signal: AbortSignal },
): AsyncGenerator<number, void> {
  const data = { from: folder, file: file.path };
  const found = findFile(folder, model, file);
  if (found === undefined) throw new MirrorError('models/not-there', { data });
  if (found.sizeBytes !== file.sizeBytes)
    throw new MirrorError('models/wrong-size', { data: { ...data, got: found.sizeBytes, expected: file.sizeBytes } });
  const note = { sha256: file.sha256 ?? '', etag: null };
  const part = await openPart(target, { file, note, from: 0, source: folder, signal });
  try {
    for await (const piece of createReadStream(found.path, { highWaterMark: PIECE_BYTES, signal })) {
      // A stream without an encoding gives buffers.
      await part.add(piece as Buffer);
      yield part.sizeBytes;
    }
    if (await part.finish()) return;
    throw new MirrorError('models/wrong-checksum', { data });
  } finally {
    await part.close();
    discardPart(target);
  }
}

/** As the hub lays files out, as Mirror does, or the model's files alone. */
function findFile(
  folder: string,
  { id, origin }: ModelEntry,
  { path }: ModelFile,
): { path: string; sizeBytes: number } | undefined {
  const places = [join(folder, id), join(folder, ...origin.repository.split('/')), folder];
  for (const place of places) {
    const candidate = join(place, ...path.split('/'));
    const stats = statSync(candidate, { throwIfNoEntry: false });
    if (stats?.isFile()) return { path: candidate, sizeBytes: stats.size };
  }
  return undefined;
}
