import { Link } from 'wouter';
import { countOf } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { recordingPath } from '../route.ts';
import { useIngest } from './ingest-store.ts';
import styles from './Work.module.css';
import { WorkBar } from './WorkBar.tsx';

/** What the whole workspace is at, and the alarm when it stands still; nothing while there is nothing to say. */
export function WorkNote() {
  const running = useIngest((state) => state.running);
  const waiting = useIngest((state) => state.waiting.length);
  const alarm = useIngest((state) => state.alarm);
  if (alarm)
    return (
      <p className={styles.alarm} role="alert">
        <Icon name="warning" size={16} />
        {alarm}
      </p>
    );
  if (!running) return null;
  return (
    <section className={`${styles.now} ${styles.wide}`} aria-label="Sound and pictures">
      <Link href={recordingPath(running.recordingId)} className={styles.title}>
        {running.title}
      </Link>
      <WorkBar running={running} />
      {waiting > 0 && <span className={styles.detail}>{countOf(waiting, 'more waits', 'more wait')}</span>}
    </section>
  );
}
