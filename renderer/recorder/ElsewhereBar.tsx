import type { CaptureHealth } from '../../src/domain/capture.ts';
import { formatClock } from '../format.ts';
import styles from './RecorderBar.module.css';

/** Another window records: seen here as well, controlled there. */
export function ElsewhereBar({ health }: { readonly health: CaptureHealth }) {
  const isPaused = health.phase === 'paused';
  const tone = isPaused ? 'paused' : 'recording';
  return (
    <section className={styles.bar} data-tone={tone} aria-label="Recorder: another window">
      <div className={styles.row}>
        <div className={styles.state}>
          <span className={styles.pill}>
            <span className={styles.sign} data-tone={tone} aria-hidden="true" />
            {isPaused ? 'Paused in another window' : 'Recording in another window'}
            <time className={styles.time}>{formatClock(health.elapsedMs)}</time>
          </span>
          <span className={styles.process} title={health.process}>
            {health.process}
          </span>
        </div>
        <p className={styles.facts}>Pause, marks and stop are in the window that records.</p>
      </div>
    </section>
  );
}
