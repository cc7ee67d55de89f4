// A process of its own: says that a key, a button or the wheel was used, one word a line, and never which key. The library
// ends its process where there is no screen to watch, hence the process. Ends when its parent closes its standard input,
// or the line that the desktop gave it.
import { createRequire } from 'node:module';
import { writeSync } from 'node:fs';
import { classifyKey, type PressedKey } from '../../capture/classify-key.ts';
import type { InputAct } from '../../capture/windows.ts';
import { findParentLine } from '../engines/parent-line.ts';

const NEVER_AGAIN = 3;
const isMac = process.platform === 'darwin';
/** Held down, a key is told again and again; it was pressed once. */
const held = new Set<number>();

const line = findParentLine();
if (line) line.onGone(() => process.exit(0));
else
  process.stdin
    .on('end', () => process.exit(0))
    .on('error', () => process.exit(0))
    .resume();
const hook = load();
hook.on('keydown', (key: PressedKey) => {
  if (held.has(key.keycode)) return;
  held.add(key.keycode);
  const act = classifyKey(key, { isMac });
  if (act) say(act);
});
hook.on('keyup', ({ keycode }: PressedKey) => held.delete(keycode));
hook.on('mousedown', () => say('click'));
hook.on('wheel', () => say('scroll'));
hook.start();
say('ready');

interface Hook {
  on(event: 'keydown' | 'keyup', listener: (key: PressedKey) => void): void;
  on(event: 'mousedown' | 'wheel', listener: () => void): void;
  start(): void;
}

/** Optional: where it was not installed, or has no build for this system, nothing is counted. */
function load(): Hook {
  try {
    // Safe: the shape of version 1.5.5, which is pinned.
    return (createRequire(import.meta.url)('uiohook-napi') as { uIOhook: Hook }).uIOhook;
  } catch (error) {
    console.error(error instanceof Error ? error.message.split('\n')[0] : String(error));
    process.exit(NEVER_AGAIN);
  }
}

/** On standard output it is synchronous: what was said is not lost when the library ends the process. */
function say(word: InputAct | 'ready'): void {
  if (line) line.send(word);
  else writeSync(1, `${word}\n`);
}
