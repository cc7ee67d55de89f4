import type { CaptureHealth, CapturePhase } from '../../src/domain/capture.ts';
import { formatClock } from '../format.ts';
import styles from './RecorderBar.module.css';
import { useSilence } from './use-silence.ts';

type Words = readonly [tone: 'recording' | 'paused' | 'problem', words: string];

const RECORDING: Words = ['recording', 'Recording in another window'];
const WORDS: Partial<Record<CapturePhase, Words>> = {
  paused: ['paused', 'Paused in another window'],
  finalising: ['paused', 'A recording is being checked'],
};
const SILENT: Words = ['problem', 'No answer'];

/** Another window records: seen here as well, controlled there. */
export function ElsewhereBar({ health }: { readonly health: CaptureHealth }) {
  const isSilent = useSilence(health);
  const [tone, words] = isSilent ? SILENT : (WORDS[health.phase] ?? RECORDING);
  return (
    <section className={styles.bar} data-tone={tone} aria-label="Recorder: another window">
      <div className={styles.row}>
        <div className={styles.state}>
          <span className={styles.pill}>
            <span className={styles.sign} data-tone={tone} aria-hidden="true" />
            {words}
            <time className={styles.time}>{formatClock(health.elapsedMs)}</time>
          </span>
          <span className={styles.process} title={health.process}>
            {health.process}
          </span>
        </div>
        {health.phase !== 'finalising' && (
          <p className={styles.facts}>
            {isSilent
              ? 'The window that records does not answer; what it recorded is kept.'
              : 'Pause, marks and stop are in the window that records.'}
          </p>
        )}
      </div>
    </section>
  );
}
