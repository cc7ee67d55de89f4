import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MovedVault } from '../../src/domain/vault.ts';
import type { Progress } from '../../src/domain/progress.ts';
import { useView } from '../view-store.ts';
import { type Act, useAct } from './use-act.ts';

type Moving = AsyncIterator<Progress, MovedVault>;

export interface Move {
  readonly act: Act;
  /** While it is under way. */
  readonly progress: Progress | undefined;
  /** Gives what came of it; undefined when it was stopped. */
  readonly move: (begin: (signal: AbortSignal) => Promise<Moving>) => Promise<MovedVault | undefined>;
  readonly stop: () => void;
}

/** Writing the workspace anew: how far it is, and a way to stop it. */
export function useMove(): Move {
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);
  const act = useAct();
  const [progress, setProgress] = useState<Progress>();
  const stopping = useRef<AbortController>(undefined);
  const move: Move['move'] = async (begin) => {
    const controller = new AbortController();
    stopping.current = controller;
    let result: MovedVault | undefined;
    await act.run(async () => {
      try {
        result = await follow(await begin(controller.signal), setProgress);
      } catch (error) {
        if (!controller.signal.aborted) throw error;
        tell({ text: 'Stopped. The workspace is as it was.', tone: 'done' });
      } finally {
        setProgress(undefined);
        await queries.resetQueries();
      }
    });
    return result;
  };
  return { act, progress, move, stop: () => stopping.current?.abort() };
}

async function follow(moving: Moving, tell: (progress: Progress) => void): Promise<MovedVault> {
  for (;;) {
    const { value, done } = await moving.next();
    if (done) return value;
    tell(value);
  }
}
