// Buttons for who does not drop: files, or a whole folder.
import { useRef } from 'react';
import type { ProcessId } from '../../src/domain/ids.ts';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './AddFiles.module.css';
import { collectChosen } from './collect-files.ts';
import { useIntake } from './intake-context.ts';

interface Props {
  /** Where they go; without one it is asked. */
  readonly processId?: ProcessId;
  /** With a sentence beside the buttons. */
  readonly hint?: string;
  /** In the middle of a page, the hint below. */
  readonly isCentred?: boolean;
}

export function AddFiles({ processId, hint, isCentred = false }: Props) {
  const intake = useIntake();
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const take = (input: HTMLInputElement): void => {
    const chosen = input.files === null ? [] : collectChosen(input.files);
    // Or the same file could not be chosen again.
    input.value = '';
    if (chosen.length > 0) intake.begin(() => Promise.resolve(chosen), processId);
  };
  return (
    <div className={styles.row} data-centred={isCentred}>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        data-role="files"
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={(input) => {
          folder.current = input;
          // An attribute that React has no name for.
          if (input) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        data-role="folder"
        onChange={(event) => take(event.currentTarget)}
      />
      <Button onPress={() => files.current?.click()}>
        <Icon name="plus" size={14} />
        Add files
      </Button>
      <Button kind="quiet" onPress={() => folder.current?.click()}>
        Add a folder
      </Button>
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  );
}
