// In: keys. Out: a file that only its owner can read, outside of every workspace: those are backed up, copied and shared.
import { randomUUID } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { takeWriterLock, type WriterLock } from '../../../db/lock.ts';
import { MirrorError } from '../../domain/errors.ts';
import { makeFolder } from '../make-folder.ts';
import type { Environment, KeySlots } from './key-store.ts';

const Keys = z.object({ keys: z.array(z.object({ id: z.string(), key: z.string() })) });
type Keys = z.infer<typeof Keys>;

/**
 * One file for all workspaces of a person, mode 0600 in a folder of mode 0700. A file that others can read is refused:
 * what is in it is no secret any more. Windows has no such modes; there the folder of the profile protects it, which
 * other people cannot open unless somebody has changed that or they administer the machine. It is not encrypted: the
 * desktop hands in the system's keystore instead.
 */
export function createFileSlots(file: string): KeySlots {
  return {
    read: (id) => readKeys(file).keys.find((entry) => entry.id === id)?.key,
    write: (id, key) => change(file, (keys) => [...keys.filter((entry) => entry.id !== id), { id, key }]),
    forget: (id) => {
      if (readKeys(file).keys.some((entry) => entry.id === id))
        change(file, (keys) => keys.filter((entry) => entry.id !== id));
    },
  };
}

/** Where this system keeps a person's settings. */
export function defaultKeysFile(env: Environment = process.env, platform = process.platform, home = homedir()): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Mirror', 'keys.json');
  if (platform === 'win32') return join(env['APPDATA'] || join(home, 'AppData', 'Roaming'), 'Mirror', 'keys.json');
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), 'mirror', 'keys.json');
}

/** @throws keys/readable, keys/damaged; never with what stands in it, which the parser's own complaint would quote */
function readKeys(file: string): Keys {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) return { keys: [] };
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new MirrorError('keys/readable', { data: { file } });
  const keys = Keys.safeParse(parseJson(readFileSync(file, 'utf8'))).data;
  if (keys === undefined) throw new MirrorError('keys/damaged', { data: { file } });
  return keys;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Its message would quote what it could not read.
    return undefined;
  }
}

/** How long to wait for another process that changes a key at this moment. */
const WAIT_MS = 5000;

/** Whole or not at all, and one after the other: two windows must not lose each other's keys. */
function change(file: string, to: (keys: Keys['keys']) => Keys['keys']): void {
  makeFolder(dirname(file), 0o700);
  const lock = takeLock(file);
  const next = `${file}.${randomUUID()}`;
  try {
    const keys = to(readKeys(file).keys);
    writeFileSync(next, `${JSON.stringify({ keys }, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(next, file);
  } finally {
    rmSync(next, { force: true });
    lock.release();
  }
}

function takeLock(file: string): WriterLock {
  try {
    return takeWriterLock(file, { waitMs: WAIT_MS });
  } catch (cause) {
    const detail = 'another program is changing it, or nothing can be written there';
    throw new MirrorError('disk/no-access', { data: { file, detail }, cause });
  }
}
