// Pause, stop, discard, and whether letters are keys.
import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './BarActs.module.css';
import type { KeyActs } from './use-recorder-keys.ts';

interface Props {
  readonly isPaused: boolean;
  readonly areLettersOn: boolean;
  readonly onLetters: (isOn: boolean) => void;
  readonly acts: KeyActs;
  readonly onDiscard: () => void;
}

export function BarActs({ isPaused, areLettersOn, onLetters, acts, onDiscard }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const asker = useRef<HTMLButtonElement>(null);
  const wasAsking = useRef(false);
  useEffect(() => {
    if (wasAsking.current && !isAsking) asker.current?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);
  if (isAsking) return <DiscardQuestion onKeep={() => setIsAsking(false)} onDiscard={onDiscard} />;
  return (
    <div className={styles.acts}>
      <button
        type="button"
        className={styles.act}
        aria-keyshortcuts={areLettersOn ? 'P' : undefined}
        onClick={acts.togglePause}
      >
        <Icon name={isPaused ? 'record' : 'pause'} size={14} />
        {isPaused ? 'Go on' : 'Pause'}
        {areLettersOn && <kbd aria-hidden="true">P</kbd>}
      </button>
      <button
        type="button"
        className={styles.stop}
        aria-keyshortcuts="Alt+S"
        title="Stop and keep (Alt+S)"
        onClick={acts.stop}
      >
        <Icon name="stop" size={14} />
        Stop
      </button>
      <span className={styles.rest}>
        <Button ref={asker} kind="quiet" label="Discard this recording" onPress={() => setIsAsking(true)}>
          <Icon name="trash" size={14} />
        </Button>
        <Button
          kind="quiet"
          isPressed={areLettersOn}
          label="Letters are keys"
          title="Letters set marks, P pauses. Switch it off if you speak to your computer or a letter slips in."
          onPress={() => onLetters(!areLettersOn)}
        >
          <Icon name="keyboard" size={16} />
        </Button>
      </span>
    </div>
  );
}

interface QuestionProps {
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

function DiscardQuestion({ onKeep, onDiscard }: QuestionProps) {
  const keep = useRef<HTMLButtonElement>(null);
  // The harmless answer has the focus: Enter pressed twice must not lose a recording.
  useEffect(() => keep.current?.focus(), []);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape means the harmless answer
    <fieldset
      aria-label="Discard everything recorded so far?"
      className={styles.asking}
      onKeyDown={(event) => event.key === 'Escape' && onKeep()}
    >
      <span>Discard everything recorded so far, for good?</span>
      <button type="button" className={styles.discard} onClick={onDiscard}>
        Discard
      </button>
      <Button ref={keep} onPress={onKeep}>
        Keep recording
      </Button>
    </fieldset>
  );
}
