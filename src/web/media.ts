// In: a track's id and a byte range. Out: those bytes, so that a player can start anywhere at once.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { TrackId } from '../domain/ids.ts';
import type { Host } from '../host/host.ts';
import { parseRange } from './range.ts';
import { ignoreMissing, refuse, SAFE_HEADERS, sendBody } from './respond.ts';

export async function sendMedia(
  host: Host,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const trackId = TrackId.safeParse(id);
  const track = trackId.success ? host.store.findTrack(trackId.data) : undefined;
  if (track === undefined) return refuse(response, 404, 'There is no such recording.');
  const file = host.workspace.file(track.path);
  const found = await stat(file).catch(ignoreMissing);
  // A backup has no media: where nobody copied them as well, words and steps are there without them.
  if (found === undefined) return refuse(response, 404, 'The file of this recording is not in the workspace.');
  const { size } = found;
  const range = parseRange(request.headers.range, size);
  const headers = {
    ...SAFE_HEADERS,
    'content-type': track.mimeType,
    'accept-ranges': 'bytes',
    'cache-control': 'private, max-age=3600',
  };
  if (range === 'unsatisfiable') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${size}` });
    response.end();
    return;
  }
  const { first, last } = range ?? { first: 0, last: size - 1 };
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': last - first + 1,
    ...(range ? { 'content-range': `bytes ${first}-${last}/${size}` } : {}),
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await sendBody(createReadStream(file, { start: first, end: last }), response);
}
