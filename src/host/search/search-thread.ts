// In: the file of an open workspace. Out: its search index in a thread of its own, so that no search waits for heavy
// work, and the core waits for no search.
import { Worker } from 'node:worker_threads';
import { MirrorError } from '../../domain/errors.ts';
import type { CancelSignal } from '../../lib/cancel.ts';
import { findProgram } from '../programs/programs.ts';
import type { IndexAnswer, IndexQuery } from './search-index.ts';
import type { SearchReply, SearchRequest } from './search-worker.ts';

/** The file of an open workspace, and its key where it is sealed. */
export interface SearchedDatabase {
  readonly file: string;
  readonly key?: Uint8Array | undefined;
}

export interface SearchThread {
  /** One after the other. What is cancelled before its turn is never looked for: people type faster than they read. */
  find(query: IndexQuery, signal?: CancelSignal): Promise<IndexAnswer>;
  close(): Promise<void>;
}

interface Asked {
  readonly query: IndexQuery;
  readonly signal: CancelSignal | undefined;
  readonly resolve: (answer: IndexAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread starts with the first search, and reads the index then. */
export function startSearchThread({ file, key }: SearchedDatabase): SearchThread {
  /** The first is under way while there is one. */
  let asked: Asked[] = [];
  let isBusy = false;
  let worker: Worker | undefined;

  const failAll = (error: unknown): void => {
    const all = asked;
    [asked, isBusy, worker] = [[], false, undefined];
    for (const { reject } of all) reject(error);
  };

  const getWorker = (): Worker => {
    if (worker) return worker;
    const started = new Worker(findProgram('search'), { workerData: { file, key } satisfies SearchedDatabase });
    started.on('message', (reply: SearchReply) => started === worker && settle(reply));
    started.on('error', (error) => started === worker && failAll(error));
    started.on('exit', () => started === worker && failAll(new Error('the search ended before it had answered')));
    worker = started;
    return started;
  };

  const settle = (reply: SearchReply): void => {
    const first = asked.shift();
    isBusy = false;
    sendNext();
    if ('answer' in reply) first?.resolve(reply.answer);
    else if ('problem' in reply) first?.reject(new MirrorError(reply.problem.code, { data: reply.problem.data }));
    else first?.reject(Object.assign(new Error(reply.bug.message), { stack: reply.bug.stack }));
  };

  const sendNext = (): void => {
    if (isBusy) return;
    asked = asked.filter(isWanted);
    const [first] = asked;
    // An awaited answer keeps the program alive; an idle thread does not.
    if (first === undefined) {
      worker?.unref();
      return;
    }
    isBusy = true;
    getWorker().ref();
    getWorker().postMessage({ query: first.query } satisfies SearchRequest);
  };

  return {
    find: (query, signal) =>
      new Promise((resolve, reject) => {
        asked.push({ query, signal, resolve, reject });
        sendNext();
      }),
    close: async () => {
      const target = worker;
      worker = undefined;
      await target?.terminate();
      failAll(new DOMException('Mirror is closing', 'AbortError'));
    },
  };
}

/** False for what was cancelled, which is told so. */
function isWanted({ signal, reject }: Asked): boolean {
  try {
    signal?.throwIfAborted();
    return true;
  } catch (reason) {
    reject(reason);
    return false;
  }
}
