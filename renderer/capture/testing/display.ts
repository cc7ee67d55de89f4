// For tests and benches: a real screen without a monitor (Xvfb), a window manager, and windows on it.
import { type ChildProcess, execFile, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const run = promisify(execFile);

const PROGRAMS = ['Xvfb', 'openbox', 'xdotool', 'xprop', 'espeak-ng', 'sox', 'ffmpeg'] as const;

/** What is missing of the programs that a test on a screen needs; undefined when all are there. */
export function whyNoDisplay(): string | undefined {
  const missing = PROGRAMS.filter((name) => spawnSync('sh', ['-c', `command -v ${name}`]).status !== 0);
  return missing.length === 0 ? undefined : `not installed: ${missing.join(', ')}`;
}

export interface Display {
  /** As in DISPLAY: ":99". */
  readonly name: string;
  /** The window whose title holds these words comes to the front, and has the keyboard when this returns. */
  activate(title: string): void;
  /** As large as the screen, and in front of all others. */
  maximise(title: string): void;
  /** The window is taken off the screen: to its page it is hidden. */
  minimise(title: string): void;
  /** Again and again in the window that has the keyboard, until something has happened. */
  pressUntil(key: string, happened: Promise<unknown>): Promise<void>;
  /** The title of the window that has the keyboard. */
  activeTitle(): string;
  close(): Promise<void>;
}

export interface DisplayOptions {
  readonly widthPx: number;
  readonly heightPx: number;
}

export async function openDisplay({ widthPx, heightPx }: DisplayOptions): Promise<Display> {
  const geometry = ['-screen', '0', `${widthPx}x${heightPx}x24`];
  // It chooses a free number itself, and says it on the fourth of these when it can be used.
  const server = spawn('Xvfb', ['-displayfd', '3', ...geometry, '-nolisten', 'tcp', '-ac', '-noreset'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const name = `:${await readLine(server.stdio[3] as Readable)}`; // 'pipe' above
  const env = { ...process.env, DISPLAY: name };
  const manager = spawn('openbox', [], { env, stdio: 'ignore' });
  const xdotool = (...args: string[]): string => execFileSync('xdotool', args, { env, encoding: 'utf8' }).trim();
  await whenManaged(env);
  return {
    name,
    activate: (title) => {
      const [window = ''] = xdotool('search', '--sync', '--onlyvisible', '--name', title).split('\n');
      xdotool('windowactivate', '--sync', window);
    },
    maximise: (title) => {
      const [window = ''] = xdotool('search', '--sync', '--onlyvisible', '--name', title).split('\n');
      xdotool('windowactivate', '--sync', window);
      xdotool('windowmove', window, '0', '0', 'windowsize', window, '100%', '100%');
    },
    minimise: (title) => {
      const [window = ''] = xdotool('search', '--sync', '--onlyvisible', '--name', title).split('\n');
      xdotool('windowminimize', '--sync', window);
    },
    pressUntil: async (key, happened) => {
      const done = new AbortController();
      const press = async (): Promise<void> => {
        // Beside this process: what the key does is awaited in it.
        while (!done.signal.aborted) await run('xdotool', ['key', key], { env });
      };
      const pressing = press();
      try {
        await happened;
      } finally {
        done.abort();
        await pressing;
      }
    },
    activeTitle: () => xdotool('getactivewindow', 'getwindowname'),
    close: async () => {
      await end(manager);
      await end(server);
    },
  };
}

/** The window manager tells that it is there by a property of the root window (EWMH). */
async function whenManaged(env: NodeJS.ProcessEnv): Promise<void> {
  const spy = spawn('xprop', ['-root', '-spy'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    for await (const line of createInterface(spy.stdout)) if (line.startsWith('_NET_SUPPORTING_WM_CHECK')) return;
    throw new Error('xprop ended before there was a window manager');
  } finally {
    await end(spy);
  }
}

/** The first line, which may come in several parts. */
export async function readLine(stream: Readable): Promise<string> {
  for await (const line of createInterface(stream)) return line;
  throw new Error('it ended before it said anything');
}

export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}
