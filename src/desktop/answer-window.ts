// In: a request of the window by Mirror's scheme. Out: a file of the window, or what the core answers; nothing else.
import { Readable } from 'node:stream';
import { isOfWorkspace } from '../web/answer.ts';
import { answerPage } from '../web/pages.ts';
import { makeRefusal, type PageAnswer } from '../web/respond.ts';
import { isOurOrigin } from './addresses.ts';

export interface WindowFiles {
  /** The built window. */
  readonly pages: string;
  readonly ofWorkspace: (request: Request) => Promise<Response>;
}

export async function answerWindow(request: Request, { pages, ofWorkspace }: WindowFiles): Promise<Response> {
  if (!isOurOrigin(request.url)) return toResponse(makeRefusal(404, 'There is no such place.'));
  if (request.method !== 'GET' && request.method !== 'HEAD')
    return toResponse(makeRefusal(405, 'Only reading is possible here.'));
  const { pathname } = new URL(request.url);
  if (isOfWorkspace(pathname)) return ofWorkspace(request);
  return toResponse(await answerPage(pages, pathname), request.method === 'HEAD');
}

function toResponse({ status, headers, body }: PageAnswer, isHead = false): Response {
  if (isHead || body === undefined) return new Response(null, { status, headers });
  // Safe: Node's and the web's streams are one at run time; their types are told apart.
  return new Response(Readable.toWeb(body()) as unknown as ReadableStream, { status, headers });
}
