// One recording: the player large, and everything that was understood in it, each a click from its moment.
import { useState } from 'react';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { RecordingView } from '../../src/domain/views.ts';
import { useUndoKeys } from '../corrections/use-undo-keys.ts';
import { capitalize, formatClock, formatMoment } from '../format.ts';
import { RecordingWork } from '../ingest/RecordingWork.tsx';
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
  if (recording.data) return <Full view={recording.data} startMs={startMs} />;
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

function Full({ view, startMs }: { readonly view: RecordingView; readonly startMs: number | undefined }) {
  const { recording, process, extraction } = view;
  const [moment, setMoment] = useState(() => openAt(view, startMs));
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
        <RecordingWork recordingId={recording.id} />
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

/**
 * Whoever comes to a moment by a click has it played to the end of what is said there. A page that was only loaded again
 * stays quiet: nobody has touched it yet.
 */
function openAt({ segments }: RecordingView, asked: number | undefined) {
  const startMs = asked ?? 0;
  const said = segments.find((segment) => segment.startMs <= startMs && startMs < segment.endMs);
  const plays = asked !== undefined && navigator.userActivation.hasBeenActive;
  return { startMs, endMs: said?.endMs ?? startMs, quote: undefined as string | undefined, nonce: plays ? 1 : 0 };
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
