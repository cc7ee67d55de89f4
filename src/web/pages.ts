// In: a path of the address. Out: a file of the built window, and never one outside it.
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { ignoreMissing, makeRefusal, type PageAnswer, SAFE_HEADERS } from './respond.ts';

const KINDS: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
};

export async function answerPage(folder: string, pathname: string): Promise<PageAnswer> {
  const file = resolvePage(folder, pathname);
  const found = file === undefined ? undefined : await stat(file).catch(ignoreMissing);
  if (file === undefined || !found?.isFile()) return makeRefusal(404, 'There is no such page.');
  const isHashed = pathname.startsWith('/assets/');
  return {
    status: 200,
    headers: {
      ...SAFE_HEADERS,
      'content-type': KINDS[extname(file)] ?? 'application/octet-stream',
      'content-length': String(found.size),
      'cache-control': isHashed ? 'private, max-age=31536000, immutable' : 'no-cache',
    },
    body: () => createReadStream(file),
  };
}

/** Undefined for a path that would lead out of the folder, or hides something (`.built-from`). */
function resolvePage(folder: string, pathname: string): string | undefined {
  const decoded = decode(pathname);
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded));
  const isInside = file.startsWith(folder + sep);
  const isHidden = file
    .slice(folder.length)
    .split(sep)
    .some((part) => part.startsWith('.'));
  return isInside && !isHidden ? file : undefined;
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    // A malformed escape names no page.
    return undefined;
  }
}
