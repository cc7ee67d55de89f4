// Who can answer, who was chosen, and what may be spent; and the changes of it that the panel makes.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { readProblem } from '../../src/api/client.ts';
import type { WriterBudget, WriterChoice, WriterStatus } from '../../src/domain/writer.ts';
import { useLink, useMirror } from '../use-mirror.ts';
import { useView } from '../view-store.ts';

export interface Writers {
  readonly all: readonly WriterStatus[];
  readonly chosen: WriterChoice;
  readonly budget: WriterBudget;
  readonly spentTodayUsd: number;
  /** Undefined once they are known. */
  readonly error: unknown;
  choose(writer: WriterChoice): Promise<void>;
  setBudget(budget: WriterBudget): Promise<void>;
  /** Asks anew what was spent, and who can be asked. */
  refresh(): Promise<void>;
}

const NO_BUDGET: WriterBudget = { perQuestionUsd: null, perDayUsd: null };

export function useWriters(): Writers {
  const mirror = useMirror();
  const { client } = useLink();
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);
  // Models on this machine start and stop by themselves; and what was spent grows with each answer.
  const { data, error } = useQuery({ ...mirror.writer.list.queryOptions(), staleTime: 0 });
  const refresh = (): Promise<void> => queries.invalidateQueries({ queryKey: mirror.writer.key() });
  const change = async (wish: () => Promise<void>): Promise<void> => {
    try {
      await wish();
    } catch (failure) {
      const problem = readProblem(failure);
      tell({ tone: 'problem', text: problem ? `${problem.title}. ${problem.hint}` : 'That was not kept. Try again.' });
    }
    await refresh();
  };
  return {
    all: data?.writers ?? [],
    chosen: data?.chosen ?? 'none',
    budget: data?.budget ?? NO_BUDGET,
    spentTodayUsd: data?.spentTodayUsd ?? 0,
    error: data ? undefined : error,
    choose: (writer) => change(() => client.writer.choose({ writer })),
    setBudget: (budget) => change(() => client.writer.setBudget(budget)),
    refresh,
  };
}
