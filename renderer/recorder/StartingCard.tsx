// Asked for and not yet recording: what is still awaited, and after a while what may be wrong with it.
import { useEffect, useState } from 'react';
import type { RecorderView } from '../capture/recorder-model.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { nameScreen } from './name-screen.ts';
import { useRecorderView } from './recorder-context.ts';
import styles from './StageCard.module.css';

/** Devices answer within a second or two; longer than this, something is in the way. */
const LONG_MS = 5000;

export function StartingCard({ onCancel }: { readonly onCancel: () => void }) {
  const awaited = listAwaited(useRecorderView((view) => view));
  const isLong = useIsLong();
  return (
    <div className={styles.card}>
      <h2 className={styles.title}>Getting ready to record</h2>
      <p className={styles.lead}>Recording starts when each of these has really arrived on disk.</p>
      <ul className={styles.awaited} aria-live="polite">
        {awaited.map(({ id, isHere, text, advice }) => (
          <li key={id} className={styles.item} data-here={isHere}>
            <span className={styles.sign}>
              {isHere ? <Icon name="check" size={13} /> : <span className={styles.wheel} />}
            </span>
            <span>{text}</span>
            {isLong && !isHere && <span className={styles.advice}>{advice}</span>}
          </li>
        ))}
      </ul>
      <div className={styles.acts}>
        <Button onPress={onCancel}>Cancel</Button>
      </div>
    </div>
  );
}

interface Awaited {
  readonly id: string;
  readonly isHere: boolean;
  readonly text: string;
  /** What may be wrong, and what to do. */
  readonly advice: string;
}

function listAwaited({ health, screens, microphone }: RecorderView): Awaited[] {
  const isProven = (...names: string[]): boolean =>
    health?.tracks.some((track) => names.includes(track.name) && track.isProven) ?? false;
  const core: Awaited = {
    id: 'core',
    isHere: health !== null,
    text: health ? 'Mirror is ready to write' : 'Mirror makes room on the disk',
    advice: "Mirror's core does not answer. Check that it still runs; cancel and try again.",
  };
  const pictures = screens.map((screen): Awaited => {
    const isHere = isProven(screen.name);
    const label = nameScreen(screen);
    return {
      id: screen.name,
      isHere,
      text: isHere ? `The first picture of ${label} is there` : `Waiting for the first picture of ${label}`,
      advice: 'Is the window minimised, or the screen locked? Bring it to the front, or cancel and choose it again.',
    };
  });
  if (!microphone) return [core, ...pictures];
  const isHeard = isProven('narration', 'voice');
  const sound: Awaited = {
    id: 'sound',
    isHere: isHeard,
    text: isHeard
      ? `The first second of sound is there`
      : `Waiting for the first second of sound from ${microphone.label}`,
    advice: 'Is it switched off, or used by another program? Plug it in again, or cancel and choose another.',
  };
  return [core, ...pictures, sound];
}

function useIsLong(): boolean {
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLong;
}
