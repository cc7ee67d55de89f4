import { spawn, type ChildProcess } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const PACKAGES = {
  chromium: 'chromium',
  ffmpeg: 'ffmpeg',
  'espeak-ng': 'espeak-ng',
  Xvfb: 'xvfb',
  openbox: 'openbox',
  xdotool: 'xdotool',
} as const;

export type Tool = keyof typeof PACKAGES;

/** What stops the making of samples and is no bug: shown as one line, without a stack. */
export class SampleError extends Error {}

/** Where a tool is installed. Throws a SampleError that names every missing tool's Debian package. */
export function findTools(): Readonly<Record<Tool, string>> {
  const found = new Map<string, string | undefined>(Object.keys(PACKAGES).map((tool) => [tool, findOnPath(tool)]));
  const missing = Object.entries(PACKAGES).filter(([tool]) => !found.get(tool));
  if (missing.length > 0) {
    const tools = missing.map(([tool]) => tool).join(', ');
    const packages = missing.map(([, name]) => name).join(' ');
    throw new SampleError(`Recordings need ${tools}; on Debian: apt-get install ${packages}`);
  }
  // Safe: every tool of PACKAGES has just been found.
  return Object.fromEntries(found) as Record<Tool, string>;
}

/** Runs a program to its end. Throws a SampleError with its last words if it fails. */
export async function runTool(path: string, args: readonly string[], { display = '' } = {}): Promise<void> {
  const env = { ...process.env, DISPLAY: display };
  const child = spawn(path, args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const complaints: string[] = [];
  child.stderr.on('data', (data: Buffer) => complaints.push(data.toString()));
  const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code === 0) return;
  throw new SampleError(`${path} failed (${code}): ${complaints.join('').trim().split('\n').at(-1)}`);
}

/** Ends one process that we started, and waits until it is gone. */
export async function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

function findOnPath(tool: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, tool))
    .find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
