// In: a track's id and a byte range. Out: those bytes, so that a player can start anywhere at once.
import { TrackId } from '../domain/ids.ts';
import { streamFile } from '../host/files/whole-file.ts';
import type { Host } from '../host/host.ts';
import { parseRange } from './range.ts';
import { makeRefusal, type PageAnswer, SAFE_HEADERS } from './respond.ts';

export async function answerMedia(host: Host, id: string, rangeHeader: string | undefined): Promise<PageAnswer> {
  const trackId = TrackId.safeParse(id);
  const track = trackId.success ? host.store.findTrack(trackId.data) : undefined;
  if (track === undefined) return makeRefusal(404, 'There is no such recording.');
  const { files } = host.workspace;
  const file = host.workspace.file(track.path);
  const size = await files.sizeOf(file);
  // A backup has no media: where nobody copied them as well, words and steps are there without them.
  if (size === undefined) return makeRefusal(404, 'The file of this recording is not in the workspace.');
  const range = parseRange(rangeHeader, size);
  const headers = {
    ...SAFE_HEADERS,
    'content-type': track.mimeType,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=3600',
  };
  if (range === 'unsatisfiable') return { status: 416, headers: { ...headers, 'content-range': `bytes */${size}` } };
  const { first, last } = range ?? { first: 0, last: size - 1 };
  return {
    status: range ? 206 : 200,
    headers: {
      ...headers,
      'content-length': String(last - first + 1),
      ...(range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {}),
    },
    body: () => streamFile(files, file, { from: first, to: last + 1 }),
  };
}
