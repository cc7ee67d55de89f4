// The one button that leads to a recording, from wherever one is; and its key.
import { useEffect } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { useRecorder, useRecorderView } from './recorder-context.ts';
import styles from './RecordButton.module.css';
import { takesLetters } from './use-recorder-keys.ts';

interface Props {
  /** "Record", "Record this process". */
  readonly children: string;
  /** In the window's bar, on a page, or as the first thing to do on it. */
  readonly kind?: 'bar' | 'page' | 'first';
}

export function RecordButton({ children, kind = 'page' }: Props) {
  const { actions } = useRecorder();
  const why = useRecorderView(whyNot);
  return (
    <button
      type="button"
      className={styles.button}
      data-kind={kind}
      disabled={why !== undefined}
      title={why ?? 'Record what you do and say (Alt+R)'}
      aria-keyshortcuts="Alt+R"
      onClick={() => void actions.open()}
    >
      <Icon name="record" size={14} />
      <span>{children}</span>
    </button>
  );
}

/** Alt+R opens the intent card. With a letter alone a stray key would turn a microphone on. */
export function useRecordKey(): void {
  const { actions, view } = useRecorder();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      // By its place on the keyboard: with Alt some layouts make another letter of it.
      if (event.code !== 'KeyR' || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (takesLetters(event.target)) return;
      event.preventDefault();
      if (whyNot(view.getState()) === undefined && view.getState().stage !== 'choosing') void actions.open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [actions, view]);
}

type View = Parameters<Parameters<typeof useRecorderView>[0]>[0];

/** Why nothing can be recorded now; undefined when it can. */
function whyNot({ stage, elsewhere }: View): string | undefined {
  // While it is put together the next one can be made.
  if (elsewhere && elsewhere.phase !== 'finalising')
    return `Another window is recording “${elsewhere.process}”. Stop it there first.`;
  if (stage === 'starting' || stage === 'running') return 'You are recording already';
  if (stage === 'finishing') return 'The last recording is being checked';
  return undefined;
}
