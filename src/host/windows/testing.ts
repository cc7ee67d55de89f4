// For tests: a screen of their own with a window manager, and windows on it that can be named, switched and typed into.
import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

const TOOLS = ['Xvfb', 'openbox', 'xprop', 'xdotool', 'xev'] as const;

/** Why tests with real windows are skipped, for people who read the test run; undefined when they run. */
export function whyNoScreen(): string | undefined {
  const missing = TOOLS.filter((tool) => spawnSync('which', [tool]).status !== 0);
  return missing.length === 0 ? undefined : `${missing.join(', ')} not found: install xvfb openbox x11-utils xdotool`;
}

export interface TestScreen {
  readonly env: NodeJS.ProcessEnv;
  /** Opens a window and answers its id when it is on the screen. */
  openWindow(title: string): Promise<string>;
  closeWindow(id: string): Promise<void>;
  /** Not synchronous: what it does must be seen when it happens, not when it is over. */
  xdotool(...args: readonly string[]): Promise<void>;
  /** Removes the window manager and all windows, as when a screen goes down. */
  close(): Promise<void>;
}

/** Closed when the test ends. */
export async function openTestScreen(): Promise<TestScreen> {
  const started: ChildProcess[] = [];
  const start = (command: string, args: readonly string[], options: { env?: NodeJS.ProcessEnv } = {}) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore', 'pipe'], ...options });
    started.push(child);
    return child;
  };
  const close = async (): Promise<void> => {
    for (const child of started.splice(0).toReversed()) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      const ended = once(child, 'close');
      // Not SIGKILL: a screen that cannot clear up leaves its number taken.
      child.kill('SIGTERM');
      await ended;
    }
  };
  onTestFinished(close);
  // -noreset: when its last client leaves, a screen starts anew and throws out whoever comes just then.
  const server = start('Xvfb', [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '1280x800x24',
    '-nolisten',
    'tcp',
    '-ac',
    '-noreset',
  ]);
  const display = await firstLine(server.stdio[3] as NodeJS.ReadableStream); // the pipe named in -displayfd
  const env = { ...process.env, DISPLAY: `:${display}`, XDG_SESSION_TYPE: 'x11', WAYLAND_DISPLAY: '' };
  start('openbox', [], { env });
  const run = (command: string, ...args: readonly string[]): string =>
    spawnSync(command, args, { env, encoding: 'utf8' }).stdout;
  await untilTrue(() => /window id # 0x/.test(run('xprop', '-root', '_NET_SUPPORTING_WM_CHECK')));
  const windows = new Map<string, ChildProcess>();
  return {
    env,
    openWindow: async (title) => {
      const child = start('xev', ['-name', title], { env });
      const line = await firstLine(child.stdout!, /Outer window is (0x[0-9a-f]+)/);
      const id = `0x${Number(line).toString(16)}`;
      await untilTrue(() => run('xprop', '-root', '_NET_CLIENT_LIST_STACKING').includes(id));
      windows.set(id, child);
      child.stdout!.resume();
      return id;
    },
    closeWindow: async (id) => {
      const child = windows.get(id)!;
      const ended = once(child, 'close');
      child.kill('SIGTERM');
      await ended;
    },
    xdotool: async (...args) => {
      await promisify(execFile)('xdotool', args, { env });
    },
    close,
  };
}

/** The line, or what the pattern catches in the first one it fits. */
async function firstLine(stream: NodeJS.ReadableStream, pattern = /^(\S+)/): Promise<string> {
  for await (const line of createInterface(stream)) {
    const found = pattern.exec(line)?.[1];
    if (found !== undefined) return found;
  }
  throw new Error('it ended before it said anything');
}

async function untilTrue(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
