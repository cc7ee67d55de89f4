import { expect, test } from 'vitest';
import { classifyKey, type PressedKey } from './classify-key.ts';

const press = (keycode: number, ...held: ('ctrl' | 'meta' | 'shift' | 'alt')[]): PressedKey => ({
  keycode,
  ctrlKey: held.includes('ctrl'),
  metaKey: held.includes('meta'),
  shiftKey: held.includes('shift'),
  altKey: held.includes('alt'),
});
const [A, C, V, S, SHIFT, INSERT] = [0x1e, 0x2e, 0x2f, 0x1f, 0x2a, 0x0e52] as const;

test.each([
  [press(A), 'key', 'key'],
  [press(C), 'key', 'key'],
  [press(C, 'ctrl'), 'copy', 'key'],
  [press(C, 'meta'), 'key', 'copy'],
  [press(C, 'ctrl', 'shift'), 'copy', 'key'],
  [press(V, 'ctrl'), 'paste', 'key'],
  [press(V, 'meta'), 'key', 'paste'],
  // AltGr, which some keyboards send as Ctrl and Alt.
  [press(V, 'ctrl', 'alt'), 'key', 'key'],
  [press(S, 'ctrl'), 'save', 'key'],
  [press(INSERT, 'shift'), 'paste', 'key'],
  [press(INSERT, 'ctrl'), 'copy', 'key'],
  [press(SHIFT, 'shift'), undefined, undefined],
])('%j is %s, and %s on a Mac', (key, elsewhere, onMac) => {
  expect([classifyKey(key, { isMac: false }), classifyKey(key, { isMac: true })]).toEqual([elsewhere, onMac]);
});
