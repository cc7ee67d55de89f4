import { Link } from 'wouter';
import type { EventLog } from '../../src/domain/process.ts';
import type { ProcessView, RecordingSummary } from '../../src/domain/views.ts';
import { capitalize, countOf, formatClock, formatCount, formatDate } from '../format.ts';
import { CopyCommand } from '../parts/CopyCommand.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { Icon } from '../parts/Icon.tsx';
import { recordingPath } from '../route.ts';
import styles from './RecordingsTab.module.css';

/** What the process's map is made of: recordings, and event logs. */
export function RecordingsTab({ view }: { readonly view: ProcessView }) {
  const { recordings, logs, process } = view;
  return (
    <div className={styles.tab}>
      <h2 className={styles.title}>Recordings</h2>
      {recordings.length === 0 ? (
        <EmptyNote icon="film" title="No recordings of this process yet">
          <CopyCommand command={`mirror ingest FILE --process "${process.name}"`} />
        </EmptyNote>
      ) : (
        <RecordingTable recordings={recordings} />
      )}
      <h2 className={styles.title}>Event logs</h2>
      {logs.length === 0 ? (
        <p className={styles.none}>No event log yet: numbers of cases and waits come from one.</p>
      ) : (
        <ul className={styles.logs}>
          {logs.map((log) => (
            <LogItem key={log.id} log={log} />
          ))}
        </ul>
      )}
    </div>
  );
}

const STATES = { ingesting: 'Being understood…', ready: 'Ready', failed: 'Failed' } as const;

function RecordingTable({ recordings }: { readonly recordings: readonly RecordingSummary[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Recording</th>
          <th scope="col">Person</th>
          <th scope="col">Role</th>
          <th scope="col">Length</th>
          <th scope="col">Words</th>
          <th scope="col">Steps</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {recordings.map(({ recording, hasVideo, hasAudio, words, steps }) => (
          <tr key={recording.id}>
            <th scope="row">
              <Link href={recordingPath(recording.id)} className={styles.link}>
                <Icon name={hasVideo ? 'film' : hasAudio ? 'play' : 'speech'} size={15} />
                <span>{recording.title}</span>
              </Link>
            </th>
            <td>{recording.actor ?? '–'}</td>
            <td>{recording.role ? capitalize(recording.role) : '–'}</td>
            <td className={styles.number}>{formatClock(recording.durationMs)}</td>
            <td className={styles.number}>{formatCount(words)}</td>
            <td className={styles.number}>{formatCount(steps)}</td>
            <td>
              <span className={styles.state} data-state={recording.state} title={recording.problem ?? undefined}>
                {STATES[recording.state]}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LogItem({ log }: { readonly log: EventLog }) {
  return (
    <li className={styles.log}>
      <Icon name="table" />
      <span className={styles.logName}>{log.name}</span>
      <span>{log.format.toUpperCase()}</span>
      <span>{countOf(log.cases, 'case')}</span>
      <span>{countOf(log.events, 'event')}</span>
      <span>imported {formatDate(log.createdAtMs)}</span>
      {log.warnings.length > 0 && (
        <span title={log.warnings.join('\n')}>{countOf(log.warnings.length, 'warning')}</span>
      )}
    </li>
  );
}
