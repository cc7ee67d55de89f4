// What the screens of comparing ask the core, and what they tell it to keep.
import { keepPreviousData, skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { readProblem } from '../../src/api/client.ts';
import type { ApprovalSummary, GraphSide } from '../../src/domain/comparison.ts';
import type { ApprovalId, ProcessId } from '../../src/domain/ids.ts';
import { useLink, useMirror } from '../use-mirror.ts';
import { useView } from '../view-store.ts';

export const useSideChoices = (processId: ProcessId) =>
  useQuery(useMirror().compare.choices.queryOptions({ input: { processId } }));

/** Waits until both sides are complete; what was compared before stays until the next answer is there. */
export const useComparison = (before: GraphSide | undefined, after: GraphSide | undefined) =>
  useQuery({
    ...useMirror().compare.run.queryOptions({ input: before && after ? { before, after } : skipToken }),
    placeholderData: keepPreviousData,
  });

export const useConformance = (processId: ProcessId, approvalId: ApprovalId | undefined) =>
  useQuery(
    useMirror().compare.conform.queryOptions({
      input: approvalId ? { processId, approvalId, limit: LISTED } : skipToken,
    }),
  );

/** Cases and variants on screen; more than this nobody reads through. */
const LISTED = 500;

export interface Approving {
  approve(name: string): void;
  withdraw(id: ApprovalId): void;
  readonly isBusy: boolean;
  readonly complaint: string | undefined;
}

/** Keeps the present graph as approved, or withdraws one, and says so. */
export function useApproving(processId: ProcessId): Approving {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (act: () => Promise<ApprovalSummary>): Promise<ApprovalSummary> => {
      const kept = await act();
      await queries.invalidateQueries({ queryKey: mirror.compare.key() }, { cancelRefetch: false });
      return kept;
    },
    onSuccess: ({ name, withdrawnAtMs }) =>
      tell({ tone: 'done', text: withdrawnAtMs === null ? `Approved as “${name}”` : `“${name}” is withdrawn` }),
  });
  return {
    approve: (name) => mutate(() => client.compare.approve({ processId, name, part: 'all' })),
    withdraw: (approvalId) => mutate(() => client.compare.withdraw({ approvalId })),
    isBusy: isPending,
    complaint: error ? sayFailure(error) : undefined,
  };
}

function sayFailure(error: unknown): string {
  const problem = readProblem(error);
  return problem ? `${problem.title}. ${problem.hint}` : 'That could not be kept. Nothing was changed; try again.';
}
