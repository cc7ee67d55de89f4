import { useState } from 'react';
import { readProblem } from '../../src/api/client.ts';

export interface Act {
  readonly run: (act: () => Promise<unknown>) => Promise<void>;
  readonly isBusy: boolean;
  /** Why it failed and what to do, in the core's own line. */
  readonly problem: string | undefined;
}

/** Something a person does here: one at a time, and its failure in words. */
export function useAct(): Act {
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const run = async (act: () => Promise<unknown>): Promise<void> => {
    setIsBusy(true);
    setProblem(undefined);
    try {
      await act();
    } catch (error) {
      setProblem(sayFailure(error));
    } finally {
      setIsBusy(false);
    }
  };
  return { run, isBusy, problem };
}

function sayFailure(error: unknown): string {
  const problem = readProblem(error);
  return problem ? `${problem.title}. ${problem.hint}` : 'Mirror could not answer. Try again.';
}
