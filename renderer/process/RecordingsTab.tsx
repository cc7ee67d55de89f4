import { Link, useLocation } from 'wouter';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { EventLog, Process } from '../../src/domain/process.ts';
import type { ProcessView, RecordingSummary } from '../../src/domain/views.ts';
import { capitalize, countOf, formatClock, formatCount, formatDate } from '../format.ts';
import { DocumentList } from '../documents/DocumentList.tsx';
import { StateCell } from '../ingest/StateCell.tsx';
import { WorkNote } from '../ingest/WorkNote.tsx';
import { AddFiles } from '../intake/AddFiles.tsx';
import { ConfirmButton } from '../parts/ConfirmButton.tsx';
import { MirrorCommand } from '../parts/MirrorCommand.tsx';
import { EmptyNote } from '../parts/EmptyNote.tsx';
import { Icon } from '../parts/Icon.tsx';
import { InlineEdit } from '../parts/InlineEdit.tsx';
import { RecordButton } from '../recorder/RecordButton.tsx';
import { recordingPath } from '../route.ts';
import styles from './RecordingsTab.module.css';
import { useKeeping } from './use-keeping.ts';

/** What is known of the process: recordings, event logs and documents. */
export function RecordingsTab({ view }: { readonly view: ProcessView }) {
  const { recordings, logs, documents, process } = view;
  return (
    <div className={styles.tab}>
      <div className={styles.add}>
        <AddFiles
          processId={process.id}
          hint="Or drop them here: recordings with their words, event logs, documents."
        />
      </div>
      <div className={styles.head}>
        <h2 className={styles.title}>Recordings</h2>
        {recordings.length > 0 && <RecordButton>Record this process</RecordButton>}
      </div>
      {recordings.length === 0 ? (
        <EmptyNote icon="film" title="No recordings of this process yet">
          <p className={styles.first}>
            <RecordButton kind="first">Record this process</RecordButton>
          </p>
          <MirrorCommand command={`ingest FILE --process "${process.name}"`} />
        </EmptyNote>
      ) : (
        <>
          <WorkNote />
          <RecordingTable recordings={recordings} />
        </>
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
      <h2 className={styles.title}>Documents</h2>
      <DocumentList documents={documents} />
      <WholeProcess process={process} />
    </div>
  );
}

function RecordingTable({ recordings }: { readonly recordings: readonly RecordingSummary[] }) {
  const keep = useKeeping();
  const rename = (recordingId: RecordingId, title: string): Promise<boolean> =>
    keep((client) => client.recording.rename({ recordingId, title }), `Renamed to “${title}”`);
  const remove = (recordingId: RecordingId, title: string): Promise<boolean> =>
    keep((client) => client.recording.remove({ recordingId }), `“${title}” is gone`);
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
          <th scope="col">Taken in</th>
          <th scope="col">State</th>
          <th scope="col">
            <span className="visually-hidden">Remove</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {recordings.map(({ recording, hasVideo, hasAudio, words, steps, failedStages }) => (
          <tr key={recording.id}>
            <th scope="row" aria-label={recording.title}>
              <InlineEdit
                action={`Rename ${recording.title}`}
                value={recording.title}
                onSave={(title) => rename(recording.id, title)}
              >
                <Link href={recordingPath(recording.id)} className={styles.link}>
                  <Icon name={hasVideo ? 'film' : hasAudio ? 'play' : 'speech'} size={15} />
                  <span>{recording.title}</span>
                </Link>
              </InlineEdit>
            </th>
            <td>{recording.actor ?? '–'}</td>
            <td>{recording.role ? capitalize(recording.role) : '–'}</td>
            <td className={styles.number}>{formatClock(recording.durationMs)}</td>
            <td className={styles.number}>{formatCount(words)}</td>
            <td className={styles.number}>{formatCount(steps)}</td>
            <td className={styles.date}>{formatDate(recording.createdAtMs)}</td>
            <td>
              <StateCell recording={recording} failed={failedStages} />
            </td>
            <td className={styles.acts}>
              <ConfirmButton
                label={`Remove ${recording.title}`}
                question="Remove this recording, with its media and every correction of it, for good?"
                onConfirm={() => remove(recording.id, recording.title)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function LogItem({ log }: { readonly log: EventLog }) {
  const keep = useKeeping();
  const logId = log.id;
  return (
    <li className={styles.log}>
      <Icon name="table" />
      <InlineEdit
        action={`Rename ${log.name}`}
        value={log.name}
        onSave={(name) => keep((client) => client.log.rename({ logId, name }), `Renamed to “${name}”`)}
      >
        <span className={styles.logName}>{log.name}</span>
      </InlineEdit>
      <span>{log.format.toUpperCase()}</span>
      <span>{countOf(log.cases, 'case')}</span>
      <span>{countOf(log.events, 'event')}</span>
      <span>imported {formatDate(log.createdAtMs)}</span>
      {log.warnings.length > 0 && (
        <span title={log.warnings.join('\n')}>{countOf(log.warnings.length, 'warning')}</span>
      )}
      <ConfirmButton
        label={`Remove ${log.name}`}
        question="Remove this event log for good?"
        onConfirm={() => keep((client) => client.log.remove({ logId }), `“${log.name}” is gone`)}
      />
    </li>
  );
}

function WholeProcess({ process }: { readonly process: Process }) {
  const keep = useKeeping();
  const [, navigate] = useLocation();
  const processId = process.id;
  const remove = async (): Promise<void> => {
    const isGone = await keep((client) => client.process.remove({ processId }), `“${process.name}” is gone`);
    if (isGone) navigate('/');
  };
  return (
    <section aria-labelledby="whole-process">
      <h2 id="whole-process" className={styles.title}>
        The process
      </h2>
      <div className={styles.log}>
        <Icon name="map" />
        <InlineEdit
          action="Rename the process"
          value={process.name}
          onSave={(name) => keep((client) => client.process.rename({ processId, name }), `Renamed to “${name}”`)}
        >
          <span className={styles.logName}>{process.name}</span>
        </InlineEdit>
        <ConfirmButton
          label="Remove the process"
          question="Remove the whole process, with all its recordings, logs and corrections, for good?"
          onConfirm={remove}
        />
      </div>
    </section>
  );
}
