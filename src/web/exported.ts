// In: the address of an export that the core has written. Out: the file, as a download.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { findExported } from '../host/exports.ts';
import type { Host } from '../host/host.ts';
import { makeRefusal, type PageAnswer, SAFE_HEADERS } from './respond.ts';

export async function answerExported(host: Host, pathname: string): Promise<PageAnswer> {
  const found = findExported(host.workspace, pathname);
  if (found === undefined) return makeRefusal(404, 'There is no such export.');
  const { size } = await stat(found.path);
  return {
    status: 200,
    headers: {
      ...SAFE_HEADERS,
      'content-type': found.mediaType,
      'content-length': String(size),
      // Never shown in the window's own place: an export holds what people said, and a browser may run what it shows.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      'cache-control': 'no-store',
    },
    body: () => createReadStream(found.path),
  };
}
