import { capitalize, formatClock } from '../format.ts';
import { findMoment } from '../panel/find-moment.ts';
import { Icon } from '../parts/Icon.tsx';
import { ProvenanceWord } from '../parts/GroundsLine.tsx';
import { ShareBar } from '../parts/ShareBar.tsx';
import { useScope } from '../process/process-context.ts';
import { useView } from '../view-store.ts';
import styles from './FindingRow.module.css';
import type { AnyFinding } from './find-finding.ts';
import { describeFinding } from './finding-words.ts';

interface Props {
  readonly found: AnyFinding;
  readonly rank: number | undefined;
  /** The share that a full bar means. */
  readonly scale01: number;
}

/** One finding in a list: what, how much, how it is known. */
export function FindingRow({ found, rank, scale01 }: Props) {
  const { selection, select, model } = useScope();
  const { finding } = found;
  const play = useView((state) => state.play);
  const words = describeFinding(found, model);
  const moment = finding.evidence.map(findMoment).find((one) => one !== undefined);
  const isSelected = selection?.what === 'finding' && selection.id === finding.id;
  return (
    <button
      type="button"
      className={styles.row}
      aria-pressed={isSelected}
      onClick={() => {
        select({ what: 'finding', id: finding.id });
        if (moment) play(moment);
      }}
    >
      {rank !== undefined && <span className={styles.rank}>{rank}</span>}
      <span className={styles.text}>
        <span className={styles.label}>{capitalize(words.label)}</span>
        {words.detail && <span className={styles.detail}>{capitalize(words.detail)}</span>}
        {words.share01 !== undefined && <ShareBar share01={words.share01} scale01={scale01} />}
      </span>
      <span className={styles.figures}>
        {words.figures.map((figure) => (
          <span key={figure.title} title={figure.title}>
            {figure.text}
          </span>
        ))}
      </span>
      <span className={styles.moment}>
        {moment && (
          <span title="Plays the moment it comes from">
            <Icon name="play" size={11} />
            {formatClock(moment.startMs)}
          </span>
        )}
      </span>
      <span className={styles.known}>
        {finding.status === 'confirmed' ? (
          <span className={styles.confirmed}>
            <Icon name="check" size={14} />
            Confirmed
          </span>
        ) : (
          <ProvenanceWord provenance={finding.provenance} />
        )}
      </span>
    </button>
  );
}
