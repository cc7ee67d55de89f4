import { type Ref, useId } from 'react';
import { Icon } from '../parts/Icon.tsx';
import styles from './ConsentBox.module.css';
import type { ConsentLine } from './say-consent.ts';

interface Props {
  readonly lines: readonly ConsentLine[];
  readonly hasAgreed: boolean;
  readonly onAgree: (hasAgreed: boolean) => void;
  readonly isMissing: boolean;
  readonly ref: Ref<HTMLInputElement>;
}

/** What a person agrees to, in full and in few words, and the tick that says so. */
export function ConsentBox({ lines, hasAgreed, onAgree, isMissing, ref }: Props) {
  const id = useId();
  return (
    <section className={styles.consent} aria-label="Your consent" data-missing={isMissing}>
      <dl id={`${id}-text`} className={styles.lines}>
        {lines.map(({ title, text }) => (
          <div key={title} className={styles.line}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <label className={styles.agree}>
        <input
          ref={ref}
          type="checkbox"
          checked={hasAgreed}
          required
          aria-describedby={`${id}-text`}
          aria-invalid={isMissing}
          onChange={(event) => onAgree(event.currentTarget.checked)}
        />
        I agree to this recording
      </label>
      {isMissing && (
        <p role="alert" className={styles.missing}>
          <Icon name="warning" size={14} />
          Nothing is recorded before you agree.
        </p>
      )}
    </section>
  );
}
