// Always visible while something is recorded: the state, the time, marks, and what needs a person.
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { RecorderView } from '../capture/recorder-model.ts';
import { formatClock } from '../format.ts';
import { Icon } from '../parts/Icon.tsx';
import { BarActs } from './BarActs.tsx';
import { ConcernList } from './ConcernList.tsx';
import { describeState } from './describe-state.ts';
import { LevelMeter } from './LevelMeter.tsx';
import { MarkButtons } from './MarkButtons.tsx';
import { MarkNote, useFreshMark } from './MarkNote.tsx';
import styles from './RecorderBar.module.css';
import { useRecorder, useRecorderView } from './recorder-context.ts';
import { useClock } from './use-clock.ts';
import { useKeySwitch, useRecorderKeys } from './use-recorder-keys.ts';
import { useWindowSign } from './use-window-sign.ts';

export function RecorderBar({ onDiscard }: { readonly onDiscard: () => void }) {
  const { actions, view } = useRecorder();
  const known = useStore(
    view,
    useShallow(
      ({ health, isConnected, waitingBytes, screens, microphone, microphoneProblem, screenProblem, problem }) => ({
        health,
        isConnected,
        waitingBytes,
        screens,
        microphone,
        microphoneProblem,
        screenProblem,
        problem,
      }),
    ),
  );
  const state = describeState(known);
  const isPaused = known.health?.phase === 'paused';
  const [areLettersOn, setLettersOn] = useKeySwitch();
  const mark = useFreshMark();
  const [isNoting, setIsNoting] = useState(false);
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    // The dialog before it has closed, and the button that opened it can do nothing now.
    if (document.activeElement === document.body) bar.current?.focus({ preventScroll: true });
  }, []);
  const acts = useMemo(
    () => ({
      mark: (kind: Parameters<typeof actions.mark>[0]) => {
        if (view.getState().health?.phase === 'recording') void actions.mark(kind);
      },
      togglePause: () => void (isPaused ? actions.resume() : actions.pause()),
      note: () => setIsNoting(true),
      stop: () => void actions.stop(),
    }),
    [actions, view, isPaused],
  );
  useRecorderKeys(acts, areLettersOn);
  return (
    <section
      ref={bar}
      tabIndex={-1}
      className={styles.bar}
      data-tone={state.tone}
      aria-label={`Recorder: ${state.word}`}
    >
      <output className="visually-hidden">{state.word}</output>
      <div className={styles.row}>
        <State tone={state.tone} word={state.word} />
        <Facts />
        <BarActs {...{ isPaused, areLettersOn, acts, onDiscard }} onLetters={setLettersOn} />
      </div>
      <div className={styles.row}>
        <MarkButtons isDisabled={known.health?.phase !== 'recording'} showsKeys={areLettersOn} onMark={acts.mark} />
        <MarkNote mark={mark} isOpen={isNoting} onOpen={setIsNoting} showsKeys={areLettersOn} />
      </div>
      <ConcernList concerns={state.concerns} />
    </section>
  );
}

function State({ tone, word }: { readonly tone: 'recording' | 'problem' | 'paused'; readonly word: string }) {
  const process = useRecorderView(({ health, intent }) => intent?.process ?? health?.process ?? '');
  const time = formatClock(useClock());
  useWindowSign(tone, `${word} ${time} – ${process}`);
  return (
    <div className={styles.state}>
      <span className={styles.pill}>
        <span className={styles.sign} data-tone={tone} aria-hidden="true" />
        {word}
        <time className={styles.time}>{time}</time>
      </span>
      <span className={styles.process} title={process}>
        {process}
      </span>
    </div>
  );
}

/** How loud it is, and how long the disk lasts. */
function Facts() {
  const microphone = useRecorderView((view) => view.microphone);
  const words = useRecorderView((view) => view.health?.budget.words);
  const rest = useRecorderView(restOf);
  return (
    <div className={styles.facts}>
      <span className={styles.level} title={microphone?.label ?? 'No microphone: silent recording'}>
        <Icon name="microphone" size={14} />
        {microphone ? <LevelMeter isSmall rest={rest} /> : 'silent'}
        {rest === 'paused' && rest}
      </span>
      <span className={styles.budget} title="How much recording the disk still takes">
        {words}
      </span>
    </div>
  );
}

/** Why its level stands still: in a pause nothing it hears is kept, and a moving bar would say that it is. */
function restOf({ microphone, health }: RecorderView): 'off' | 'paused' | undefined {
  if (microphone && !microphone.isLive) return 'off';
  return health?.phase === 'paused' ? 'paused' : undefined;
}
