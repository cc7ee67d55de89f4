// What the recording will show: screens, windows or tabs, each with its live picture.
import { type Ref, useEffect, useRef, useState } from 'react';
import type { ChosenScreen } from '../capture/recorder-model.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Trouble } from './Field.tsx';
import { useRecorder, useRecorderView } from './recorder-context.ts';
import styles from './ScreenChoice.module.css';

const SURFACES = { monitor: 'Whole screen', window: 'Window', browser: 'Browser tab', unknown: 'Screen' } as const;

export function ScreenChoice({ ref }: { readonly ref: Ref<HTMLButtonElement> }) {
  const { actions } = useRecorder();
  const screens = useRecorderView((view) => view.screens);
  const problem = useRecorderView((view) => view.screenProblem);
  const [withSound, setWithSound] = useState(false);
  const choose = (): void => void actions.addScreen({ withSound });
  return (
    <div className={styles.choice}>
      {screens.length > 0 && (
        <ul className={styles.screens}>
          {screens.map((screen) => (
            <ScreenItem key={screen.name} screen={screen} onRemove={() => actions.removeScreen(screen.name)} />
          ))}
        </ul>
      )}
      {screens.length === 0 ? (
        <button ref={ref} type="button" className={styles.empty} onClick={choose}>
          <Icon name="screen" size={22} />
          <span className={styles.emptyTitle}>Choose a screen, window or tab</span>
          <span>Your browser asks which; nothing is recorded yet</span>
        </button>
      ) : (
        <Button ref={ref} onPress={choose}>
          <Icon name="plus" size={14} />
          Add another screen
        </Button>
      )}
      <label className={styles.sound}>
        <input type="checkbox" checked={withSound} onChange={(event) => setWithSound(event.currentTarget.checked)} />
        With the computer's sound, as a track of its own
      </label>
      {problem && (
        <Trouble>
          <span>
            <strong>{problem.title}.</strong> {problem.hint}
          </span>
        </Trouble>
      )}
    </div>
  );
}

function ScreenItem({ screen, onRemove }: { readonly screen: ChosenScreen; readonly onRemove: () => void }) {
  const { label, surface, widthPx, heightPx, hasSound, isLive } = screen;
  return (
    <li className={styles.screen}>
      {isLive ? <Preview screen={screen} /> : <p className={styles.ended}>Sharing has ended</p>}
      <div className={styles.about}>
        <p className={styles.label} title={label}>
          {label}
        </p>
        <p className={styles.facts}>
          {SURFACES[surface]}, {widthPx} × {heightPx}
          {hasSound && ', with its sound'}
        </p>
      </div>
      <Button kind="quiet" label={`Do not record ${label}`} onPress={onRemove}>
        <Icon name="close" size={14} />
      </Button>
    </li>
  );
}

function Preview({ screen }: { readonly screen: ChosenScreen }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = screen.stream;
  }, [screen.stream]);
  return (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- a silent preview of one's own screen
    <video
      ref={video}
      className={styles.preview}
      autoPlay
      muted
      playsInline
      aria-label={`Preview of ${screen.label}`}
    />
  );
}
