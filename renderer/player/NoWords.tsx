// Where a recording has no words: why, and how it gets some.
import { Link } from 'wouter';
import { PATTERNS } from '../route.ts';
import styles from './Transcript.module.css';

interface Props {
  /** Whether anything can be heard. */
  readonly hasSound: boolean;
  /** Whether a model has listened to it, or a person has written. */
  readonly isWritten: boolean;
}

export function NoWords({ hasSound, isWritten }: Props) {
  if (!hasSound) return <p className={styles.none}>Nothing is said in this recording.</p>;
  if (isWritten) return <p className={styles.none}>No words were heard in this recording.</p>;
  return (
    <p className={styles.none}>
      No words yet. A model of speech writes them down; <Link href={PATTERNS.models}>Models</Link> has them. A
      transcript (.vtt or .srt) of the same name, taken in with the file, does as well.
    </p>
  );
}
