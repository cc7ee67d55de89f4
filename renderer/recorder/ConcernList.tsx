// Everything that needs a person while recording, each with the button that helps.
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './ConcernList.module.css';
import type { Concern } from './describe-state.ts';
import { Choice } from './Field.tsx';
import { useRecorder, useRecorderView } from './recorder-context.ts';

export function ConcernList({ concerns }: { readonly concerns: readonly Concern[] }) {
  return (
    // Always there, so that what appears in it is spoken.
    <ul className={styles.list} aria-live="assertive" aria-relevant="additions" aria-label="What needs you">
      {concerns.map((concern) => (
        <li key={concern.id} className={styles.concern}>
          <Icon name={concern.id === 'exclusion' ? 'hidden' : 'warning'} size={15} />
          <span className={styles.text}>{concern.text}</span>
          <Remedy concern={concern} />
        </li>
      ))}
    </ul>
  );
}

function Remedy({ concern: { remedy } }: { readonly concern: Concern }) {
  const { actions } = useRecorder();
  if (!remedy) return null;
  if (remedy.what === 'share-again') {
    return <Button onPress={() => void actions.replaceScreen(remedy.screen)}>Share again</Button>;
  }
  return <OtherMicrophone />;
}

function OtherMicrophone() {
  const { actions } = useRecorder();
  const microphones = useRecorderView((view) => view.microphones);
  if (microphones.length === 0) {
    return <Button onPress={() => void actions.chooseMicrophone('default')}>Look for microphones</Button>;
  }
  return (
    <span className={styles.choice}>
      <Choice
        label="Use another microphone"
        isQuiet
        value=""
        onChange={(deviceId) => void actions.chooseMicrophone(deviceId)}
        options={[
          { value: '', label: 'Use another microphone…' },
          ...microphones.map(({ deviceId, label }) => ({ value: deviceId, label })),
        ]}
      />
    </span>
  );
}
