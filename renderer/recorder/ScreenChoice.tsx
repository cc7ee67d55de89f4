// What the recording will show: screens, windows or tabs, each with its live picture.
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { ChosenScreen } from '../capture/recorder-model.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { Trouble } from './Field.tsx';
import { nameScreen, saySurface } from './name-screen.ts';
import { useRecorder, useRecorderView } from './recorder-context.ts';
import styles from './ScreenChoice.module.css';

export function ScreenChoice({ ref }: { readonly ref: RefObject<HTMLButtonElement | null> }) {
  const { actions } = useRecorder();
  const screens = useRecorderView((view) => view.screens);
  const problem = useRecorderView((view) => view.screenProblem);
  const [withSound, setWithSound] = useState(false);
  const choose = (): void => void actions.addScreen({ withSound });
  const remove = (name: string): void => {
    actions.removeScreen(name);
    // Its own button goes with it.
    ref.current?.focus();
  };
  return (
    <div className={styles.choice}>
      {screens.length > 0 && (
        <ul className={styles.screens}>
          {screens.map((screen) => (
            <ScreenItem key={screen.name} screen={screen} onRemove={() => remove(screen.name)} />
          ))}
        </ul>
      )}
      {/* One button in two sizes: what had the focus before the browser asked has it afterwards. */}
      <button ref={ref} type="button" className={screens.length === 0 ? styles.empty : styles.more} onClick={choose}>
        <Icon name={screens.length === 0 ? 'screen' : 'plus'} size={screens.length === 0 ? 22 : 14} />
        <span className={styles.choose}>
          {screens.length === 0 ? 'Choose a screen, window or tab' : 'Add another screen'}
        </span>
        {screens.length === 0 && <span>You are asked which; nothing is recorded yet</span>}
      </button>
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
  const { surface, widthPx, heightPx, hasSound, isLive } = screen;
  const label = nameScreen(screen);
  return (
    <li className={styles.screen}>
      {isLive ? <Preview screen={screen} /> : <p className={styles.ended}>Sharing has ended</p>}
      <div className={styles.about}>
        <p className={styles.label} title={label}>
          {label}
        </p>
        <p className={styles.facts}>
          {saySurface(surface)}, {widthPx} × {heightPx}
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
      aria-label={`Preview of ${nameScreen(screen)}`}
    />
  );
}
