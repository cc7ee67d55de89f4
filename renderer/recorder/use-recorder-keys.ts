// Keys while recording: a letter for each mark, P to pause, N for a note. Letters can be switched off, because voice
// control and some keyboards send them unasked.
import { useEffect, useState } from 'react';
import { MARK_WAYS } from './mark-kinds.ts';
import type { UserMark } from '../capture/recorder-model.ts';

const KEPT_AS = 'mirror.recorder.keys';

export interface KeyActs {
  readonly mark: (kind: UserMark) => void;
  readonly togglePause: () => void;
  readonly note: () => void;
  readonly stop: () => void;
}

/** Whether letters act, as this person left it. */
export function useKeySwitch(): readonly [boolean, (isOn: boolean) => void] {
  const [isOn, setIsOn] = useState(() => localStorage.getItem(KEPT_AS) !== 'off');
  const keep = (next: boolean): void => {
    localStorage.setItem(KEPT_AS, next ? 'on' : 'off');
    setIsOn(next);
  };
  return [isOn, keep];
}

export function useRecorderKeys(acts: KeyActs, areLettersOn: boolean): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const act = chooseAct(event, acts, areLettersOn);
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [acts, areLettersOn]);
}

function chooseAct(event: KeyboardEvent, acts: KeyActs, areLettersOn: boolean): (() => void) | undefined {
  if (event.repeat || event.ctrlKey || event.metaKey || event.defaultPrevented) return undefined;
  // On a Mac, Alt makes letters of its own, which belong into fields.
  if (takesLetters(event.target)) return undefined;
  if (event.altKey) return event.code === 'KeyS' && !event.shiftKey ? acts.stop : undefined;
  if (!areLettersOn) return undefined;
  const key = event.key.toUpperCase();
  const way = MARK_WAYS.find((one) => one.key === key);
  if (way) return () => acts.mark(way.kind);
  if (key === 'P') return acts.togglePause;
  return key === 'N' ? acts.note : undefined;
}

/** Fields, and lists that jump to what a letter begins. */
export const takesLetters = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest(
      'input:not([type=range], [type=checkbox], [type=radio]), textarea, select, [role=listbox], [role=menu], [role=dialog]',
    ) !== null);
