// A workspace is a folder: mirror.db, media/, artifacts/, exports/, live/. This is the only file that knows its layout.
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { MirrorError } from '../domain/errors.ts';
import { createWorkspaceFiles } from './files/create-files.ts';
import type { WorkspaceFiles } from './files/workspace-files.ts';
import { makeFolder } from './make-folder.ts';
import type { WorkspaceKey } from './vault/workspace-key.ts';

const FOLDERS = ['media', 'artifacts', 'exports', 'live'] as const;

export interface Workspace {
  readonly path: string;
  readonly database: string;
  /** Where files are written before they are whole; emptied at each opening. */
  readonly incoming: string;
  /** Recordings being made, each in a folder of its own until it is whole. */
  readonly live: string;
  /** A file by its path inside the workspace. */
  file(relativePath: string): string;
  /** The way in and out of the files, this workspace's and others. */
  readonly files: WorkspaceFiles;
}

/** Where Mirror keeps its work when nobody says otherwise: MIRROR_WORKSPACE, or the folder Mirror in the home folder. */
export function defaultWorkspace(env: NodeJS.ProcessEnv = process.env): string {
  return env['MIRROR_WORKSPACE'] || join(homedir(), 'Mirror');
}

/**
 * Makes the folder where it is not there, readable by its owner alone: it holds what people said. Returns its path.
 * @param key where it is sealed
 * @throws workspace/not-empty when the folder holds other things, disk/no-access when it cannot be made
 */
export function prepareFolder(folder: string): string {
  const path = resolve(folder);
  try {
    makeFolder(path, 0o700);
  } catch (cause) {
    throw new MirrorError('disk/no-access', { data: { file: path, detail: 'the folder cannot be made' }, cause });
  }
  if (readdirSync(path).some((name) => !isOurs(name)) && !existsSync(join(path, 'mirror.db')))
    throw new MirrorError('workspace/not-empty', { data: { path } });
  return path;
}

/** Opens or makes the workspace. @throws workspace/not-empty, disk/no-access */
export function openWorkspace(folder: string, key?: WorkspaceKey): Workspace {
  const path = prepareFolder(folder);
  for (const name of FOLDERS) mkdirSync(join(path, name), { recursive: true });
  return {
    path,
    database: join(path, 'mirror.db'),
    incoming: join(path, '.incoming'),
    live: join(path, 'live'),
    file: (relativePath) => join(path, relativePath),
    files: createWorkspaceFiles(path, key),
  };
}

/** A run that was killed early leaves a lock or an unfinished database, and that folder is a workspace all the same. */
const isOurs = (name: string): boolean =>
  name.startsWith('.') ||
  name.startsWith('mirror.db') ||
  name === 'vault.json' ||
  FOLDERS.some((folder) => folder === name);

/** Removes what an interrupted run left half-written. Call it only while holding the workspace's lock. */
export function clearIncoming(workspace: Workspace): void {
  rmSync(workspace.incoming, { recursive: true, force: true });
  mkdirSync(workspace.incoming, { recursive: true });
}

/** For those who only read: a mistyped folder must not become a new, empty workspace. @throws workspace/missing */
export function requireWorkspace(folder: string): void {
  const names = ['mirror.db', 'vault.json', '.resealed'];
  if (!names.some((name) => existsSync(join(resolve(folder), name)))) {
    throw new MirrorError('workspace/missing', { data: { path: resolve(folder) } });
  }
}
