import type { RecordingId } from '../../src/domain/ids.ts';
import { ProblemNote } from '../parts/ProblemNote.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { usePicture } from '../use-mirror.ts';
import styles from './PictureStrip.module.css';

/** What was read on one picture, line by line. */
export function PictureText({ recordingId, atMs }: { readonly recordingId: RecordingId; readonly atMs: number }) {
  const picture = usePicture(recordingId, atMs);
  if (picture.error) return <ProblemNote error={picture.error} onRetry={() => void picture.refetch()} isSmall />;
  if (!picture.data) return <Skeleton height="60px" />;
  const { isRead, text } = picture.data;
  if (text === '') return <p className={styles.none}>{isRead ? 'No words on this picture.' : 'Not read yet.'}</p>;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <pre className={styles.lines} tabIndex={0} aria-label="Text on the screen">
      {text}
    </pre>
  );
}
