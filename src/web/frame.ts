// In: a recording's id and the time of a picture. Out: the picture's bytes.
import { extname } from 'node:path';
import { OffsetMs } from '../domain/evidence.ts';
import { RecordingId } from '../domain/ids.ts';
import { streamFile } from '../host/files/whole-file.ts';
import type { Host } from '../host/host.ts';
import { makeRefusal, type PageAnswer, SAFE_HEADERS } from './respond.ts';

const TYPES: Readonly<Record<string, string>> = { '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp' };

export async function answerFrame(
  host: Host,
  { recording, time }: { readonly recording: string; readonly time: string },
): Promise<PageAnswer> {
  const [id, atMs] = [RecordingId.safeParse(recording), OffsetMs.safeParse(Number(time))];
  const frame = id.success && atMs.success ? host.store.findFrame(id.data, atMs.data) : undefined;
  const type = frame && TYPES[extname(frame.path)];
  if (frame === undefined || type === undefined) return makeRefusal(404, 'There is no such picture.');
  const { files } = host.workspace;
  const file = host.workspace.file(frame.path);
  const size = await files.sizeOf(file);
  // A backup has no media: where nobody copied them as well, what was read on them is there without them.
  if (size === undefined) return makeRefusal(404, 'The file of this picture is not in the workspace.');
  return {
    status: 200,
    headers: {
      ...SAFE_HEADERS,
      'content-type': type,
      'content-length': String(size),
      // Pictures of a recording that was made anew may be others.
      'cache-control': 'private, no-cache',
      etag: `"${frame.sha256}"`,
    },
    body: () => streamFile(files, file),
  };
}
