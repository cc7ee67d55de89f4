// In: Electron's program. Out: the desktop app from this checkout, until it is closed, with its exit code.
import { spawn } from 'node:child_process';
import { resolve as resolvePath } from 'node:path';
import { passSignals } from '../bootstrap/pass-signals.mjs';

export interface DesktopRun {
  readonly code: number;
  /** It ended so soon that nobody can have used it. */
  readonly endedAtOnce: boolean;
}

const AT_ONCE_MS = 10_000;

export function runDesktop(home: string, electron: string, workspace: string | undefined): Promise<DesktopRun> {
  // It would make a plain Node of Electron.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const startedMs = performance.now();
  return new Promise((resolve) => {
    const child = spawn(electron, [home], {
      cwd: process.cwd(),
      stdio: 'inherit',
      env: { ...env, ...(workspace !== undefined && { MIRROR_WORKSPACE: resolvePath(workspace) }) },
    });
    passSignals(child);
    const end = (code: number): void => resolve({ code, endedAtOnce: performance.now() - startedMs < AT_ONCE_MS });
    child.once('error', (error) => {
      console.error(`mirror: ${electron} does not start (${error.message})`);
      end(1);
    });
    child.once('exit', (code, signal) => end(signal ? 1 : (code ?? 1)));
  });
}
