// Where a running Mirror leaves its address, so that the terminal and a second start find the first.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const Running = z.object({ origin: z.string(), pid: z.int() });

const fileOf = (folder: string): string => join(folder, '.running.json');

/** Call it only while holding the workspace's lock, as `clearRunning`: then what stands there is the holder's own. */
export function writeRunning(folder: string, origin: string): void {
  clearRunning(folder);
  writeFileSync(fileOf(folder), JSON.stringify({ origin, pid: process.pid }), { mode: 0o600 });
}

/** One that was killed leaves its address behind, and somebody else may have got its port. */
export function clearRunning(folder: string): void {
  rmSync(fileOf(folder), { force: true });
}

/** The address of the Mirror that has this workspace open in a browser; undefined when none says so. */
export function findRunning(folder: string): string | undefined {
  try {
    const { origin, pid } = Running.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')));
    process.kill(pid, 0);
    return origin;
  } catch {
    // No file, a damaged one, or a process long gone: each means that no address is known.
    return undefined;
  }
}
