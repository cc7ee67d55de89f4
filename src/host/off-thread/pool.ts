// In: an operation by name with its arguments. Out: its value, computed in a worker thread.
import { setFlagsFromString } from 'node:v8';
import { type ResourceLimits, Worker } from 'node:worker_threads';
import { MirrorError } from '../../domain/errors.ts';
import type { Progress } from '../../domain/progress.ts';
import { findProgram } from '../programs/programs.ts';
import type { Operations } from './operations.ts';
import type { Reply, Request } from './worker.ts';

type Value<Name extends keyof Operations> =
  ReturnType<Operations[Name]> extends AsyncGenerator<Progress, infer Result>
    ? Result
    : Awaited<ReturnType<Operations[Name]>>;

export interface OffThread {
  /** Runs one operation. Aborting ends the worker, whatever it is doing; the next call starts a new one. */
  run<Name extends keyof Operations>(
    name: Name,
    args: Parameters<Operations[Name]>,
    signal?: AbortSignal,
  ): Promise<Value<Name>>;
  /** Runs one operation that tells its progress; a watcher that is slow to ask gets the latest only. */
  follow<Name extends keyof Operations>(
    name: Name,
    args: Parameters<Operations[Name]>,
    signal?: AbortSignal,
  ): AsyncGenerator<Progress, Value<Name>>;
  close(): Promise<void>;
}

interface Waiting {
  readonly request: Request;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
  readonly tell: (progress: Progress) => void;
}

// Node strips types with a WebAssembly module. When two threads of one process do so at the same time, V8 (13.6, Node
// 24.21) can free one wrapper of its imports twice and end the process with "Check failed: jit_page.has_value()". It
// does so only when wrappers are compiled anew after so many calls: never, here.
setFlagsFromString('--wasm-wrapper-tiering-budget=1000000000');

/** One worker, started at the first call: the machine that records has few cores to spare. */
export function createOffThread({ resourceLimits }: { readonly resourceLimits?: ResourceLimits } = {}): OffThread {
  const waiting = new Map<number, Waiting>();
  /** Ids of what an ended worker had not answered, until it is sent again. */
  const stalled = new Set<number>();
  let ending: Promise<unknown> = Promise.resolve();
  let worker: Worker | undefined;
  let nextId = 1;

  const failAll = (error: unknown): void => {
    worker = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };

  const getWorker = (): Worker => {
    if (worker) return worker;
    const started = new Worker(findProgram('off-thread'), { ...(resourceLimits && { resourceLimits }) });
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

  /**
   * Only the one who cancels is answered so: what others wait for starts again in a new worker. Both happens once the
   * old one has ended, for it may be writing the very file that is now removed or written anew.
   */
  const cancel = async (id: number, reason: unknown): Promise<void> => {
    const cancelled = waiting.get(id);
    if (cancelled === undefined) return;
    waiting.delete(id);
    for (const other of waiting.keys()) stalled.add(other);
    const old = worker;
    worker = undefined;
    const mine = Promise.all([ending, old?.terminate()]);
    ending = mine;
    await mine;
    cancelled.reject(reason);
    // Somebody else cancelled meanwhile, and sends the rest when that worker has ended, too.
    if (ending === mine) sendStalled();
  };

  const sendStalled = (): void => {
    for (const id of stalled) {
      const one = waiting.get(id);
      if (one) send(one.request);
    }
    stalled.clear();
  };

  const run = <Name extends keyof Operations>(
    name: Name,
    args: Parameters<Operations[Name]>,
    { signal, tell }: { signal: AbortSignal | undefined; tell: Waiting['tell'] },
  ): Promise<Value<Name>> => {
    signal?.throwIfAborted();
    const request: Request = { id: nextId++, operation: name, args };
    const answer = new Promise<Value<Name>>((resolve, reject) => {
      // The reply to this id is the value of this operation: both ends use the one table.
      waiting.set(request.id, { request, resolve: (value) => resolve(value as Value<Name>), reject, tell });
    });
    send(request);
    const onAbort = (): void => void cancel(request.id, signal?.reason);
    signal?.addEventListener('abort', onAbort, { once: true });
    return answer.finally(() => {
      signal?.removeEventListener('abort', onAbort);
      if (waiting.size === 0) worker?.unref();
    });
  };

  return {
    run: async (name, args, signal) => run(name, args, { signal, tell: ignoreProgress }),
    follow: (name, args, signal) => followOne((options) => run(name, args, options), signal),
    close: async () => {
      const target = worker;
      worker = undefined;
      await target?.terminate();
      failAll(new DOMException('Mirror is closing', 'AbortError'));
    },
  };
}

const ignoreProgress = (): void => {};

interface FollowOptions {
  readonly signal: AbortSignal;
  readonly tell: Waiting['tell'];
}

/** Yields what is told, never going back: work that had to start again catches up first. Leaving ends the work. */
async function* followOne<Result>(
  start: (options: FollowOptions) => Promise<Result>,
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, Result> {
  const leaving = new AbortController();
  let latest: Progress | undefined;
  let step = Promise.withResolvers<void>();
  let isOver = false;
  const tell = (progress: Progress): void => {
    if (latest && progress.done < latest.done) return;
    latest = progress;
    step.resolve();
  };
  const result = start({ signal: AbortSignal.any([leaving.signal, ...(signal ? [signal] : [])]), tell }).finally(() => {
    isOver = true;
    step.resolve();
  });
  try {
    for (;;) {
      await Promise.race([step.promise, result]);
      if (isOver) return await result;
      step = Promise.withResolvers<void>();
      if (latest) yield latest;
    }
  } finally {
    leaving.abort();
    // Only when it has ended may whoever left clean up behind it.
    await Promise.allSettled([result]);
  }
}

function settle(waiting: Map<number, Waiting>, reply: Reply): void {
  const caller = waiting.get(reply.id);
  if (reply.kind === 'progress') return caller?.tell(reply.progress);
  waiting.delete(reply.id);
  if (reply.kind === 'value') caller?.resolve(reply.value);
  else if (reply.kind === 'problem') caller?.reject(new MirrorError(reply.code, { data: reply.data }));
  else caller?.reject(Object.assign(new Error(reply.message), { stack: reply.stack }));
}
