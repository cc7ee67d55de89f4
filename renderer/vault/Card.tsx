// A card alone in the window: there is nothing else to see yet.
import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import styles from './Vault.module.css';

interface Props {
  readonly title: string;
  readonly lead: ReactNode;
  readonly children?: ReactNode;
}

export function Card({ title, lead, children }: Props) {
  return (
    <main className={styles.alone}>
      <div className={styles.card}>
        <span className={styles.sign}>
          <Icon name="lock" size={22} />
        </span>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.lead}>{lead}</p>
        {children}
      </div>
    </main>
  );
}
