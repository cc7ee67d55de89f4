import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { endProcess, SampleError, type Tool } from './tools.ts';

export const WIDTH = 1280;
export const HEIGHT = 800;

interface Display extends AsyncDisposable {
  /** What programs get as DISPLAY, such as ":7". */
  readonly name: string;
}

/** Starts a screen of our own with a window manager on it; both say by themselves when they are ready. */
export async function openDisplay(tools: Readonly<Record<Tool, string>>): Promise<Display> {
  const screen = ['-screen', '0', `${WIDTH}x${HEIGHT}x24`, '-nolisten', 'tcp', '-displayfd', '3'];
  const server = spawn(tools.Xvfb, screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  // Safe: stdio[3] was asked for as a pipe.
  const name = `:${await firstLine(server.stdio[3] as Readable, 'Xvfb')}`;
  const env = { ...process.env, DISPLAY: name };
  const manager = spawn(tools.openbox, ['--startup', 'echo ready'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  await firstLine(manager.stdout, 'openbox');
  return {
    name,
    [Symbol.asyncDispose]: async () => {
      await endProcess(manager);
      await endProcess(server);
    },
  };
}

async function firstLine(stream: Readable, who: string): Promise<string> {
  const [data] = await Promise.race([
    once(stream, 'data'),
    once(stream, 'end').then(() => {
      throw new SampleError(`${who} did not start.`);
    }),
  ]);
  return String(data).trim();
}
