import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Icon } from '../parts/Icon.tsx';
import styles from './QuestionBox.module.css';
import type { Writers } from './use-writers.ts';
import { WriterPicker } from './WriterPicker.tsx';

interface Props {
  readonly draft: string;
  readonly isAnswering: boolean;
  readonly writers: Writers;
  readonly onDraft: (draft: string) => void;
  readonly onAsk: (question: string) => void;
  readonly onStop: () => void;
}

const LONGEST = 1000;

/** Enter asks, Shift+Enter makes a line. */
export function QuestionBox({ draft, isAnswering, writers, onDraft, onAsk, onStop }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const ask = (): void => {
    const question = draft.trim();
    if (question !== '' && !isAnswering) onAsk(question);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // Enter that ends a composition (Japanese, accents) is not for us.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    ask();
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        ask();
      }}
    >
      <div className={styles.box}>
        <textarea
          ref={field}
          className={styles.field}
          aria-label="Your question"
          placeholder="Ask about this process"
          rows={1}
          maxLength={LONGEST}
          value={draft}
          onChange={(event) => onDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {isAnswering ? (
          <button type="button" className={styles.send} aria-label="Stop" title="Stop (Esc)" onClick={onStop}>
            <Icon name="stop" size={14} />
          </button>
        ) : (
          <button
            type="submit"
            className={styles.send}
            aria-label="Ask"
            title="Ask (Enter)"
            disabled={draft.trim() === ''}
          >
            <Icon name="up" size={15} />
          </button>
        )}
      </div>
      <WriterPicker writers={writers} />
    </form>
  );
}
