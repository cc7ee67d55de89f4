// Main's side of files for the window. In: a request of the page. Out: what the core answers, streamed as it is read.
import { SAFE_HEADERS } from '../web/respond.ts';
import type { FromCore, ToCore } from './core-line.ts';

export interface FileForwarder {
  fetch(request: Request): Promise<Response>;
  /** What the core says; true when it was about a file. */
  note(message: FromCore): boolean;
  /** The core is gone: whoever waits for a file of it hears so. */
  lose(): void;
}

interface Waiting {
  readonly hasHead: (response: Response) => void;
  controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  readonly pulled: { resolve: (() => void) | undefined };
}

/** `tell`: to the core; false where none is there. */
export function createFileForwarder(tell: (message: ToCore) => boolean): FileForwarder {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;

  const bodyOf = (id: number, one: Waiting): ReadableStream<Uint8Array> =>
    new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          one.controller = controller;
        },
        pull: () =>
          new Promise<void>((resolve) => {
            one.pulled.resolve = resolve;
            if (!tell({ kind: 'pull', id })) resolve();
          }),
        cancel: () => {
          waiting.delete(id);
          tell({ kind: 'drop', id });
        },
      },
      { highWaterMark: 4 },
    );

  const end = (id: number, one: Waiting, isWhole: boolean): void => {
    waiting.delete(id);
    if (isWhole) one.controller?.close();
    else one.controller?.error(new Error('the file could not be read to its end'));
    one.pulled.resolve?.();
  };

  return {
    fetch: (request) => {
      const { pathname } = new URL(request.url);
      const hasBody = request.method === 'GET';
      if (!hasBody && request.method !== 'HEAD') return Promise.resolve(refusal(405));
      const id = nextId++;
      const range = request.headers.get('range') ?? undefined;
      return new Promise((hasHead) => {
        waiting.set(id, { hasHead, controller: undefined, pulled: { resolve: undefined } });
        if (tell({ kind: 'file', id, pathname, range, hasBody })) return;
        waiting.delete(id);
        hasHead(refusal(503));
      });
    },
    note: (message) => {
      if (message.kind !== 'file-head' && message.kind !== 'file-chunk' && message.kind !== 'file-end') return false;
      const one = waiting.get(message.id);
      if (one === undefined) return true;
      if (message.kind === 'file-chunk') {
        one.controller?.enqueue(message.bytes);
        one.pulled.resolve?.();
      } else if (message.kind === 'file-end') end(message.id, one, message.isWhole);
      else {
        const { id, status, headers, hasBody } = message;
        if (!hasBody) waiting.delete(id);
        one.hasHead(new Response(hasBody ? bodyOf(id, one) : null, { status, headers }));
      }
      return true;
    },
    lose: () => {
      for (const [id, one] of waiting) {
        one.hasHead(refusal(503));
        end(id, one, false);
      }
    },
  };
}

const refusal = (status: number): Response => new Response(null, { status, headers: SAFE_HEADERS });
