import type { ReactNode } from 'react';
import styles from './Card.module.css';

interface Props {
  readonly title: string;
  /** What it shows and counts, in one line. */
  readonly what: ReactNode;
  /** What can be chosen, beside the title. */
  readonly choices?: ReactNode;
  readonly children: ReactNode;
}

/** One picture with its title, what it counts, and what can be chosen. */
export function Card({ title, what, choices, children }: Props) {
  return (
    <section className={styles.card} aria-label={title}>
      <header className={styles.head}>
        <div>
          <h3 className={styles.title}>{title}</h3>
          <p className={styles.what}>{what}</p>
        </div>
        {choices}
      </header>
      {children}
    </section>
  );
}
