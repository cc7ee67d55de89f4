// Takes the bundled sample process in, and follows how far that has come.
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { Progress } from '../../src/domain/progress.ts';
import { mapPath } from '../route.ts';
import { useLink, useMirror } from '../use-mirror.ts';

export type SampleLoad =
  | { readonly state: 'idle' }
  | { readonly state: 'running'; readonly progress: Progress | undefined }
  | { readonly state: 'failed'; readonly error: unknown };

/** Starts on demand; goes to the process's map when it is there. */
export function useLoadSample(): { readonly load: SampleLoad; readonly start: () => void } {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [load, setLoad] = useState<SampleLoad>({ state: 'idle' });
  const isRunning = useRef(false);

  const run = async (): Promise<void> => {
    const steps = await client.samples.load();
    for (;;) {
      const step = await steps.next();
      if (step.done) {
        await queries.invalidateQueries({ queryKey: mirror.process.key() });
        navigate(mapPath(step.value.processId));
        return;
      }
      setLoad({ state: 'running', progress: step.value });
    }
  };
  const start = (): void => {
    if (isRunning.current) return;
    isRunning.current = true;
    setLoad({ state: 'running', progress: undefined });
    run()
      .catch((error: unknown) => setLoad({ state: 'failed', error }))
      .finally(() => {
        isRunning.current = false;
      });
  };
  return { load, start };
}
