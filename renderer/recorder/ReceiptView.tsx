// What is on disk of a recording, counted from its files: tracks, seconds, gaps with why, marks, pictures, hashes.
import { Link } from 'wouter';
import type { Receipt } from '../../src/domain/capture.ts';
import { countOf, formatClock, formatDuration } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { recordingPath } from '../route.ts';
import { describeIntent } from './describe-intent.ts';
import { type GapLine, listGaps, listTracks, sayCause, sortOutGaps } from './describe-receipt.ts';
import { formatBytes } from './describe-state.ts';
import { labelMark } from './mark-kinds.ts';
import { ReceiptTimeline } from './ReceiptTimeline.tsx';
import styles from './ReceiptView.module.css';

interface Props {
  readonly receipt: Receipt;
  /** Called when somebody goes to a moment of it. */
  readonly onLeave?: () => void;
  /** Of its headings, where it stands. */
  readonly level?: 2 | 3;
}

export function ReceiptView({ receipt, onLeave, level = 3 }: Props) {
  const Heading = `h${level}` as const;
  const tracks = listTracks(receipt);
  const { long: gaps, short } = sortOutGaps(listGaps(tracks));
  const marks = receipt.marks.filter(({ kind }) => kind !== 'excluded' && kind !== 'included');
  return (
    <div className={styles.receipt}>
      {receipt.unreadable.length > 0 && (
        <p className={styles.lost}>
          <Icon name="warning" size={15} />
          {countOf(receipt.unreadable.length, 'file')} could not be read again and{' '}
          {receipt.unreadable.length === 1 ? 'is' : 'are'} kept as{' '}
          {receipt.unreadable.length === 1 ? 'it is' : 'they are'}: {receipt.unreadable.join(', ')}
        </p>
      )}
      <ReceiptTimeline receipt={receipt} tracks={tracks} marks={marks} />
      <div className={styles.lists}>
        <section className={styles.list}>
          <Heading>{gaps.length === 0 ? 'No gaps' : countOf(gaps.length, 'gap')}</Heading>
          <Gaps gaps={gaps} short={short} all={tracks.length} />
        </section>
        <section className={styles.list}>
          <Heading>{marks.length === 0 ? 'No marks' : countOf(marks.length, 'mark')}</Heading>
          {marks.length === 0 ? (
            <p className={styles.none}>Decisions, exceptions and questions can be marked while recording.</p>
          ) : (
            <ul>
              {marks.map(({ kind, atMs, note }) => (
                <li key={`${kind} ${atMs}`}>
                  <Link href={recordingPath(receipt.recordingId, atMs)} className={styles.moment} onClick={onLeave}>
                    {formatClock(atMs)}
                  </Link>{' '}
                  {labelMark(kind)}
                  {note && <span className={styles.why}>: {note}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
      </div>
      <Details receipt={receipt} />
    </div>
  );
}

interface GapsProps {
  readonly gaps: readonly GapLine[];
  /** How many are shorter than a second. */
  readonly short: number;
  /** How many tracks there are. */
  readonly all: number;
}

function Gaps({ gaps, short, all }: GapsProps) {
  if (gaps.length === 0) {
    const what = short === 0 ? 'Every second between start and stop is there.' : 'None lasts a second.';
    return <p className={styles.none}>{what}</p>;
  }
  return (
    <ul>
      {gaps.map(({ startMs, endMs, cause, tracks }) => (
        <li key={`${startMs} ${cause} ${tracks.join()}`}>
          <span className={styles.span}>
            {formatClock(startMs)} to {formatClock(endMs)}
          </span>{' '}
          {sayCause(cause)}
          <span className={styles.why}>
            {' '}
            ({formatDuration(endMs - startMs)}
            {tracks.length < all - 1 && `; ${tracks.join(', ').toLowerCase()}`})
          </span>
        </li>
      ))}
      {short > 0 && <li className={styles.none}>{countOf(short, 'more', 'more')}, shorter than a second</li>}
    </ul>
  );
}

function Details({ receipt }: { readonly receipt: Receipt }) {
  return (
    <div className={styles.folds}>
      <details>
        <summary>What was said before, and agreed to</summary>
        <dl className={styles.said}>
          {describeIntent(receipt.intent).map(([title, text]) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </details>
      <details>
        <summary>Files and their hashes (SHA-256)</summary>
        <ul className={styles.hashes}>
          {receipt.tracks.map(({ name, sizeBytes, pieces, sha256, driftMs }) => (
            <li key={name}>
              <p>
                {name}, {formatBytes(sizeBytes)}, {countOf(pieces, 'piece')}
                {Math.abs(driftMs) >= 100 && `, its device ran ${formatDrift(driftMs)} the clock`}
              </p>
              {sha256.map((hash) => (
                <code key={hash}>{hash}</code>
              ))}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}

const formatDrift = (driftMs: number): string =>
  `${(Math.abs(driftMs) / 1000).toFixed(1)} s ${driftMs > 0 ? 'ahead of' : 'behind'}`;
