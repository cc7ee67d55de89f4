// A button for what cannot be undone: the first press asks, the second does it.
import { useEffect, useRef, useState } from 'react';
import { Button } from './Button.tsx';
import styles from './ConfirmButton.module.css';
import { Icon } from './Icon.tsx';

interface Props {
  /** "Remove In March". */
  readonly label: string;
  /** "Remove this recording and its corrections for good?" */
  readonly question: string;
  readonly onConfirm: () => Promise<unknown>;
}

export function ConfirmButton({ label, question, onConfirm }: Props) {
  const [state, setState] = useState<'idle' | 'asking' | 'busy'>('idle');
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The harmless answer has the focus: Enter pressed twice must not remove anything.
    if (state === 'asking') keep.current?.focus();
  }, [state]);
  if (state === 'idle') {
    return (
      <Button kind="quiet" label={label} onPress={() => setState('asking')}>
        <Icon name="trash" size={14} />
      </Button>
    );
  }
  const confirm = async (): Promise<void> => {
    setState('busy');
    await onConfirm();
    setState('idle');
  };
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a question inside a row is no dialog
    <span role="group" aria-label={question} className={styles.asking}>
      <span>{question}</span>
      <button type="button" className={styles.yes} disabled={state === 'busy'} onClick={() => void confirm()}>
        Remove
      </button>
      <button
        ref={keep}
        type="button"
        className={styles.no}
        disabled={state === 'busy'}
        onClick={() => setState('idle')}
      >
        Keep
      </button>
    </span>
  );
}
