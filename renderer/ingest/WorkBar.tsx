import type { IngestState } from '../../src/domain/ingest.ts';
import { useIngest } from './ingest-store.ts';
import styles from './Work.module.css';
import { describeWork } from './work-words.ts';

interface Props {
  readonly running: NonNullable<IngestState['running']>;
  /** In a cell of a table: what it does and how far, without the rest. */
  readonly isSmall?: boolean;
}

/** What is under way, and how far. Moves with the core's own count and at no pace of its own. */
export function WorkBar({ running, isSmall = false }: Props) {
  const { doing, detail, share01 } = describeWork(
    running,
    useIngest(({ heardAtMs }) => heardAtMs),
  );
  return (
    <div className={isSmall ? styles.small : styles.work}>
      <span className={styles.doing}>{doing}</span>
      {!isSmall && detail !== '' && <span className={styles.detail}>{detail}</span>}
      <progress
        className={styles.bar}
        aria-label={doing}
        aria-valuetext={detail || undefined}
        max={1}
        value={share01}
      />
    </div>
  );
}
