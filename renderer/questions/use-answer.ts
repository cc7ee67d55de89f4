// Answers a question, skips it, or opens it again, says so, and keeps every screen in step with it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { readProblem } from '../../src/api/client.ts';
import type { Correction } from '../../src/domain/correction.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import type { AskedQuestion } from '../../src/domain/question.ts';
import { describeCorrection } from '../corrections/correction-words.ts';
import { useLink, useMirror } from '../use-mirror.ts';
import { useView } from '../view-store.ts';

type Wish =
  | { readonly want: 'answer'; readonly value: string }
  | { readonly want: 'skip' }
  | { readonly want: 'reopen' };

export interface Answering {
  run(wish: Wish): void;
  readonly isBusy: boolean;
  /** Why the last wish was not granted, in words for a person. */
  readonly complaint: string | undefined;
}

/** Each question has a busy state and a complaint of its own. */
export function useAnswer(processId: ProcessId, { id: questionId, correctionId }: AskedQuestion): Answering {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (wish: Wish): Promise<Correction | null> => {
      const done = await act(wish);
      const keys = [mirror.questions.key(), mirror.process.key(), mirror.recording.key(), mirror.corrections.key()];
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey }, { cancelRefetch: false })));
      return done;
    },
    onSuccess: (done, { want }) =>
      tell({
        tone: 'done',
        text: want === 'reopen' || !done ? 'The question is open again' : describeCorrection(done),
      }),
  });

  const act = async (wish: Wish): Promise<Correction | null> => {
    if (wish.want === 'answer') return client.questions.answer({ processId, questionId, value: wish.value });
    if (wish.want === 'skip') return client.questions.skip({ processId, questionId });
    return correctionId && client.corrections.undo({ processId, correctionId });
  };

  return { run: mutate, isBusy: isPending, complaint: error ? sayFailure(error) : undefined };
}

function sayFailure(error: unknown): string {
  const problem = readProblem(error);
  return problem ? `${problem.title}. ${problem.hint}` : 'That could not be kept. Nothing was changed; try again.';
}
