// For tests: the terminal, in this process or in one of its own.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { vi } from 'vitest';
import { run } from './run.ts';

const MAIN = join(import.meta.dirname, 'main.ts');

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** As main.ts has it: a command may have set its own. */
const readExitCode = (): number => Number(process.exitCode ?? 0);

/** What `mirror ARGS` does, says and ends with, without the two seconds that a program takes to start. One at a time. */
export async function runMirror(args: readonly string[], workspace?: string): Promise<Ran> {
  const [stdout, stderr] = [catchOutput(process.stdout), catchOutput(process.stderr)];
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    const failed = await run(['node', 'mirror', ...withWorkspace(args, workspace)]);
    const code = failed === 0 ? readExitCode() : failed;
    return { code, stdout: stdout.text(), stderr: stderr.text() };
  } finally {
    process.exitCode = before;
    stdout.release();
    stderr.release();
  }
}

/** The program itself, as people run it: where another process, a pipe or a signal is what is tested. */
export function spawnMirror(args: readonly string[], workspace?: string): Promise<Ran> {
  return new Promise((done, failed) => {
    const all = ['--disable-warning=ExperimentalWarning', MAIN, ...withWorkspace(args, workspace)];
    const child = spawn(process.execPath, all);
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    child.on('error', failed);
    child.on('close', (code) => done({ code, ...output }));
  });
}

const withWorkspace = (args: readonly string[], workspace: string | undefined): readonly string[] =>
  workspace === undefined ? args : [...args, '--workspace', workspace];

function catchOutput(stream: NodeJS.WriteStream): { text(): string; release(): void } {
  const caught: string[] = [];
  const write = vi.spyOn(stream, 'write').mockImplementation((chunk) => caught.push(chunk.toString()) > 0);
  return { text: () => caught.join(''), release: () => write.mockRestore() };
}
