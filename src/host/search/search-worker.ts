// A worker thread: keeps the index of one workspace in memory and answers one query at a time.
import { parentPort, workerData } from 'node:worker_threads';
import { openSearchReader } from '../../../db/search-reader.ts';
import { type ErrorCode, type ErrorData, MirrorError } from '../../domain/errors.ts';
import type { SearchedDatabase } from './search-thread.ts';
import { createSearchIndex, type IndexAnswer, type IndexQuery } from './search-index.ts';

export interface SearchRequest {
  readonly query: IndexQuery;
}

export type SearchReply =
  | { readonly answer: IndexAnswer }
  | { readonly problem: { readonly code: ErrorCode; readonly data: ErrorData } }
  | { readonly bug: { readonly message: string; readonly stack: string } };

// Only search-thread.ts starts this, and gives the file of an open workspace.
const { file, key } = workerData as SearchedDatabase;
const reader = openSearchReader(file, key);
const index = createSearchIndex(reader);

parentPort?.on('message', ({ query }: SearchRequest) => parentPort?.postMessage(answer(query)));

function answer(query: IndexQuery): SearchReply {
  try {
    return { answer: index.find(query) };
  } catch (error) {
    if (error instanceof MirrorError) return { problem: { code: error.code, data: error.data } };
    const bug = error instanceof Error ? error : new Error(String(error));
    return { bug: { message: bug.message, stack: bug.stack ?? '' } };
  }
}
