// In: how many mutants of each kind of file. Out: which of them crashed or hung a reader; there should be none.
import { Worker } from 'node:worker_threads';
import type { FuzzMessage, FuzzRequest } from './worker.ts';

export interface FuzzReport {
  /** How many mutants were read, and how many refused. */
  readonly read: number;
  readonly refused: number;
  /** `log.csv #17: ...`: the seed makes the same mutant again. */
  readonly crashes: readonly string[];
}

/** Far longer than any reader takes for these few kilobytes, even on a machine that does ten other things. */
const HANG_MS = 30_000;

/** @throws Error naming the mutant when a reader hangs, or ends the thread */
export function runFuzz(request: FuzzRequest): Promise<FuzzReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: request });
    const crashes: string[] = [];
    let current = 'before the first';
    let watch = setTimeout(() => {}, 0);
    const settle = (act: () => void): void => {
      clearTimeout(watch);
      void worker.terminate();
      act();
    };
    worker.on('message', (message: FuzzMessage) => {
      clearTimeout(watch);
      if (message.kind === 'end') {
        const { read, refused } = message;
        return settle(() => resolve({ read, refused, crashes }));
      }
      current = `${message.input} #${message.number}`;
      if (message.kind === 'crash') crashes.push(`${current}: ${message.error}`);
      watch = setTimeout(() => settle(() => reject(new Error(`a reader hangs on ${current}`))), HANG_MS);
    });
    worker.on('error', (error) =>
      settle(() => reject(new Error(`a reader ended its thread on ${current}`, { cause: error }))),
    );
    worker.on('exit', () => settle(() => reject(new Error(`a reader ended its thread on ${current}`))));
  });
}
