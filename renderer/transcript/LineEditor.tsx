// One line of the words, open to be put right while it is heard. Enter saves and goes on, Escape leaves it as it was.
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import styles from './LineEditor.module.css';

export interface LineActs {
  /** False when it was not stored; the line then stays open. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onLeave: () => void;
  readonly onPlay: () => void;
  /** Undefined where there is nothing to split, to join with or to remove: a line that is new. */
  readonly onSplit?: (text: string, caret: number) => Promise<boolean>;
  readonly onJoin?: (text: string) => Promise<boolean>;
  readonly onRemove?: () => Promise<boolean>;
}

interface Props extends LineActs {
  readonly text: string;
  /** "Words at 1:05". */
  readonly label: string;
}

export function LineEditor({ text: given, label, onSave, onLeave, onPlay, onSplit, onJoin, onRemove }: Props) {
  const [text, setText] = useState(given);
  const [isBusy, setIsBusy] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const hint = useId();
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(given.length, given.length);
  }, [given]);
  const run = async (act: () => Promise<boolean>): Promise<void> => {
    if (isBusy) return;
    setIsBusy(true);
    if (!(await act())) setIsBusy(false);
  };
  // Whatever asks for it: a key, a button, the form.
  const acts = {
    leave: onLeave,
    play: onPlay,
    save: () => void run(() => onSave(text)),
    split: onSplit && ((caret: number) => void run(() => onSplit(text, caret))),
    join: onJoin && (() => void run(() => onJoin(text))),
    remove: onRemove && (() => void run(onRemove)),
  } satisfies Record<Act, ((caret: number) => void) | undefined>;
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    // Enter that ends a composition (Japanese, accents) is not for us.
    if (event.nativeEvent.isComposing) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    const act = findAct(event, selectionStart === 0 && selectionEnd === 0);
    if (act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    acts[act]?.(selectionStart);
  };
  return (
    <form
      className={styles.editor}
      onSubmit={(event) => {
        event.preventDefault();
        acts.save();
      }}
    >
      <textarea
        ref={field}
        className={styles.field}
        aria-label={label}
        aria-describedby={hint}
        value={text}
        rows={2}
        maxLength={5000}
        readOnly={isBusy}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.acts}>
        <Button kind="quiet" label="Play it again (Alt+Enter)" onPress={onPlay}>
          <Icon name="play" size={14} />
        </Button>
        {acts.split && (
          <Button
            kind="quiet"
            label="Split at the cursor (Ctrl+Enter)"
            onPress={() => acts.split?.(field.current?.selectionStart ?? 0)}
          >
            <Icon name="cut" size={14} />
          </Button>
        )}
        {acts.join && (
          <Button kind="quiet" label="Join with the line above (Backspace at the start)" onPress={acts.join}>
            <Icon name="join" size={14} />
          </Button>
        )}
        {acts.remove && (
          <Button kind="quiet" label="Remove this line" onPress={acts.remove}>
            <Icon name="trash" size={14} />
          </Button>
        )}
        <span id={hint} className={styles.hint}>
          Enter saves · Esc leaves
        </span>
      </div>
    </form>
  );
}

type Act = 'save' | 'leave' | 'play' | 'split' | 'join' | 'remove';

function findAct(event: KeyboardEvent, isAtStart: boolean): Act | undefined {
  if (event.key === 'Escape') return 'leave';
  if (event.key === 'Backspace') return isAtStart ? 'join' : undefined;
  if (event.key !== 'Enter' || event.shiftKey) return undefined;
  if (event.altKey) return 'play';
  return event.ctrlKey || event.metaKey ? 'split' : 'save';
}
