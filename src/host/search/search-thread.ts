// In: the file of an open workspace. Out: its search index in a thread of its own, so that no search waits for heavy
// work, and the core waits for no search.
import { Worker } from 'node:worker_threads';
import { MirrorError } from '../../domain/errors.ts';
import type { IndexAnswer, IndexQuery } from './search-index.ts';
import type { SearchReply, SearchRequest } from './search-worker.ts';

export interface SearchThread {
  find(query: IndexQuery): Promise<IndexAnswer>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: IndexAnswer) => void;
  readonly reject: (error: unknown) => void;
}

/** The thread starts with the first search, and reads the index then. */
export function startSearchThread(database: string): SearchThread {
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
    const started = new Worker(new URL('./search-worker.ts', import.meta.url), { workerData: database });
    started.on('message', (reply: SearchReply) => settle(waiting, reply));
    started.on('error', (error) => started === worker && failAll(error));
    started.on('exit', () => started === worker && failAll(new Error('the search ended before it had answered')));
    worker = started;
    return started;
  };

  return {
    find: async (query) => {
      const id = nextId++;
      const answer = new Promise<IndexAnswer>((resolve, reject) => waiting.set(id, { resolve, reject }));
      const asked = getWorker();
      // An awaited answer keeps the program alive; an idle thread does not.
      asked.ref();
      asked.postMessage({ id, query } satisfies SearchRequest);
      try {
        return await answer;
      } finally {
        if (waiting.size === 0) asked.unref();
      }
    },
    close: async () => {
      const target = worker;
      worker = undefined;
      await target?.terminate();
      failAll(new DOMException('Mirror is closing', 'AbortError'));
    },
  };
}

function settle(waiting: Map<number, Waiting>, reply: SearchReply): void {
  const caller = waiting.get(reply.id);
  waiting.delete(reply.id);
  if ('answer' in reply) caller?.resolve(reply.answer);
  else if ('problem' in reply) caller?.reject(new MirrorError(reply.problem.code, { data: reply.problem.data }));
  else caller?.reject(Object.assign(new Error(reply.bug.message), { stack: reply.bug.stack }));
}
