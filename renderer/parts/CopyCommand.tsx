import { useState } from 'react';
import styles from './CopyCommand.module.css';
import { Icon } from './Icon.tsx';

/** A terminal command, ready to be copied. */
export function CopyCommand({ command }: { readonly command: string }) {
  const [state, setState] = useState<'ready' | 'copied' | 'refused'>('ready');
  const copy = (): void => {
    navigator.clipboard.writeText(command).then(
      () => setState('copied'),
      () => setState('refused'),
    );
  };
  return (
    <div className={styles.row}>
      <code className={styles.command}>{command}</code>
      <button type="button" className={styles.copy} onClick={copy} aria-label={`Copy “${command}”`}>
        <Icon name={state === 'copied' ? 'check' : 'copy'} />
        <span aria-live="polite">{WORDS[state]}</span>
      </button>
    </div>
  );
}

const WORDS = { ready: 'Copy', copied: 'Copied', refused: 'Select it by hand' };
