// Above the words: whose they are, the way back, and for what a model can hear, that it listens again.
import { useState } from 'react';
import type { Recording } from '../../src/domain/process.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { sayWriter } from './say-writer.ts';
import styles from './TranscriptHead.module.css';
import type { TranscriptChanges } from './use-transcript.ts';

interface Props {
  readonly recording: Recording;
  readonly hasWords: boolean;
  readonly hasSound: boolean;
  readonly changes: TranscriptChanges;
  readonly onAdd: () => void;
}

export function TranscriptHead({ recording, hasWords, hasSound, changes, onAdd }: Props) {
  const [isAsking, setIsAsking] = useState(false);
  const { transcriptBy } = recording;
  // What somebody gave with the recording is not for a model to replace.
  const isGiven = hasWords && (transcriptBy ?? 'file') === 'file';
  const canListen = hasSound && !isGiven;
  const listen = (): void => {
    setIsAsking(false);
    void changes.writeAnew();
  };
  return (
    <div className={styles.head}>
      <h2 className={styles.title}>Words</h2>
      {hasWords && (
        <span className={styles.writer} title={sayWriter(transcriptBy)}>
          {sayWriter(transcriptBy)}
        </span>
      )}
      <span className={styles.acts}>
        {changes.canUndo && (
          <Button kind="quiet" label="Undo the last change of words (Ctrl+Z)" onPress={() => void changes.undo()}>
            <Icon name="undo" size={14} />
          </Button>
        )}
        <Button kind="quiet" label="Add a line where it plays" onPress={onAdd}>
          <Icon name="plus" size={14} />
        </Button>
        {canListen && (
          <Button
            kind="quiet"
            label="Have a model listen again"
            isDisabled={changes.isBusy}
            onPress={() => (transcriptBy === 'person' ? setIsAsking(true) : listen())}
          >
            <Icon name="loop" size={14} />
          </Button>
        )}
      </span>
      {isAsking && (
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a question inside a row is no dialog
        <p role="group" aria-label="Replace the words a person wrote?" className={styles.question}>
          What a person wrote here gives way to what the model hears.
          <span className={styles.answers}>
            <Button onPress={listen}>Listen again</Button>
            <Button kind="primary" onPress={() => setIsAsking(false)}>
              Keep the words
            </Button>
          </span>
        </p>
      )}
    </div>
  );
}
