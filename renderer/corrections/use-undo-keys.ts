// Ctrl/Cmd+Z takes the last correction back, with Shift it brings it again; in a field the keys keep their own meaning.
import { useEffect } from 'react';
import type { ProcessId } from '../../src/domain/ids.ts';
import { useCorrect } from './use-correct.ts';

export function useUndoKeys(processId: ProcessId): void {
  const { undo, redo } = useCorrect(processId);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (!isCommand || event.key.toLowerCase() !== 'z' || isTyping(event.target)) return;
      event.preventDefault();
      void (event.shiftKey ? redo() : undo());
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [undo, redo]);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=range], [type=checkbox], [type=radio]), textarea'));
