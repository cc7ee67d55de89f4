// In: the system this runs on. Out: how its windows are watched, or why they cannot be and what would help.
import { execFile } from 'node:child_process';
import type { WindowWatch } from '../../domain/capture.ts';
import type { StartProcess } from '../engines/start-process.ts';
import { watchInput } from './watch-input.ts';
import { macHelper, watchPolled, windowsHelper } from './watch-polled.ts';
import { type DesktopListener, type DesktopWatch, watchX11 } from './watch-x11.ts';
import { noWindows, type WindowListener, type WindowSource } from './window-source.ts';

const WAYLAND =
  'Wayland does not let programs see other windows: log in with an Xorg session to have them watched; all else is recorded';
const NO_DISPLAY = 'There is no screen here (DISPLAY is not set), so no windows are watched; all else is recorded';
const NO_XPROP = 'Windows are not watched: install x11-utils (it has xprop); all else is recorded';
const NO_MANAGER = 'Windows are not watched: the window manager does not say which windows there are';
const HIDDEN_TITLES =
  'macOS hides the titles of windows: allow Mirror under Privacy & Security, Screen Recording, and start it again';

export interface System {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  /** Of the desktop, which runs no scripts as Node does. */
  readonly startProcess?: StartProcess | undefined;
}

/** Starts nothing. */
export function findWindowSource(system: System): WindowSource {
  const { platform, env } = system;
  if (platform === 'darwin') return polled(system, () => macHelper());
  if (platform === 'win32') return polled(system, () => windowsHelper(env));
  if (env['XDG_SESSION_TYPE'] === 'wayland' || env['WAYLAND_DISPLAY']) return noWindows(WAYLAND);
  if (!env['DISPLAY']) return noWindows(NO_DISPLAY);
  return {
    check: () => checkX11(env),
    watch: (listener) => join(system, listener, (desktop) => watchX11(env, desktop)),
  };
}

const polled = (system: System, command: () => Parameters<typeof watchPolled>[0]): WindowSource => ({
  check: async () => ({ state: 'off', words: '' }),
  watch: (listener) => join(system, listener, (desktop, onTitles) => watchPolled(command(), { ...desktop, onTitles })),
});

/** Asks the display once: xprop may be missing, the display gone, the window manager too simple. */
async function checkX11(env: NodeJS.ProcessEnv): Promise<WindowWatch> {
  const unavailable = (words: string): WindowWatch => ({ state: 'unavailable', words });
  return new Promise((resolve) => {
    const args = ['-root', '_NET_SUPPORTING_WM_CHECK'];
    execFile('xprop', args, { env, timeout: 5_000 }, (error, stdout, stderr) => {
      if (error && error.code === 'ENOENT') return resolve(unavailable(NO_XPROP));
      if (error) {
        const detail = stderr.trim().split('\n').at(-1) || error.message;
        return resolve(
          unavailable(`Windows are not watched: the display ${env['DISPLAY']} does not answer (${detail})`),
        );
      }
      resolve(/window id # 0x/.test(stdout) ? { state: 'off', words: '' } : unavailable(NO_MANAGER));
    });
  });
}

type Start = (desktop: DesktopListener, onTitles: (areHidden: boolean) => void) => DesktopWatch;

/** Windows and input, each by helpers of its own, told of as one. */
function join(system: System, listener: WindowListener, start: Start): DesktopWatch {
  let windows: WindowWatch['state'] = 'starting';
  let problem: string | undefined;
  let input: { readonly problem: string | undefined } | undefined;
  let hidesTitles = false;
  let lastTold = '';

  const tell = (): void => {
    const words: string[] = [];
    if (windows === 'lost') words.push(`Windows are not seen for the moment (${problem}); they are tried again`);
    if (windows === 'watching' && hidesTitles) words.push(HIDDEN_TITLES);
    if (windows === 'watching' && input?.problem !== undefined)
      words.push(`Clicks and keys are not counted (${input.problem})`);
    const state = windows === 'watching' && input === undefined ? 'starting' : windows;
    const watch: WindowWatch = { state, words: words.join('. ') };
    const countsInput = input !== undefined && input.problem === undefined;
    const told = JSON.stringify([watch, countsInput]);
    if (told === lastTold) return;
    lastTold = told;
    listener.onWatch(watch, { input: countsInput });
  };
  tell();
  const running = [
    start(
      {
        onStir: (atMs) => listener.onStir(atMs),
        onWindows: (seen, atMs) => listener.onWindows(seen, atMs),
        onState: (trouble) => {
          windows = trouble === undefined ? 'watching' : 'lost';
          problem = trouble;
          tell();
        },
      },
      (areHidden) => {
        hidesTitles = areHidden;
      },
    ),
    watchInput(system, {
      onInput: (act, atMs) => listener.onInput(act, atMs),
      onState: (trouble) => {
        input = { problem: trouble };
        tell();
      },
    }),
  ];
  return {
    stop: async () => {
      await Promise.all(running.map((each) => each.stop()));
    },
  };
}
