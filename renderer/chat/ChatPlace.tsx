// Where the panel stands: beside every screen of a process, opened by a button of the bar and by a key.
import { lazy, Suspense, useEffect } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { useFetchAhead } from '../use-fetch-ahead.ts';
import styles from './ChatPlace.module.css';
import { useChat } from './chat-store.ts';
import { useProcessHere } from './use-process-here.ts';

const loadPanel = () => import('./ChatPanel.tsx');
const ChatPanel = lazy(loadPanel);

const isApple = /Mac|iPhone|iPad/.test(navigator.userAgent);
const KEY = isApple ? '⌘J' : 'Ctrl+J';

/** Not there where no process is on screen. */
export function ChatButton() {
  const { processId } = useProcessHere();
  const { isOpen, setOpen } = useChat((state) => state);
  useChatKey(() => setOpen(!isOpen), processId !== undefined);
  if (processId === undefined) return null;
  return (
    <button
      type="button"
      className={styles.button}
      data-role="ask"
      aria-expanded={isOpen}
      aria-keyshortcuts="Control+J Meta+J"
      title={`Ask this process (${KEY})`}
      onClick={() => setOpen(!isOpen)}
    >
      <Icon name="ask" size={15} />
      <span>Ask</span>
    </button>
  );
}

export function ChatPlace() {
  const { processId, isProcess } = useProcessHere();
  const isOpen = useChat((state) => state.isOpen);
  useFetchAhead(loadPanel);
  if (!isOpen || processId === undefined) return null;
  return (
    <Suspense fallback={null}>
      <ChatPanel key={processId} processId={processId} isProcess={isProcess} />
    </Suspense>
  );
}

/** From anywhere, fields included: nobody types with it held down. */
function useChatKey(toggle: () => void, isHere: boolean): void {
  useEffect(() => {
    if (!isHere) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'j' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      event.preventDefault();
      // Another dialog waits for an answer.
      if (document.querySelector('[role=dialog], [role=alertdialog]') === null) toggle();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
