// A worker thread: takes one operation at a time and answers with its value, a problem or a bug.
import { parentPort } from 'node:worker_threads';
import { type ErrorCode, type ErrorData, MirrorError } from '../../domain/errors.ts';
import type { Progress } from '../../domain/progress.ts';
import { OPERATIONS } from './operations.ts';

export interface Request {
  readonly id: number;
  readonly operation: keyof typeof OPERATIONS;
  readonly args: readonly unknown[];
}

/** Any number of `progress`, and one of the others. */
export type Reply =
  | { readonly id: number; readonly kind: 'progress'; readonly progress: Progress }
  | { readonly id: number; readonly kind: 'value'; readonly value: unknown }
  | { readonly id: number; readonly kind: 'problem'; readonly code: ErrorCode; readonly data: ErrorData }
  | { readonly id: number; readonly kind: 'bug'; readonly message: string; readonly stack: string };

parentPort?.on('message', (request: Request) => void answer(request));

async function answer({ id, operation, args }: Request): Promise<void> {
  const reply = await run(id, operation, args);
  parentPort?.postMessage(reply, reply.kind === 'value' ? columnsOf(reply.value) : []);
}

/** The columns of a log are handed over, not copied: a million events are tens of megabytes. */
function columnsOf(value: unknown): ArrayBuffer[] {
  if (typeof value !== 'object' || value === null || !('columns' in value)) return [];
  const columns = Object.values(value.columns ?? {}).filter((column) => ArrayBuffer.isView(column));
  return [...new Set(columns.map(({ buffer }) => buffer))].filter((buffer) => buffer instanceof ArrayBuffer);
}

async function run(id: number, operation: keyof typeof OPERATIONS, args: readonly unknown[]): Promise<Reply> {
  try {
    // The pool's typed `run` is the only sender, so the arguments are those of the operation.
    const act = OPERATIONS[operation] as (...given: readonly unknown[]) => unknown;
    const work = act(...args);
    return { id, kind: 'value', value: isLong(work) ? await tellAll(id, work) : await work };
  } catch (error) {
    if (error instanceof MirrorError) return { id, kind: 'problem', code: error.code, data: error.data };
    const bug = error instanceof Error ? error : new Error(String(error));
    return { id, kind: 'bug', message: bug.message, stack: bug.stack ?? '' };
  }
}

type LongWork = AsyncGenerator<Progress, unknown>;

const isLong = (work: unknown): work is LongWork =>
  typeof work === 'object' && work !== null && Symbol.asyncIterator in work;

async function tellAll(id: number, work: LongWork): Promise<unknown> {
  for (;;) {
    const step = await work.next();
    if (step.done) return step.value;
    parentPort?.postMessage({ id, kind: 'progress', progress: step.value } satisfies Reply);
  }
}
