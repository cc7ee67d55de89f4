// In: the folder of a workspace in which a move was decided or broken off. Out: the new form, or the old one, and no rest.
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { flushFolder, removeVault, VAULT_FILE } from './vault-file.ts';

/** The workspace in its new form while it is written: of no worth until it is whole. */
export const GROWING = '.resealing';
/** The same, whole. Its name is the decision: from here on the new form counts, whatever happens. */
const WHOLE = '.resealed';
/** What the new form has taken the place of. */
const REPLACED = '.replaced';
/** Made anew whenever they are needed, and plain. */
const PASSING = ['.incoming', '.sound', '.running.json'] as const;

/** Decides for the new form, in one rename that is on the disk when it returns. */
export function decide(folder: string): void {
  flushTree(join(folder, GROWING));
  renameSync(join(folder, GROWING), join(folder, WHOLE));
  flushFolder(folder);
}

/**
 * Ends what an earlier move left, however it ended: what was not decided is removed, what was is put in its place. Needs
 * no key, and does nothing where nothing was left. Call it only while holding the workspace's lock.
 */
export function settle(folder: string): void {
  for (const _ of settling(folder)) continue;
}

/** The same step by step: after each, another process may settle the rest. */
export function* settling(folder: string): Generator<string, void> {
  if (existsSync(join(folder, GROWING))) yield remove(folder, GROWING);
  if (existsSync(join(folder, WHOLE))) {
    yield* swap(folder);
    flushFolder(folder);
    yield remove(folder, WHOLE);
  }
  if (!existsSync(join(folder, REPLACED))) return;
  for (const name of PASSING) remove(folder, name);
  yield remove(folder, REPLACED);
}

/** The old goes aside before the new takes its place, so each thing is in the one place or the other. */
function* swap(folder: string): Generator<string, void> {
  const names = readdirSync(join(folder, WHOLE)).filter((name) => name !== PLAIN_MARK);
  mkdirSync(join(folder, REPLACED), { recursive: true, mode: 0o700 });
  for (const name of names) {
    if (existsSync(join(folder, name))) {
      renameSync(join(folder, name), freeName(join(folder, REPLACED), name));
      yield `${name} put aside`;
    }
    renameSync(join(folder, WHOLE, name), join(folder, name));
    yield `${name} put in place`;
  }
  if (existsSync(join(folder, WHOLE, PLAIN_MARK))) {
    removeVault(folder);
    yield `${VAULT_FILE} removed`;
  }
}

/** Lies in the new form where that is plain: then there is no vault any more. */
export const PLAIN_MARK = 'plain';

/** An opening that was killed may have made a folder anew whose old one was put aside. */
function freeName(folder: string, name: string): string {
  for (let n = 0; ; n += 1) {
    const path = join(folder, `${n}-${name}`);
    if (!existsSync(path)) return path;
  }
}

function remove(folder: string, name: string): string {
  rmSync(join(folder, name), { recursive: true, force: true });
  return `${name} removed`;
}

/** Files are flushed by who writes them; here their names. */
function flushTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) flushTree(join(folder, entry.name));
  flushFolder(folder);
}
