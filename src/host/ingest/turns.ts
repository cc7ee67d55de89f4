// Turns at the one worker, in the order in which they were asked for.

export interface Turn {
  isMine(): boolean;
  /** How many are before it. */
  before(): number;
  /** Settles when somebody has left; throws when `signal` aborts. */
  moved(signal: AbortSignal | undefined): Promise<void>;
  leave(): void;
}

export interface Turns<Name> {
  queue(name: Name): Turn;
  /** Whose turn it is, then those who wait. */
  list(): Name[];
}

/** Whoever queues must leave, in a `finally`. */
export function createTurns<Name>(): Turns<Name> {
  const line: { readonly name: Name }[] = [];
  let move = Promise.withResolvers<void>();
  return {
    list: () => line.map(({ name }) => name),
    queue: (name) => {
      const me = { name };
      line.push(me);
      return {
        isMine: () => line[0] === me,
        before: () => line.indexOf(me),
        moved: (signal) => orAborted(move.promise, signal),
        leave: () => {
          const at = line.indexOf(me);
          if (at < 0) return;
          line.splice(at, 1);
          const { resolve } = move;
          move = Promise.withResolvers();
          resolve();
        },
      };
    },
  };
}

async function orAborted(settled: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const aborted = Promise.withResolvers<void>();
  const onAbort = (): void => aborted.resolve();
  signal?.addEventListener('abort', onAbort, { once: true });
  try {
    await Promise.race([settled, aborted.promise]);
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
  signal?.throwIfAborted();
}
