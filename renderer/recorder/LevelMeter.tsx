// How loud the microphone is, for the eye and for who asks a screen reader.
import { useStore } from 'zustand';
import styles from './LevelMeter.module.css';
import { useRecorder } from './recorder-context.ts';

/** By ear: below it nobody hears anything, above the other one it is distorted. */
const SILENT_BELOW = 0.06;
const QUIET_BELOW = 0.3;
const LOUD_ABOVE = 0.95;

interface Props {
  /** Small, without words, for the bar. */
  readonly isSmall?: boolean;
  /** Nothing is kept of what it hears, and why; absent while it is. */
  readonly rest?: 'off' | 'paused' | undefined;
}

export function LevelMeter({ isSmall = false, rest }: Props) {
  const measured = useStore(useRecorder().level);
  const level = rest ? 0 : Math.min(1, Math.max(0, measured));
  const words = rest ?? describeLevel(level);
  const percent = Math.round(level * 100);
  return (
    <span
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- the element cannot be drawn as these bars
      role="meter"
      aria-label="Microphone level"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={`${words}, ${percent} of 100`}
      className={styles.meter}
      data-small={isSmall}
      data-loud={level > LOUD_ABOVE}
    >
      <span className={styles.fill} style={{ transform: `scaleX(${level})` }} />
    </span>
  );
}

/** Whether anything is to be heard. */
export const isAudible = (level: number): boolean => level >= SILENT_BELOW;

function describeLevel(level: number): string {
  if (level < SILENT_BELOW) return 'silent';
  if (level < QUIET_BELOW) return 'quiet';
  return level > LOUD_ABOVE ? 'too loud' : 'good';
}
