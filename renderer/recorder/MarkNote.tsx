// The mark that was just set, said for a moment, with room for a few words about it.
import { type FormEvent, useEffect, useRef, useState } from 'react';
import type { UserMark } from '../capture/recorder-model.ts';
import { formatClock } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { labelMark } from './mark-kinds.ts';
import styles from './MarkNote.module.css';
import { useRecorder, useRecorderView } from './recorder-context.ts';

interface SetMark {
  readonly kind: UserMark;
  readonly atMs: number;
}

/** Long enough to read it and to decide for a note. */
const SHOWN_MS = 12_000;

/** The mark set last, for a while; undefined otherwise. Marks of before this bar was there are old. */
export function useFreshMark(): SetMark | undefined {
  const marks = useRecorderView((view) => view.marks);
  const [seen, setSeen] = useState(marks.length);
  const fresh = marks.length > seen ? marks.at(-1) : undefined;
  useEffect(() => {
    if (marks.length <= seen) return;
    const timer = setTimeout(() => setSeen(marks.length), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [marks.length, seen]);
  return fresh;
}

interface Props {
  readonly mark: SetMark | undefined;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly showsKeys: boolean;
}

export function MarkNote({ mark, isOpen, onOpen, showsKeys }: Props) {
  const [noting, setNoting] = useState<SetMark>();
  const [noted, setNoted] = useState<SetMark>();
  // The note belongs to the mark it was begun for, though others are set while it is written.
  if (isOpen && !noting) {
    if (mark) setNoting(mark);
    else onOpen(false);
  }
  const close = (): void => {
    setNoting(undefined);
    onOpen(false);
  };
  return (
    <div className={styles.place}>
      <output className={styles.said}>
        {mark && (
          <>
            <Icon name="check" size={14} />
            {labelMark(mark.kind)} marked at {formatClock(mark.atMs)}
            {noted?.atMs === mark.atMs && ', with your note'}
          </>
        )}
      </output>
      {mark && !noting && noted?.atMs !== mark.atMs && (
        <button
          type="button"
          className={styles.add}
          aria-keyshortcuts={showsKeys ? 'N' : undefined}
          onClick={() => onOpen(true)}
        >
          Add a note {showsKeys && <kbd aria-hidden="true">N</kbd>}
        </button>
      )}
      {noting && <NoteForm key={noting.atMs} mark={noting} onNoted={setNoted} onClose={close} />}
    </div>
  );
}

interface FormProps {
  readonly mark: SetMark;
  readonly onNoted: (mark: SetMark) => void;
  readonly onClose: () => void;
}

function NoteForm({ mark, onNoted, onClose }: FormProps) {
  const { actions } = useRecorder();
  const [text, setText] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const before = useRef(document.activeElement);
  useEffect(() => field.current?.focus(), []);
  const leave = (): void => {
    onClose();
    // Back to where the person was: the next letter is a key again.
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    if (text.trim() !== '') {
      void actions.mark(mark.kind, text.trim(), mark.atMs);
      onNoted(mark);
    }
    leave();
  };
  return (
    <form className={styles.form} onSubmit={save}>
      <input
        ref={field}
        className={styles.field}
        aria-label={`Note on ${labelMark(mark.kind).toLowerCase()} at ${formatClock(mark.atMs)}`}
        placeholder={`Note on ${labelMark(mark.kind).toLowerCase()} at ${formatClock(mark.atMs)}`}
        maxLength={1000}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          leave();
        }}
      />
      <button type="submit" className={styles.add}>
        Keep <kbd aria-hidden="true">↵</kbd>
      </button>
    </form>
  );
}
