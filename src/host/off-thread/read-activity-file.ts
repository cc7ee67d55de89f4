// In: the path of an ActivityWatch export. Out: its UI events.
import { basename } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';
import { type ActivityReading, readActivityWatch } from '../../ingest/read-activitywatch.ts';
import { accessFiles, OUTSIDE } from '../files/create-files.ts';
import type { FilesAccess } from '../files/workspace-files.ts';
import { decodeText } from './decode-text.ts';
import { readBytes } from './read-bytes.ts';

/** A text may have half a billion characters in V8. */
const MOST_CHARACTERS = 400_000_000;

/** @throws log/bad-format, log/empty, log/too-large */
export async function readActivityFile(path: string, access: FilesAccess = OUTSIDE.access): Promise<ActivityReading> {
  const file = basename(path);
  const parts: string[] = [];
  let characters = 0;
  for await (const part of decodeText(readBytes(accessFiles(access), path, file), { file }).chunks) {
    characters += part.length;
    if (characters > MOST_CHARACTERS)
      throw new MirrorError('log/too-large', { data: { file, detail: '400 MB of JSON' } });
    parts.push(part);
  }
  return readActivityWatch(parts.join(''), { file });
}
