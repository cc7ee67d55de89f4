// The player below the map: what was clicked plays without hiding what it belongs to.
import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { recordingPath } from '../route.ts';
import { useRecording } from '../use-mirror.ts';
import { type Moment, useView } from '../view-store.ts';
import { Player } from './Player.tsx';
import styles from './PlayerDrawer.module.css';

export default function PlayerDrawer({ moment }: { readonly moment: Moment }) {
  const recording = useRecording(moment.recordingId);
  const close = useCloseAndReturn();
  const title = recording.data?.recording.title;
  return (
    <section className={styles.drawer} aria-label="Player">
      <div className={styles.bar}>
        <h2 className={styles.title}>{title ?? <Skeleton width="220px" />}</h2>
        <Link href={recordingPath(moment.recordingId, moment.startMs)} className={styles.open}>
          Open the recording
        </Link>
        <Button kind="quiet" label="Close the player" onPress={close}>
          <Icon name="close" />
        </Button>
      </div>
      <div className={styles.body}>
        {recording.data ? (
          <Player
            key={moment.recordingId}
            view={recording.data}
            moment={moment}
            playsAtOnce
            size="drawer"
            onClose={close}
          />
        ) : recording.error ? (
          <ProblemNote error={recording.error} onRetry={() => void recording.refetch()} isSmall />
        ) : (
          <Skeleton height="100%" />
        )}
      </div>
    </section>
  );
}

/** Closing gives the focus back to what opened the player. */
function useCloseAndReturn(): () => void {
  const closePlayer = useView((state) => state.closePlayer);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
  }, []);
  return () => {
    closePlayer();
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
}
