// Each track in a line over the length of the recording: what is there, and what is not.
import type { Mark, Receipt } from '../../src/domain/capture.ts';
import { countOf, formatClock } from '../format.ts';
import type { TrackLine } from './describe-receipt.ts';
import { sayCause } from './describe-receipt.ts';
import { formatBytes } from './describe-state.ts';
import { labelMark } from './mark-kinds.ts';
import styles from './ReceiptTimeline.module.css';

interface Props {
  readonly receipt: Receipt;
  readonly tracks: readonly TrackLine[];
  /** Those a person set. */
  readonly marks: readonly Mark[];
}

export function ReceiptTimeline({ receipt, tracks, marks }: Props) {
  const length = Math.max(1, receipt.durationMs);
  const percent = (ms: number): string => `${Math.min(100, Math.max(0, (ms / length) * 100))}%`;
  return (
    <div className={styles.timeline}>
      {marks.length > 0 && (
        <div className={styles.line} aria-hidden="true">
          <span className={styles.label}>Marks</span>
          <span className={styles.marks}>
            {marks.map(({ atMs, kind }) => (
              <span
                key={`${kind} ${atMs}`}
                className={styles.mark}
                style={{ left: percent(atMs) }}
                title={`${formatClock(atMs)} ${labelMark(kind)}`}
              />
            ))}
          </span>
          <span className={styles.figures} />
        </div>
      )}
      <ul className={styles.tracks} aria-label="Tracks">
        {tracks.map(({ name, label, recordedMs, sizeBytes, stretches, gaps }) => (
          <li key={name} className={styles.line}>
            <span className={styles.label}>{label}</span>
            <span className={styles.bar} aria-hidden="true">
              {stretches.map(({ startMs, endMs }) => (
                <span
                  key={startMs}
                  className={styles.there}
                  style={{ left: percent(startMs), width: percent(endMs - startMs) }}
                />
              ))}
              {gaps.map(({ startMs, endMs, cause }) => (
                <span
                  key={`${startMs} ${cause}`}
                  className={styles.gap}
                  data-cause={cause}
                  style={{ left: percent(startMs), width: percent(endMs - startMs) }}
                  title={`${formatClock(startMs)} to ${formatClock(endMs)}: ${sayCause(cause)}`}
                />
              ))}
            </span>
            <span className={styles.figures}>
              {formatClock(recordedMs)}, {formatBytes(sizeBytes)}
              <span className="visually-hidden">
                {gaps.length === 0 ? ', no gaps' : `, ${countOf(gaps.length, 'gap')}`}
              </span>
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.line} aria-hidden="true">
        <span />
        <span className={styles.scale}>
          <span>0:00</span>
          <span>{formatClock(receipt.durationMs)}</span>
        </span>
      </div>
    </div>
  );
}
