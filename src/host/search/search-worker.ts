// A worker thread: keeps the index of one workspace in memory and answers queries, one after the other.
import { parentPort, workerData } from 'node:worker_threads';
import { openSearchReader } from '../../../db/search-reader.ts';
import { type ErrorCode, type ErrorData, MirrorError } from '../../domain/errors.ts';
import { createSearchIndex, type IndexAnswer, type IndexQuery } from './search-index.ts';

export interface SearchRequest {
  readonly id: number;
  readonly query: IndexQuery;
}

export type SearchReply =
  | { readonly id: number; readonly answer: IndexAnswer }
  | { readonly id: number; readonly problem: { readonly code: ErrorCode; readonly data: ErrorData } }
  | { readonly id: number; readonly bug: { readonly message: string; readonly stack: string } };

// Only search-thread.ts starts this, and gives the file of an open workspace.
const reader = openSearchReader(String(workerData));
const index = createSearchIndex(reader);

parentPort?.on('message', ({ id, query }: SearchRequest) => parentPort?.postMessage(answer(id, query)));

function answer(id: number, query: IndexQuery): SearchReply {
  try {
    return { id, answer: index.find(query) };
  } catch (error) {
    if (error instanceof MirrorError) return { id, problem: { code: error.code, data: error.data } };
    const bug = error instanceof Error ? error : new Error(String(error));
    return { id, bug: { message: bug.message, stack: bug.stack ?? '' } };
  }
}
