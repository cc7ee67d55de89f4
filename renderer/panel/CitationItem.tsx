import { Link } from 'wouter';
import type { ArtifactRef } from '../../src/domain/evidence.ts';
import type { Citation, LogRow, RecordingSummary } from '../../src/domain/views.ts';
import {
  capitalize,
  countOf,
  formatClock,
  formatDuration,
  formatCount,
  formatLogged,
  formatMoment,
  formatZone,
} from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { documentPath } from '../route.ts';
import type { Moment } from '../view-store.ts';
import styles from './CitationItem.module.css';
import { findMoment } from './find-moment.ts';

interface Props {
  readonly citation: Citation;
  /** Those of the process: of what has no picture and no sound, the words are read. */
  readonly recordings: readonly RecordingSummary[];
  readonly onPlay: (moment: Omit<Moment, 'nonce'>) => void;
}

/** One piece of evidence: the words with who says them and when, or the rows of a log. */
export function CitationItem({ citation, recordings, onPlay }: Props) {
  const moment = findMoment(citation.ref);
  const who = [citation.actor, citation.role].filter(Boolean).join(', ');
  if (!moment) {
    if (citation.ref.kind === 'artifact') return <DocumentCitation citation={citation} refTo={citation.ref} />;
    const isAnswer = citation.ref.kind === 'answer';
    return (
      <li className={styles.item}>
        {isAnswer && citation.context && <p className={styles.asked}>{citation.context}</p>}
        <p className={styles.text}>{isAnswer ? `“${citation.text}”` : citation.text}</p>
        <p className={styles.source}>
          <Icon name={isAnswer ? 'speech' : 'table'} size={14} />
          {citation.source}
        </p>
        {citation.rows.length > 0 && (
          <Rows rows={citation.rows} all={citation.ref.kind === 'log' ? citation.ref.count : 0} />
        )}
      </li>
    );
  }
  const summary = recordings.find(({ recording }) => recording.id === moment.recordingId);
  const isPlayable = summary ? summary.hasVideo || summary.hasAudio : true;
  const isSpeech = citation.ref.kind === 'speech';
  return (
    <li>
      <button type="button" className={styles.play} onClick={() => onPlay(moment)}>
        {citation.picture && (
          <img
            className={styles.picture}
            src={citation.picture.url}
            alt=""
            loading="lazy"
            width={citation.picture.widthPx}
            height={citation.picture.heightPx}
          />
        )}
        <span className={styles.text}>{isSpeech ? `“${citation.text}”` : citation.text}</span>
        <span className={styles.source}>
          <span className={styles.sign}>
            <Icon name={isPlayable ? 'play' : isSpeech ? 'quote' : 'window'} size={12} />
            <span>
              <span className="visually-hidden">{isPlayable ? 'Play from' : 'Read from'} </span>
              {formatClock(moment.startMs)}
            </span>
          </span>
          <span className={styles.where} title={citation.source}>
            {capitalize(who || citation.source)}
          </span>
        </span>
      </button>
    </li>
  );
}

/** Words of a document lead to their page. */
function DocumentCitation({ citation, refTo }: { readonly citation: Citation; readonly refTo: ArtifactRef }) {
  return (
    <li className={styles.item}>
      <p className={styles.text}>{refTo.quote === undefined ? citation.text : `“${citation.text}”`}</p>
      <p className={styles.source}>
        <Icon name="list" size={14} />
        <Link href={documentPath(refTo.artifactId, refTo.page)}>{citation.source}</Link>
      </p>
    </li>
  );
}

function Rows({ rows, all }: { readonly rows: readonly LogRow[]; readonly all: number }) {
  return (
    <>
      {all > rows.length && (
        <p className={styles.source}>
          Examples: {countOf(rows.length, 'row')} of {formatCount(all)}
        </p>
      )}
      {/* Not a region: the same rows may stand in two places of a screen, and landmarks have names of their own. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/prefer-tag-over-role -- what scrolls must be reachable by keyboard */}
      <div role="group" className={styles.scroll} tabIndex={0} aria-label="Example rows">
        <table className={styles.rows}>
          <thead>
            <tr>
              <th scope="col">Case</th>
              <th scope="col">Activity</th>
              <th scope="col" title="From the end of the row before it in its case">
                Waited
              </th>
              <th scope="col">When</th>
              <th scope="col">Took</th>
              <th scope="col">By</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.case} ${row.activity} ${row.endMs}`}>
                <td>{row.case}</td>
                <td>{row.activity}</td>
                <td>{row.sinceMs === null ? '–' : formatDuration(row.sinceMs)}</td>
                <td title={explainTime(row)}>{formatLogged(row.startMs ?? row.endMs, row.zoneMinutes)}</td>
                <td>{row.startMs === null ? '–' : formatDuration(row.endMs - row.startMs)}</td>
                <td title={row.role ?? undefined}>{row.resource ?? row.role ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

/** What the log's own clock showed, in the zones a reader may think in. */
function explainTime({ startMs, endMs, zoneMinutes }: LogRow): string {
  const atMs = startMs ?? endMs;
  return [
    `As the log has it: ${formatLogged(atMs, zoneMinutes)} (${formatZone(zoneMinutes)})`,
    `Here: ${formatMoment(atMs)}`,
    `UTC: ${formatMoment(atMs, 'UTC')}`,
  ].join('\n');
}
