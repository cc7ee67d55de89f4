// In: a key that was pressed. Out: what of it may be known: that it was one, or a copy, a paste, a save; never which.
import type { InputAct } from './windows.ts';

/** As libuiohook tells it. Codes name places on the keyboard, not characters. */
export interface PressedKey {
  readonly keycode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** Virtual key codes of libuiohook 1.2 (uiohook.h). */
const INSERT = 0x0e52;
const DELETE = 0x0e53;
const COPIES: ReadonlySet<number> = new Set([0x2e, 0x2d, INSERT]); // C, X
const PASTE = 0x2f; // V
const SAVE = 0x1f; // S
/** Shift, Ctrl, Alt and Meta on both sides, CapsLock: they do nothing by themselves. */
const MODIFIERS: ReadonlySet<number> = new Set([0x2a, 0x36, 0x1d, 0x0e1d, 0x38, 0x0e38, 0x0e5b, 0x0e5c, 0x3a]);

/** Undefined for a modifier alone. `isMac`: shortcuts are with the command key. */
export function classifyKey(key: PressedKey, { isMac }: { readonly isMac: boolean }): InputAct | undefined {
  const { keycode, shiftKey } = key;
  if (MODIFIERS.has(keycode)) return undefined;
  const isShortcut = isMac ? key.metaKey && !key.ctrlKey : key.ctrlKey && !key.metaKey;
  if (isShortcut && !key.altKey) {
    if (COPIES.has(keycode)) return 'copy';
    if (keycode === PASTE) return 'paste';
    if (keycode === SAVE) return 'save';
  }
  const isPlainShift = shiftKey && !key.ctrlKey && !key.metaKey && !key.altKey;
  if (!isMac && isPlainShift && keycode === INSERT) return 'paste';
  if (!isMac && isPlainShift && keycode === DELETE) return 'copy';
  return 'key';
}
