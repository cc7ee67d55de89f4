// Long work that goes on whoever watches it: closing a window ends the watching, not the work.
import type { Progress } from '../domain/progress.ts';

export interface Detached {
  /**
   * Starts the work, or joins the work of that name under way, and yields its progress until it is done.
   * @throws what the work throws; an AbortError when the watcher leaves
   */
  watch<Result>(name: string, start: Start<Result>, signal?: AbortSignal): AsyncGenerator<Progress, Result>;
  /** Starts the work with nobody watching, unless work of that name is under way or all work was stopped. */
  start(name: string, start: Start<unknown>): void;
  /** Aborted by `close`. */
  readonly stopping: AbortSignal;
  /** Stops all work and waits until it has stopped. */
  close(): Promise<void>;
}

type Start<Result> = (signal: AbortSignal) => AsyncGenerator<Progress, Result>;

interface Running {
  latest: Progress | undefined;
  /** Settled at each step; replaced by the next one. */
  step: PromiseWithResolvers<void>;
  readonly result: Promise<unknown>;
}

export function createDetached(): Detached {
  const running = new Map<string, Running>();
  const stopping = new AbortController();

  const begin = (name: string, start: Start<unknown>): Running => {
    const step = Promise.withResolvers<void>();
    const one: Running = { latest: undefined, step, result: Promise.resolve() };
    const result = runToEnd(start(stopping.signal), one).finally(() => {
      running.delete(name);
      one.step.resolve();
    });
    // A failure is told to whoever watches; with nobody watching, the next opening makes up for it.
    result.catch(() => {});
    const begun = Object.assign(one, { result });
    running.set(name, begun);
    return begun;
  };

  return {
    start: (name, start) => {
      if (!stopping.signal.aborted && !running.has(name)) begin(name, start);
    },
    stopping: stopping.signal,
    watch: async function* <Result>(name: string, start: Start<Result>, signal?: AbortSignal) {
      const one = running.get(name) ?? begin(name, start);
      const left = rejectWhenAborted(signal);
      let told: Progress | undefined;
      while (running.get(name) === one) {
        if (one.latest !== undefined && one.latest !== told) {
          told = one.latest;
          yield told;
        } else await Promise.race([one.step.promise, left]);
      }
      // The name stands for one kind of work, so its result is of that kind.
      return (await one.result) as Result;
    },
    close: async () => {
      stopping.abort();
      await Promise.allSettled([...running.values()].map(({ result }) => result));
    },
  };
}

async function runToEnd<Result>(work: AsyncGenerator<Progress, Result>, one: Running): Promise<Result> {
  for (;;) {
    const { value, done } = await work.next();
    if (done) return value;
    one.latest = value;
    const { step } = one;
    one.step = Promise.withResolvers<void>();
    step.resolve();
  }
}

function rejectWhenAborted(signal: AbortSignal | undefined): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  promise.catch(() => {});
  signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
  return promise;
}
