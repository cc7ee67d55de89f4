// In: an operation by name with its arguments. Out: its value, computed in a worker thread.
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { MirrorError } from '../../domain/errors.ts';
import type { Operations } from './operations.ts';
import type { Reply, Request } from './worker.ts';

type Value<Name extends keyof Operations> = Awaited<ReturnType<Operations[Name]>>;

export interface OffThread {
  /** Runs one operation. Aborting ends the worker, whatever it is doing; the next call starts a new one. */
  run<Name extends keyof Operations>(
    name: Name,
    args: Parameters<Operations[Name]>,
    signal?: AbortSignal,
  ): Promise<Value<Name>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

// Node strips types with a WebAssembly module. When two threads of one process do so at the same time, V8 (13.6, Node
// 24.21) can free one wrapper of its imports twice and end the process with "Check failed: jit_page.has_value()". It
// does so only when wrappers are compiled anew after so many calls: never, here.
setFlagsFromString('--wasm-wrapper-tiering-budget=1000000000');

/** One worker, started at the first call: the machine that records has few cores to spare. */
export function createOffThread(): OffThread {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let nextId = 1;

  const failAll = (error: unknown): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const getWorker = (): Worker => {
    if (worker) return worker;
    const started = new Worker(new URL('./worker.ts', import.meta.url));
    started.unref();
    started.on('message', (reply: Reply) => settle(waiting, reply));
    started.on('error', (error) => started === worker && failAll(error));
    started.on('exit', () => started === worker && failAll(new Error('the worker ended before it had answered')));
    worker = started;
    return started;
  };

  const send = (request: Request): void => {
    // A waited-for answer keeps the program alive; an idle worker does not.
    getWorker().ref();
    getWorker().postMessage(request);
  };

  /** Only the one who cancels is answered so: what others wait for starts again in a new worker. */
  const cancel = (id: number, reason: unknown): void => {
    const cancelled = waiting.get(id);
    if (cancelled === undefined) return;
    waiting.delete(id);
    cancelled.reject(reason);
    const old = worker;
    worker = undefined;
    void old?.terminate();
    for (const { request } of waiting.values()) send(request);
  };

  return {
    run: (name, args, signal) => {
      signal?.throwIfAborted();
      const request: Request = { id: nextId++, operation: name, args };
      const answer = new Promise<Value<typeof name>>((resolve, reject) => {
        // The reply to this id is the value of this operation: both ends use the one table.
        waiting.set(request.id, { request, resolve: (value) => resolve(value as Value<typeof name>), reject });
      });
      send(request);
      const onAbort = (): void => cancel(request.id, signal?.reason);
      signal?.addEventListener('abort', onAbort, { once: true });
      return answer.finally(() => {
        signal?.removeEventListener('abort', onAbort);
        if (waiting.size === 0) worker?.unref();
      });
    },
    close: async () => {
      const target = worker;
      failAll(new DOMException('Mirror is closing', 'AbortError'));
      await target?.terminate();
    },
  };
}

function settle(waiting: Map<number, Waiting>, reply: Reply): void {
  const caller = waiting.get(reply.id);
  waiting.delete(reply.id);
  if (reply.kind === 'value') caller?.resolve(reply.value);
  else if (reply.kind === 'problem') caller?.reject(new MirrorError(reply.code, { data: reply.data }));
  else caller?.reject(Object.assign(new Error(reply.message), { stack: reply.stack }));
}
