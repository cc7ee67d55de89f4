// Announcements to any number of listeners, each of which reads at its own pace.

export interface Hub<Message> {
  announce(message: Message): void;
  /** Yields what is announced from now on, in order, until `signal` aborts. */
  listen(
    signal: { readonly aborted: boolean; addEventListener(type: 'abort', act: () => void): void } | undefined,
  ): AsyncGenerator<Message, void>;
}

/** A message that equals the last one still unread is not queued twice, so a slow listener cannot pile them up. */
export function createHub<Message>(isSame: (a: Message, b: Message) => boolean): Hub<Message> {
  const listeners = new Set<(message: Message) => void>();
  return {
    announce: (message) => {
      for (const tell of listeners) tell(message);
    },
    listen: async function* (signal) {
      const unread: Message[] = [];
      let wake: (() => void) | undefined;
      const tell = (message: Message): void => {
        if (!unread.some((each) => isSame(each, message))) unread.push(message);
        wake?.();
      };
      listeners.add(tell);
      signal?.addEventListener('abort', () => wake?.());
      try {
        while (!signal?.aborted) {
          const message = unread.shift();
          if (message !== undefined) yield message;
          else await new Promise<void>((resolve) => (wake = resolve));
        }
      } finally {
        listeners.delete(tell);
      }
    },
  };
}
