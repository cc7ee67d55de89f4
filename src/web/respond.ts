// How every answer of Mirror to a page is dressed, whether it goes over HTTP or, in the desktop, over a port.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What a page asked for. */
export interface PageRequest {
  /** Of the address: begins with a slash, and is still encoded. */
  readonly pathname: string;
  /** Its Range header. */
  readonly range?: string | undefined;
}

export interface PageAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Opened by whoever sends it; none for a request of the head alone. */
  readonly body?: () => Readable;
}

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** On every page: nothing from elsewhere, nothing framed, nothing guessed. */
export const SAFE_HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/** No, in plain words. */
export function makeRefusal(status: number, words: string): PageAnswer {
  const headers = { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body: () => Readable.from([Buffer.from(`${words}\n`)]) };
}

export function refuse(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, makeRefusal(status, words).headers);
  response.end(`${words}\n`);
}

/** Sends an answer over HTTP. A browser drops the connection whenever it seeks or leaves; that is no failure. */
export async function sendAnswer(
  { status, headers, body }: PageAnswer,
  request: Pick<IncomingMessage, 'method'>,
  response: ServerResponse,
): Promise<void> {
  response.writeHead(status, headers);
  if (request.method === 'HEAD' || body === undefined) {
    response.end();
    return;
  }
  try {
    await pipeline(body(), response);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!LEFT.includes(code)) throw error;
  }
}

const LEFT = ['ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_UNABLE_TO_PIPE', 'ECONNRESET', 'EPIPE'];

/** For a file that may not be there. */
export function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
  throw error;
}
