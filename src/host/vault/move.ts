// In: a workspace nobody has open, plain or sealed. Out: the same workspace in the other form.
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';
import type { Progress } from '../../domain/progress.ts';
import { convertFiles, sizeOfFiles } from '../files/convert-files.ts';
import type { OffThread } from '../off-thread/pool.ts';
import { decide, GROWING, PLAIN_MARK, settle, settling } from './swap.ts';
import { writeVault, type Vault } from './vault-file.ts';
import { deriveKey, type WorkspaceKey } from './workspace-key.ts';

export interface Move {
  /** Undefined where the workspace is plain. */
  readonly fromKey: WorkspaceKey | undefined;
  /** Undefined where it is to become plain. */
  readonly into: { readonly key: WorkspaceKey; readonly vault: Vault } | undefined;
}

export interface MoveOptions {
  readonly offThread: OffThread;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the whole workspace anew beside what is there, checks it, and puts it in its place. Killed or cancelled before
 * that is decided, the old form stands; after it, the next opening ends what is left (swap.ts). Needs the workspace's
 * lock, no key but those given, and as much room as the workspace takes. What was there is removed, not overwritten: a
 * disk may keep old blocks for a while.
 * @throws vault/no-room, vault/kept-damaged, workspace/damaged
 */
export async function* moveWorkspace(folder: string, move: Move, options: MoveOptions): AsyncGenerator<Progress, void> {
  settle(folder);
  await requireRoom(folder);
  try {
    mkdirSync(join(folder, GROWING), { mode: 0o700 });
    yield* copyDatabases(folder, move, options);
    const keys = { fromKey: move.fromKey, toKey: move.into?.key };
    yield* convertFiles({ from: folder, to: join(folder, GROWING), ...keys }, options.signal);
    if (move.into === undefined) writeFileSync(join(folder, GROWING, PLAIN_MARK), '', { flush: true });
    else writeVault(join(folder, GROWING), move.into.vault);
    options.signal?.throwIfAborted();
    decide(folder);
    let done = 0;
    for (const _ of settling(folder)) yield { stage: 'putting in place', done: ++done, total: null, unit: 'steps' };
  } finally {
    // Whoever stops asking in the middle leaves the old form, or the new one where that was decided.
    settle(folder);
  }
}

async function* copyDatabases(
  folder: string,
  { fromKey, into }: Move,
  { offThread, signal }: MoveOptions,
): AsyncGenerator<Progress, void> {
  const names = listDatabases(folder);
  const keys = {
    from: fromKey && deriveKey(fromKey, 'database'),
    into: into && deriveKey(into.key, 'database'),
  };
  for (const [done, name] of names.entries()) {
    yield { stage: 'writing the database', done, total: names.length, unit: 'files' };
    try {
      await offThread.run('copyInForm', [join(folder, name), join(folder, GROWING, name), keys], signal);
    } catch (cause) {
      if (name === DATABASE || signal?.aborted) throw cause;
      throw new MirrorError('vault/kept-damaged', { data: { file: join(folder, name) }, cause });
    }
  }
  yield { stage: 'writing the database', done: names.length, total: names.length, unit: 'files' };
}

const DATABASE = 'mirror.db';

/** The database and what is kept of it from before an upgrade or a restore. */
const listDatabases = (folder: string): string[] =>
  readdirSync(folder).filter((name) => name === DATABASE || /^mirror\.db\.before-(\d+|restore)$/.test(name));

async function requireRoom(folder: string): Promise<void> {
  const databases = listDatabases(folder).map((name) => statSync(join(folder, name)).size);
  const log = join(folder, `${DATABASE}-wal`);
  const logBytes = existsSync(log) ? statSync(log).size : 0;
  const needed = [await sizeOfFiles(folder), logBytes, ...databases].reduce((sum, bytes) => sum + bytes, 0);
  const { bavail, bsize } = await statfs(folder);
  const missing = needed * 1.05 + SPARE_BYTES - bavail * bsize;
  if (missing > 0) throw new MirrorError('vault/no-room', { data: { missing: `${Math.ceil(missing / 1e6)} MB` } });
}

/** For SQLite's own files and what the rest of the machine writes meanwhile. */
const SPARE_BYTES = 64e6;
