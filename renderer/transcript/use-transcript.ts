// Changes the words of one recording, says so, and can take it back: by key, by button, as far as the window remembers.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { readProblem } from '../../src/api/client.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { TranscriptEdit } from '../../src/domain/transcript-edit.ts';
import { useLink, useMirror } from '../use-mirror.ts';
import { useView } from '../view-store.ts';

export interface TranscriptChanges {
  /** True when it is stored; a failure is told in a note. */
  change(edit: TranscriptEdit): Promise<boolean>;
  undo(): Promise<boolean>;
  readonly canUndo: boolean;
  /** Has a model listen again. */
  writeAnew(): Promise<boolean>;
  readonly isBusy: boolean;
}

export function useTranscript(recordingId: RecordingId): TranscriptChanges {
  const { client } = useLink();
  const mirror = useMirror();
  const queries = useQueryClient();
  const tell = useView((state) => state.tell);
  const past = useRef<TranscriptEdit[]>([]);
  const [canUndo, setCanUndo] = useState(false);

  const { mutateAsync, isPending } = useMutation({
    mutationFn: async (act: () => Promise<unknown>) => {
      await act();
      await queries.invalidateQueries({ queryKey: mirror.recording.key() }, { cancelRefetch: false });
    },
  });
  const attempt = useCallback(
    async (act: () => Promise<unknown>): Promise<boolean> => {
      try {
        await mutateAsync(act);
        return true;
      } catch (error) {
        const problem = readProblem(error);
        tell({
          tone: 'problem',
          text: problem ? `${problem.title}. ${problem.hint}` : 'The words could not be stored',
        });
        return false;
      } finally {
        setCanUndo(past.current.length > 0);
      }
    },
    [mutateAsync, tell],
  );

  const change = useCallback(
    (edit: TranscriptEdit) =>
      attempt(async () => {
        const { undo } = await client.transcript.edit({ recordingId, edit });
        past.current.push(undo);
      }),
    [attempt, client, recordingId],
  );
  const undo = useCallback(
    () =>
      attempt(async () => {
        const edit = past.current.at(-1);
        if (edit === undefined) return;
        await client.transcript.edit({ recordingId, edit });
        past.current.pop();
        tell({ tone: 'done', text: 'The words are as they were before' });
      }),
    [attempt, client, recordingId, tell],
  );
  const writeAnew = useCallback(
    () =>
      attempt(async () => {
        await client.transcript.writeAnew({ recordingId });
        past.current.length = 0;
        tell({ tone: 'done', text: 'A model listens again; its words appear here when it is done' });
      }),
    [attempt, client, recordingId, tell],
  );
  useFirstUndo(canUndo, undo);
  return { change, undo, canUndo, writeAnew, isBusy: isPending };
}

/** Before the corrections of the page hear the key: what was done last is what is taken back first. */
function useFirstUndo(canUndo: boolean, undo: () => Promise<boolean>): void {
  useEffect(() => {
    if (!canUndo) return;
    const onKey = (event: KeyboardEvent): void => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (!isUndo || event.key.toLowerCase() !== 'z') return;
      if (event.target instanceof HTMLElement && event.target.matches('textarea, input:not([type=range])')) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void undo();
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [canUndo, undo]);
}
