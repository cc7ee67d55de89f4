// In: what the system lets Mirror do. Out: the same in plain words, with what to press.
import type { SystemPermission } from '../../src/domain/desktop.ts';

const TITLES: Readonly<Record<SystemPermission['kind'], string>> = {
  screen: 'Record the screen',
  microphone: 'Use the microphone',
  input: 'Count clicks and keys',
};

const PANES: Readonly<Record<SystemPermission['kind'], string>> = {
  screen: 'Screen & System Audio Recording',
  microphone: 'Microphone',
  input: 'Accessibility',
};

export function sayPermission({ kind, state }: SystemPermission): { readonly title: string; readonly words: string } {
  const pane = `Privacy & Security, ${PANES[kind]}`;
  const words = {
    granted: 'Allowed.',
    reopen: 'Allowed, and it counts once Mirror was quit and opened again.',
    // Where the screen was allowed just now, macOS still says no to this very program until it is opened again.
    denied: `Switch Mirror on under ${pane}. If it is on already, switch it off and on, then quit and reopen Mirror.`,
    'not-asked': kind === 'input' ? 'Mirror counts that a key was pressed, never which.' : 'Your Mac will ask you.',
    restricted: `Whoever manages this Mac does not allow it. Ask them for ${pane}.`,
  }[state];
  return { title: TITLES[kind], words };
}
