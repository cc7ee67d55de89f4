// In: the state of a recording. Out: what the tray, the keys and the system's sleep make of it.
import type { MarkKey, RecordingSign } from '../domain/desktop.ts';

/** Letters as in the window. Three keys more: with Ctrl and Alt alone, keyboards of many languages write @ and €. */
export const MARK_KEYS: readonly Omit<MarkKey, 'isTaken'>[] = (
  [
    ['decision', 'D'],
    ['exception', 'E'],
    ['waiting', 'W'],
    ['handing-over', 'H'],
    ['question', 'Q'],
  ] as const
).map(([kind, letter]) => ({ kind, accelerator: `CommandOrControl+Alt+Shift+${letter}` }));

/** Keys belong to other programs unless something is recorded. */
export const takesKeys = ({ state }: RecordingSign): boolean => state !== 'idle';

/** The display may go off, the machine may not sleep; in a pause it may. */
export const keepsAwake = ({ state }: RecordingSign): boolean => state === 'recording' || state === 'problem';

export interface TrayEntry {
  readonly label: string;
  readonly act: 'toggle-pause' | 'stop' | 'show' | 'quit';
}

export interface TrayLook {
  readonly icon: 'idle' | 'recording' | 'paused' | 'problem';
  readonly tip: string;
  readonly entries: readonly TrayEntry[];
}

export function lookOfTray({ state, words }: RecordingSign): TrayLook {
  const show: TrayEntry = { label: 'Show Mirror', act: 'show' };
  if (state === 'idle') return { icon: state, tip: 'Mirror', entries: [show, { label: 'Quit Mirror', act: 'quit' }] };
  return {
    icon: state,
    tip: words === '' ? 'Mirror is recording' : `${words} · Mirror`,
    entries: [
      { label: state === 'paused' ? 'Go on recording' : 'Pause', act: 'toggle-pause' },
      { label: 'Stop and save', act: 'stop' },
      show,
    ],
  };
}
