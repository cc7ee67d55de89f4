// Which microphone listens, whether it hears anything, and in which language it will be spoken.
import { useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../parts/Button.tsx';
import { Choice, Trouble } from './Field.tsx';
import { isAudible, LevelMeter } from './LevelMeter.tsx';
import { listLanguages } from './list-languages.ts';
import styles from './MicrophoneChoice.module.css';
import { useRecorder, useRecorderView } from './recorder-context.ts';

const NONE = '';

interface Props {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

export function MicrophoneChoice({ language, onLanguage }: Props) {
  const { actions } = useRecorder();
  const microphones = useRecorderView((view) => view.microphones);
  const microphone = useRecorderView((view) => view.microphone);
  const problem = useRecorderView((view) => view.microphoneProblem);
  const offered = microphone && !microphones.some(({ deviceId }) => deviceId === microphone.deviceId);
  const options = [
    ...[...(offered ? [microphone] : []), ...microphones].map(({ deviceId, label }) => ({ value: deviceId, label })),
    { value: NONE, label: 'No microphone' },
  ];
  return (
    <div className={styles.choice}>
      <div className={styles.fields}>
        <Choice
          label="Microphone"
          value={microphone?.deviceId ?? NONE}
          onChange={(deviceId) => void actions.chooseMicrophone(deviceId === NONE ? null : deviceId)}
          options={options}
        />
        <Choice
          label="You will speak"
          value={language}
          onChange={onLanguage}
          options={listLanguages([language, ...navigator.languages])}
        />
      </div>
      {microphone?.isLive && <Level key={microphone.deviceId} />}
      {problem && (
        <Trouble>
          <span>
            <strong>{problem.title}.</strong> {problem.hint}
          </span>
          <Button onPress={() => void actions.chooseMicrophone(microphones[0]?.deviceId ?? 'default')}>
            Try again
          </Button>
        </Trouble>
      )}
      {!microphone && (
        <p className={styles.silent}>
          Without a microphone the recording is silent: Mirror will have only what it sees, and not why you do it.
        </p>
      )}
    </div>
  );
}

function Level() {
  const level = useStore(useRecorder().level);
  const [hasHeard, setHasHeard] = useState(false);
  if (!hasHeard && isAudible(level)) setHasHeard(true);
  return (
    <div className={styles.level}>
      <LevelMeter />
      <output className={styles.heard} data-heard={hasHeard}>
        {hasHeard ? 'Mirror hears you' : 'Say something: the bar should move'}
      </output>
    </div>
  );
}
