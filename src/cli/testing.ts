// For tests: the terminal as people run it, in a process of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const MAIN = join(import.meta.dirname, 'main.ts');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `mirror ARGS`; with a workspace, in that one. */
export function runMirror(args: readonly string[], workspace?: string): Promise<Ran> {
  const all = workspace === undefined ? args : [...args, '--workspace', workspace];
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...all]);
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => done({ code, ...output }));
  });
}
