// Puts something right, says so with a way back, and keeps every screen in step with it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { readProblem } from '../../src/api/client.ts';
import type { Command, Correction } from '../../src/domain/correction.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { useLink, useMirror } from '../use-mirror.ts';
import { useView } from '../view-store.ts';
import { describeGesture } from './correction-words.ts';

export interface Correct {
  /** Applies commands that are one gesture: all of them or none. True when it worked; a failure is told in a note. */
  apply(...commands: readonly Command[]): Promise<boolean>;
  /** Takes back the last correction in force, or the ones named. */
  undo(...corrections: readonly Correction[]): Promise<boolean>;
  redo(times?: number): Promise<boolean>;
  readonly isBusy: boolean;
}

type Wish =
  | { readonly want: 'apply'; readonly commands: readonly Command[] }
  | { readonly want: 'undo'; readonly corrections: readonly Correction[] }
  | { readonly want: 'redo'; readonly times: number };

/** Each caller has a busy state of its own: only the button that was pressed waits. */
export function useCorrect(processId: ProcessId): Correct {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);

  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (wish: Wish): Promise<Done> => {
      const done = await act(client, processId, wish);
      const keys = [mirror.process.key(), mirror.recording.key(), mirror.corrections.key(), mirror.questions.key()];
      // What the watch already fetches is fresh; fetching it twice would only take longer.
      await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey }, { cancelRefetch: false })));
      return done;
    },
  });

  const run = useCallback(
    async (wish: Wish): Promise<boolean> => {
      // Named so that the notes of one gesture can lead to the other and back.
      const attempt = async (next: Wish): Promise<boolean> => {
        try {
          const done = await mutateAsync(next);
          tell({ tone: 'done', text: say(next, done), ...wayBack(next, done, attempt) });
          return true;
        } catch (error) {
          tell({ tone: 'problem', text: sayFailure(error) });
          return false;
        }
      };
      return attempt(wish);
    },
    [mutateAsync, tell],
  );

  return {
    isBusy: isPending,
    apply: useCallback((...commands) => run({ want: 'apply', commands }), [run]),
    undo: useCallback((...corrections) => run({ want: 'undo', corrections }), [run]),
    redo: useCallback((times = 1) => run({ want: 'redo', times }), [run]),
  };
}

type Client = ReturnType<typeof useLink>['client'];

/** The corrections that were given, taken back or brought again. */
type Done = readonly Correction[];

async function act(client: Client, processId: ProcessId, wish: Wish): Promise<Done> {
  if (wish.want === 'apply') return applyAll(client, processId, wish.commands);
  if (wish.want === 'undo' && wish.corrections.length > 0) {
    for (const { id } of wish.corrections.toReversed()) await client.corrections.undo({ processId, correctionId: id });
    return wish.corrections;
  }
  const before = await listInForce(client, processId);
  if (wish.want === 'undo') await client.corrections.undo({ processId });
  else for (let times = 0; times < wish.times; times += 1) await client.corrections.redo({ processId });
  const after = await listInForce(client, processId);
  return listChanged(before, after);
}

type InForce = ReadonlyMap<string, Correction>;

/** The answer to an undo names only itself; what it was about is what is in force on one side only. */
const listChanged = (before: InForce, after: InForce): Correction[] => [
  ...[...before.values()].filter(({ id }) => !after.has(id)),
  ...[...after.values()].filter(({ id }) => !before.has(id)),
];

async function listInForce(client: Client, processId: ProcessId): Promise<InForce> {
  const { corrections } = await client.corrections.list({ processId });
  const inForce = corrections.filter(({ state }) => state !== 'undone');
  return new Map(inForce.map(({ correction }) => [correction.id, correction]));
}

async function applyAll(client: Client, processId: ProcessId, commands: readonly Command[]): Promise<Correction[]> {
  const done: Correction[] = [];
  try {
    for (const command of commands) done.push(await client.corrections.apply({ processId, command }));
  } catch (error) {
    // Half a gesture is nobody's wish.
    for (const { id } of done.toReversed()) await client.corrections.undo({ processId, correctionId: id });
    throw error;
  }
  return done;
}

function say({ want }: Wish, done: Done): string {
  if (want === 'apply') return describeGesture(done);
  if (done.length === 0) return want === 'undo' ? 'Nothing to undo' : 'Nothing to redo';
  return `${want === 'undo' ? 'Undone' : 'Done again'}: ${lower(describeGesture(done))}`;
}

function wayBack(wish: Wish, done: Done, attempt: (next: Wish) => Promise<boolean>) {
  if (done.length === 0 || wish.want === 'redo') return {};
  const next: Wish = wish.want === 'apply' ? { want: 'undo', corrections: done } : { want: 'redo', times: done.length };
  return { action: { label: wish.want === 'apply' ? 'Undo' : 'Redo', run: () => void attempt(next) } };
}

function sayFailure(error: unknown): string {
  const problem = readProblem(error);
  return problem ? `${problem.title}. ${problem.hint}` : 'That could not be kept. Nothing was changed; try again.';
}

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
