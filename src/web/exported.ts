// In: the address of an export that the core has written. Out: the file, as a download.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { findExported } from '../host/exports.ts';
import type { Host } from '../host/host.ts';
import { refuse, SAFE_HEADERS, sendBody } from './respond.ts';

export async function sendExported(
  host: Host,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const found = findExported(host.workspace, pathname);
  if (found === undefined) return refuse(response, 404, 'There is no such export.');
  const { size } = await stat(found.path);
  response.writeHead(200, {
    ...SAFE_HEADERS,
    'content-type': found.mediaType,
    'content-length': size,
    // Never shown in the window's own place: an export holds what people said, and a browser may run what it shows.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
    'cache-control': 'no-store',
  });
  if (request.method === 'HEAD') response.end();
  else await sendBody(createReadStream(found.path), response);
}
