// Renames and removes what a process is made of, says what came of it, and keeps every screen in step.
import { useQueryClient } from '@tanstack/react-query';
import { readProblem } from '../../src/api/client.ts';
import { useLink } from '../use-mirror.ts';
import { useView } from '../view-store.ts';

type Client = ReturnType<typeof useLink>['client'];

/** Runs one wish; true when it was done. A failure is told in a note, and nothing has changed then. */
export function useKeeping(): (wish: (client: Client) => Promise<void>, done: string) => Promise<boolean> {
  const { client } = useLink();
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);
  return async (wish, done) => {
    try {
      await wish(client);
      await queries.invalidateQueries({}, { cancelRefetch: false });
      tell({ tone: 'done', text: done });
      return true;
    } catch (error) {
      const problem = readProblem(error);
      tell({
        tone: 'problem',
        text: problem ? `${problem.title}. ${problem.hint}` : 'That failed. Nothing was changed; try again.',
      });
      return false;
    }
  };
}
