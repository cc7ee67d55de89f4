// In: a recording's id and the time of a picture. Out: the picture's bytes.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import { OffsetMs } from '../domain/evidence.ts';
import { RecordingId } from '../domain/ids.ts';
import type { Host } from '../host/host.ts';
import { ignoreMissing, refuse, SAFE_HEADERS, sendBody } from './respond.ts';

const TYPES: Readonly<Record<string, string>> = { '.jpg': 'image/jpeg', '.png': 'image/png', '.webp': 'image/webp' };

export async function sendFrame(
  host: Host,
  { recording, time }: { readonly recording: string; readonly time: string },
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [id, atMs] = [RecordingId.safeParse(recording), OffsetMs.safeParse(Number(time))];
  const frame = id.success && atMs.success ? host.store.findFrame(id.data, atMs.data) : undefined;
  const type = frame && TYPES[extname(frame.path)];
  if (frame === undefined || type === undefined) return refuse(response, 404, 'There is no such picture.');
  const file = host.workspace.file(frame.path);
  const found = await stat(file).catch(ignoreMissing);
  // A backup has no media: where nobody copied them as well, what was read on them is there without them.
  if (found === undefined) return refuse(response, 404, 'The file of this picture is not in the workspace.');
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'content-type': type,
    'content-length': found.size,
    // Pictures of a recording that was made anew may be others.
    'cache-control': 'private, no-cache',
    etag: `"${frame.sha256}"`,
  });
  if (request.method === 'HEAD') response.end();
  else await sendBody(createReadStream(file), response);
}
