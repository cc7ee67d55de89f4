// Where a running Mirror leaves its address, so that starting it a second time opens the first.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Workspace } from '../host/workspace.ts';

const Running = z.object({ url: z.string(), pid: z.int() });

const fileOf = (folder: string): string => `${folder}/.running.json`;

/** Readable by this user only: the address holds the token. */
export function writeRunning(workspace: Workspace, url: string): void {
  rmSync(fileOf(workspace.path), { force: true });
  writeFileSync(fileOf(workspace.path), JSON.stringify({ url, pid: process.pid }), { mode: 0o600 });
}

export function clearRunning(workspace: Workspace): void {
  rmSync(fileOf(workspace.path), { force: true });
}

/** The address of the Mirror that has this workspace open in a browser; undefined when none says so. */
export function findRunning(folder: string): string | undefined {
  try {
    const { url, pid } = Running.parse(JSON.parse(readFileSync(fileOf(folder), 'utf8')));
    process.kill(pid, 0);
    return url;
  } catch {
    // No file, a damaged one, or a process long gone: each means that no address is known.
    return undefined;
  }
}
