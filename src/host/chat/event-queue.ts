// Events of one piece of work for whoever watches it, in the order in which they came.

export interface EventQueue<Event> {
  tell(event: Event): void;
  /** Nothing comes any more; what is unread can still be read. */
  close(): void;
  /**
   * Yields what was told until the queue is closed.
   * @throws the reason of `signal` as soon as it aborts, whatever is unread
   */
  read(signal: AbortSignal): AsyncGenerator<Event, void>;
}

/** For one reader. */
export function createEventQueue<Event>(): EventQueue<Event> {
  const unread: Event[] = [];
  let isClosed = false;
  let news = Promise.withResolvers<void>();
  return {
    tell: (event) => {
      unread.push(event);
      news.resolve();
    },
    close: () => {
      isClosed = true;
      news.resolve();
    },
    read: async function* (signal) {
      const wake = (): void => news.resolve();
      signal.addEventListener('abort', wake);
      try {
        for (;;) {
          signal.throwIfAborted();
          const event = unread.shift();
          if (event !== undefined) yield event;
          else if (isClosed) return;
          else {
            await news.promise;
            news = Promise.withResolvers<void>();
          }
        }
      } finally {
        signal.removeEventListener('abort', wake);
      }
    },
  };
}
