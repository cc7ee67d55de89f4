import { useId, useState } from 'react';
import styles from './Vault.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Below the field: what it should be. */
  readonly hint?: string;
  readonly isNew?: boolean;
  readonly hasFocus?: boolean;
}

/** What is typed is hidden until somebody asks to see it: hidden typing is where long passphrases fail. */
export function SecretField({ label, value, onChange, hint, isNew = false, hasFocus = false }: Props) {
  const [isShown, setIsShown] = useState(false);
  const field = useId();
  return (
    <div className={styles.secret}>
      <label htmlFor={field}>{label}</label>
      <div className={styles.row}>
        <input
          id={field}
          className={styles.field}
          type={isShown ? 'text' : 'password'}
          autoComplete={isNew ? 'new-password' : 'current-password'}
          spellCheck={false}
          autoCapitalize="off"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing this window asks for
          autoFocus={hasFocus}
          aria-describedby={hint === undefined ? undefined : `${field}-hint`}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
        <button type="button" className={styles.show} aria-pressed={isShown} onClick={() => setIsShown(!isShown)}>
          {isShown ? 'Hide' : 'Show'}
        </button>
      </div>
      {hint !== undefined && (
        <p id={`${field}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}
