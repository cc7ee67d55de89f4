// A labelled line to write on, with a hint below it or what is wrong with it.
import { type ReactNode, type Ref, useId } from 'react';
import styles from './Field.module.css';

interface Props {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  readonly placeholder?: string;
  /** How browsers know what to offer. */
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly isLong?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
}

export function Field({ label, value, onChange, hint, placeholder, autoComplete = 'off', ...rest }: Props) {
  const id = useId();
  const { maxLength = 200, isLong = false, ref } = rest;
  const common = {
    id,
    className: styles.input,
    value,
    placeholder,
    maxLength,
    'aria-describedby': hint ? `${id}-hint` : undefined,
  };
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {isLong ? (
        <textarea {...common} rows={2} onChange={(event) => onChange(event.currentTarget.value)} />
      ) : (
        <input
          {...common}
          ref={ref}
          autoComplete={autoComplete}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
      {hint && (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isQuiet?: boolean;
}

/** One of a few. */
export function Choice({ label, value, onChange, options, isQuiet = false }: ChoiceProps) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={isQuiet ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <select id={id} className={styles.select} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Something that is wrong and what to do about it, beside what it is about. */
export function Trouble({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <div id={id} role="alert" className={styles.trouble}>
      {children}
    </div>
  );
}
