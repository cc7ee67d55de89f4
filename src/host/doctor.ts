// In: this machine. Out: what Mirror needs of it, each as ok, missing or a problem, with the exact fix.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { listNamedFiles } from '../../db/check.ts';
import type { Check } from '../domain/views.ts';
import { checkModels } from './models/check-models.ts';
import { VAULT_FILE } from './vault/vault-file.ts';
import { findWindowSource } from './windows/find-window-source.ts';

const GIB = 1024 ** 3;
const LOW_SPACE_BYTES = 2 * GIB;

interface Looking {
  /** What is wrong with a database file; undefined when nothing is. Reads all of it: off the event loop where there is one. */
  findDamage(file: string, key?: Uint8Array): string | undefined | Promise<string | undefined>;
  /** Of a sealed workspace's database; where it is not at hand, nobody can look into that. */
  readonly key?: Uint8Array | undefined;
}

/** Each check by itself: one that fails says so and stops no other. The folders need not be there. */
export async function runDoctor(workspace: string, models: string, looking: Looking): Promise<Check[]> {
  const folder = nearestFolder(workspace);
  const checks = await Promise.all([
    checkNode(),
    checkSqlite(),
    checkWorkspace(workspace, looking),
    checkFiles(workspace, looking),
    checkSpace(folder),
    checkFfmpeg(),
    checkWindows(),
  ]);
  return [...checks, ...checkModels(models)];
}

function nearestFolder(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestFolder(dirname(path));
}

async function checkWorkspace(workspace: string, { findDamage, key }: Looking): Promise<Check> {
  const file = join(workspace, 'mirror.db');
  const name = 'Workspace';
  if (!existsSync(file)) return { name, state: 'missing', detail: `${workspace}: nothing is kept here yet`, fix: null };
  if (key === undefined && hasVault(workspace)) return { name, ...NOT_LOOKED_INTO };
  const damage = await findDamage(file, key);
  if (damage === undefined)
    return { name, state: 'ok', detail: `${file}: every page and row holds together`, fix: null };
  return {
    name,
    state: 'problem',
    detail: `${file} is damaged (${damage.replaceAll(/\s+/g, ' ')})`,
    fix: 'Put a backup in its place with: mirror restore FILE',
  };
}

const hasVault = (workspace: string): boolean => existsSync(join(workspace, VAULT_FILE));

const NOT_LOOKED_INTO = {
  state: 'ok',
  detail: 'sealed; not looked into without its key',
  fix: 'To have it checked, set MIRROR_PASSPHRASE, or look in the app once it is unlocked.',
} as const;

/** A backup has no media and no documents in it: what was not copied beside it is told here. */
async function checkFiles(workspace: string, { key }: Looking): Promise<Check> {
  const name = 'Files';
  try {
    const file = join(workspace, 'mirror.db');
    if (key === undefined && hasVault(workspace)) return { name, ...NOT_LOOKED_INTO };
    const named = existsSync(file) ? listNamedFiles(file, key) : [];
    const missing = named.filter((path) => !existsSync(join(workspace, path)));
    if (missing.length === 0)
      return {
        name,
        state: 'ok',
        detail: `all ${named.length} files of recordings, documents and logs are there`,
        fix: null,
      };
    return {
      name,
      state: 'problem',
      detail: `${missing.length} of ${named.length} are missing, such as ${missing[0]}`,
      fix: 'Copy the folders media and artifacts of the workspace they come from; words and numbers are there without them.',
    };
  } catch (error) {
    // A damaged database is what the check above is for.
    return {
      name,
      state: 'problem',
      detail: `cannot be told (${error instanceof Error ? error.message : String(error)})`,
      fix: null,
    };
  }
}

async function checkNode(): Promise<Check> {
  const isNew = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    name: 'Node',
    state: isNew ? 'ok' : 'problem',
    detail: `${process.version}, ${process.platform}-${process.arch}`,
    fix: isNew ? null : 'Install Node 24 or newer.',
  };
}

async function checkSqlite(): Promise<Check> {
  try {
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(':memory:');
    const version = database.prepare('select sqlite_version()').pluck().get();
    database.close();
    return { name: 'Database', state: 'ok', detail: `SQLite ${String(version)}`, fix: null };
  } catch (error) {
    return {
      name: 'Database',
      state: 'problem',
      detail: `SQLite does not load (${error instanceof Error ? error.message : String(error)})`,
      fix: 'Remove node_modules and run npm start.',
    };
  }
}

async function checkSpace(workspace: string): Promise<Check> {
  const { bavail, bsize } = await statfs(workspace);
  const freeBytes = bavail * bsize;
  const isLow = freeBytes < LOW_SPACE_BYTES;
  return {
    name: 'Disk',
    state: isLow ? 'problem' : 'ok',
    detail: `${(freeBytes / GIB).toFixed(1)} GiB free for ${workspace}`,
    fix: isLow ? 'Free some space, or move the workspace with --workspace.' : null,
  };
}

/** Whether the windows of this machine can be watched while something is recorded. */
async function checkWindows(): Promise<Check> {
  const { state, words } = await findWindowSource(process).check();
  const isOk = state !== 'unavailable';
  return {
    name: 'Window watch',
    state: isOk ? 'ok' : 'missing',
    detail: isOk ? 'switches of window are recorded, and what must not be recorded is noticed' : words,
    fix: isOk ? null : 'Optional: without it recordings have no switches of window, and nothing is left out by itself.',
  };
}

async function checkFfmpeg(): Promise<Check> {
  const command = process.env['MIRROR_FFMPEG'] || 'ffmpeg';
  try {
    const { stdout } = await promisify(execFile)(command, ['-version'], { timeout: 10_000 });
    return { name: 'ffmpeg', state: 'ok', detail: stdout.split('\n')[0]?.split(' Copyright')[0] ?? command, fix: null };
  } catch {
    return {
      name: 'ffmpeg',
      state: 'missing',
      detail:
        'not found; Mirror works without it, with the recordings it reads itself (webm, mp4, mkv, mov, wav, mp3, m4a)',
      fix: 'Optional: install ffmpeg, or set MIRROR_FFMPEG to it.',
    };
  }
}
