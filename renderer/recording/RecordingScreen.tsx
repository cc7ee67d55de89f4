// One recording: the player large, and everything that was understood in it, each a click from its moment.
import { useState } from 'react';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { RecordingView } from '../../src/domain/views.ts';
import { useUndoKeys } from '../corrections/use-undo-keys.ts';
import { capitalize, formatClock, formatMoment } from '../format.ts';
import { Crumbs } from '../parts/Crumbs.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { ScreenSkeleton } from '../parts/Skeleton.tsx';
import { Player } from '../player/Player.tsx';
import { RecordingReceipt } from '../recorder/RecordingReceipt.tsx';
import { mapPath, recordingsPath } from '../route.ts';
import { useRecording } from '../use-mirror.ts';
import { listTold, type Told } from './list-told.ts';
import styles from './RecordingScreen.module.css';
import { StepList } from './StepList.tsx';
import { ToldList } from './ToldList.tsx';

interface Props {
  readonly recordingId: RecordingId;
  readonly startMs: number | undefined;
}

export default function RecordingScreen({ recordingId, startMs }: Props) {
  const recording = useRecording(recordingId);
  if (recording.data) return <Full view={recording.data} startMs={startMs ?? 0} />;
  return (
    <>
      <Crumbs trail={[{ label: 'Processes', href: '/' }, { label: 'Recording' }]} />
      {recording.error ? (
        <ProblemNote error={recording.error} onRetry={() => void recording.refetch()} />
      ) : (
        <ScreenSkeleton label="Loading the recording" />
      )}
    </>
  );
}

function Full({ view, startMs }: { readonly view: RecordingView; readonly startMs: number }) {
  const { recording, process, extraction } = view;
  const [moment, setMoment] = useState({ startMs, endMs: startMs, quote: undefined as string | undefined, nonce: 0 });
  const [pickedId, setPickedId] = useState<string>();
  useUndoKeys(process.id);
  const { others } = listTold(extraction);
  const onPick = ({ id, startMs: from, endMs, quote }: Told): void => {
    setPickedId(id);
    setMoment({ startMs: from, endMs, quote, nonce: moment.nonce + 1 });
  };
  return (
    <div className={styles.screen}>
      <Crumbs
        trail={[
          { label: 'Processes', href: '/' },
          { label: capitalize(process.name), href: mapPath(process.id) },
          { label: 'Recordings', href: recordingsPath(process.id) },
          { label: recording.title },
        ]}
      />
      <header className={styles.head}>
        <h1 className={styles.title}>{recording.title}</h1>
        <p className={styles.meta}>{describeRecording(view)}</p>
        {recording.problem && <p className={styles.problem}>{recording.problem}</p>}
        {extraction.warnings.map((warning) => (
          <p key={warning} className={styles.problem}>
            {capitalize(warning)}
          </p>
        ))}
        <RecordingReceipt recordingId={recording.id} />
      </header>
      <div className={styles.body}>
        <Player
          view={view}
          moment={moment}
          playsAtOnce={moment.nonce > 0}
          size="page"
          below={<ToldList label="What else is told" groups={others} pickedId={pickedId} onPick={onPick} />}
          beside={<StepList view={view} pickedId={pickedId} onPick={onPick} />}
        />
      </div>
    </div>
  );
}

function describeRecording({ recording }: RecordingView): string {
  const { actor, role, startedAtMs, timeZone, durationMs } = recording;
  return [
    actor,
    role && capitalize(role),
    formatClock(durationMs),
    startedAtMs !== null && formatMoment(startedAtMs, timeZone ?? undefined),
  ]
    .filter(Boolean)
    .join(' · ');
}
