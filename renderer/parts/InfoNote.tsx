import type { ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './InfoNote.module.css';

/** An explanation that is there for who asks. */
export function InfoNote({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <details className={styles.note}>
      <summary className={styles.summary}>
        <Icon name="info" size={14} />
        {label}
      </summary>
      <div className={styles.body}>{children}</div>
    </details>
  );
}
