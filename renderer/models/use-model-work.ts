// Fetching, checking and removing models, each followed as it goes. A download goes on when nobody looks any more.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { readProblem } from '../../src/api/client.ts';
import type { ModelId, ModelStatus } from '../../src/domain/models.ts';
import type { Progress } from '../../src/domain/progress.ts';
import { saySize } from '../intake/say-size.ts';
import { useLink, useMirror } from '../use-mirror.ts';

interface Running {
  readonly what: 'pull' | 'verify';
  readonly progress: Progress | undefined;
}

interface Message {
  readonly text: string;
  readonly isProblem: boolean;
}

export interface ModelWork {
  find(id: ModelId): Running | undefined;
  messageOf(id: ModelId): Message | undefined;
  pull(id: ModelId): void;
  verify(id: ModelId): void;
  /** Of a download, what has come stays. */
  cancel(id: ModelId): void;
  remove(id: ModelId): Promise<void>;
}

type Steps = AsyncIteratorObject<Progress, ModelStatus>;

export function useModelWork(): ModelWork {
  const { client } = useLink();
  const queries = useQueryClient();
  const mirror = useMirror();
  const [running, setRunning] = useState<Readonly<Record<string, Running>>>({});
  const [messages, setMessages] = useState<Readonly<Record<string, Message>>>({});
  const stops = useRef(new Map<ModelId, AbortController>());
  useEffect(() => {
    const all = stops.current;
    // Whoever leaves stops watching.
    return () => all.forEach((stop) => stop.abort());
  }, []);

  const say = (id: ModelId, message: Message | undefined): void =>
    setMessages(({ [id]: _old, ...others }) => (message ? { ...others, [id]: message } : others));

  const follow = async (id: ModelId, what: Running['what'], start: (signal: AbortSignal) => Promise<Steps>) => {
    const stop = new AbortController();
    stops.current.set(id, stop);
    say(id, undefined);
    setRunning((all) => ({ ...all, [id]: { what, progress: undefined } }));
    try {
      const steps = await start(stop.signal);
      for (;;) {
        const step = await steps.next();
        if (step.done) break;
        const progress = step.value;
        setRunning((all) => ({ ...all, [id]: { what, progress } }));
      }
      if (what === 'verify') say(id, { text: 'Every file is as it was published.', isProblem: false });
    } catch (error) {
      if (!stop.signal.aborted) say(id, { text: describe(error), isProblem: true });
    } finally {
      stops.current.delete(id);
      setRunning(({ [id]: _over, ...others }) => others);
      void queries.invalidateQueries({ queryKey: mirror.models.key() });
    }
  };

  return {
    find: (id) => running[id],
    messageOf: (id) => messages[id],
    pull: (id) => void follow(id, 'pull', (signal) => client.models.pull({ modelId: id, from: 'hub' }, { signal })),
    verify: (id) => void follow(id, 'verify', (signal) => client.models.verify({ modelId: id }, { signal })),
    cancel: (id) => {
      // A check ends with its watcher, a download only when it is told to.
      if (running[id]?.what === 'pull') void client.models.cancel({ modelId: id });
      stops.current.get(id)?.abort();
    },
    remove: async (id) => {
      try {
        const { freedBytes } = await client.models.remove({ modelId: id });
        say(id, { text: `Removed: ${saySize(freedBytes)} are free again.`, isProblem: false });
      } catch (error) {
        say(id, { text: describe(error), isProblem: true });
      }
      await queries.invalidateQueries({ queryKey: mirror.models.key() });
    },
  };
}

function describe(error: unknown): string {
  const problem = readProblem(error);
  return problem
    ? `${problem.title}. ${problem.hint}`
    : 'That did not work. Try again; if it stays so, restart Mirror.';
}
