// The core's side of files for the window. In: what main forwards. Out: heads and, as fast as they are pulled, chunks.
import type { Readable } from 'node:stream';
import type { PageAnswer } from '../web/respond.ts';
import type { FromCore, ToCoreOf } from './core-line.ts';

export interface FileServer {
  open(request: ToCoreOf<'file'>): Promise<void>;
  pull(id: number): Promise<void>;
  drop(id: number): void;
  close(): void;
}

export interface FileServerNeeds {
  readonly answer: (request: ToCoreOf<'file'>) => Promise<PageAnswer>;
  readonly tell: (message: FromCore) => void;
  readonly reportBug: (error: unknown) => void;
}

/** Sent, a view takes all of its buffer along, and a small one shares it with others. */
const alone = (bytes: Uint8Array): Uint8Array =>
  bytes.byteLength === bytes.buffer.byteLength ? bytes : Uint8Array.from(bytes);

/** Nothing is read ahead of what is pulled: a film that nobody watches any more costs nothing. */
export function createFileServer({ answer, tell, reportBug }: FileServerNeeds): FileServer {
  const open = new Map<number, { readonly body: Readable; readonly chunks: AsyncIterator<Uint8Array> }>();
  const drop = (id: number): void => {
    open.get(id)?.body.destroy();
    open.delete(id);
  };
  const fail = (id: number, error: unknown): void => {
    reportBug(error);
    drop(id);
  };
  return {
    open: async (request) => {
      const { id } = request;
      try {
        const { status, headers, body } = await answer(request);
        const hasBody = request.hasBody && body !== undefined;
        if (hasBody) {
          const opened = body();
          open.set(id, { body: opened, chunks: opened[Symbol.asyncIterator]() });
        }
        tell({ kind: 'file-head', id, status, headers, hasBody });
      } catch (error) {
        fail(id, error);
        const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
        tell({ kind: 'file-head', id, status: 500, headers, hasBody: false });
      }
    },
    pull: async (id) => {
      const reading = open.get(id);
      if (reading === undefined) return;
      try {
        const next = await reading.chunks.next();
        if (!open.has(id)) return;
        if (next.done !== true) return tell({ kind: 'file-chunk', id, bytes: alone(next.value) });
        open.delete(id);
        tell({ kind: 'file-end', id, isWhole: true });
      } catch (error) {
        // Whoever destroyed it by dropping it wants to hear nothing.
        if (!open.has(id)) return;
        fail(id, error);
        tell({ kind: 'file-end', id, isWhole: false });
      }
    },
    drop,
    close: () => {
      for (const id of open.keys()) drop(id);
    },
  };
}
