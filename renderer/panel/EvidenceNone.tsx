import type { ReactNode } from 'react';
import styles from './Links.module.css';

/** Zero, said as zero. */
export function EvidenceNone({ children }: { readonly children: ReactNode }) {
  return <p className={styles.none}>{children}</p>;
}
