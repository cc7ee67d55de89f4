// In: the address of an export that the core has written. Out: the file, as a download.
import { findExported } from '../host/exports.ts';
import { streamFile } from '../host/files/whole-file.ts';
import type { Host } from '../host/host.ts';
import { makeRefusal, type PageAnswer, SAFE_HEADERS } from './respond.ts';

export async function answerExported(host: Host, pathname: string): Promise<PageAnswer> {
  const found = await findExported(host.workspace, pathname);
  if (found === undefined) return makeRefusal(404, 'There is no such export.');
  return {
    status: 200,
    headers: {
      ...SAFE_HEADERS,
      'content-type': found.mediaType,
      'content-length': String(found.sizeBytes),
      // Never shown in the window's own place: an export holds what people said, and a browser may run what it shows.
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.fileName)}`,
      'cache-control': 'no-store',
    },
    body: () => streamFile(host.workspace.files, found.path),
  };
}
