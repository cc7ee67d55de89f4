// For tests: all that a workspace holds, and what of it stands in its files for anybody to read.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { openDatabase } from '../../../../db/open.ts';
import { tablesOf } from '../../../../db/tables-of.ts';
import { createWorkspaceFiles } from '../../files/create-files.ts';
import { readWhole } from '../../files/whole-file.ts';
import { findKey } from '../find-key.ts';
import { holdWorkspace } from '../hold-workspace.ts';
import { unwrapWithSecret } from '../slots.ts';
import { deriveKey } from '../workspace-key.ts';

export interface Held {
  readonly form: 'plain' | 'sealed';
  /** Rows by table. */
  readonly rows: Record<string, unknown[]>;
  /** SHA-256 of each file's content by its path. */
  readonly files: Record<string, string>;
}

/** Opens it as the next start would, so that what an earlier run left is put in order. */
export async function readHeld(folder: string, passphrase: string): Promise<Held> {
  const held = holdWorkspace(folder);
  const key = await findKey(held.path, (vault) => unwrapWithSecret(vault, passphrase));
  const db = openDatabase(join(folder, 'mirror.db'), { key: key && deriveKey(key, 'database'), lock: held });
  try {
    const select = (name: string) => db.sqlite.prepare(`SELECT * FROM "${name}"`).all();
    const rows = Object.fromEntries(tablesOf(db.sqlite).map((name) => [name, select(name)]));
    const files: Record<string, string> = {};
    const access = createWorkspaceFiles(held.path, key);
    for (const path of listFiles(folder)) {
      if (!/^(media|artifacts|live|exports|egress)/.test(path)) continue;
      const bytes = await readWhole(access, join(held.path, path));
      files[path] = createHash('sha256').update(bytes).digest('hex');
    }
    return { form: key === undefined ? 'plain' : 'sealed', rows, files };
  } finally {
    db.close();
  }
}

/** Paths inside the folder, with what hides behind a dot. */
export const listFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .toSorted();

/** Which words stand in which files, as UTF-8 or UTF-16, in either case. */
export function findWords(folder: string, words: readonly string[]): string[] {
  return listFiles(folder).flatMap((path) => {
    const file = join(folder, path);
    if (statSync(file).size === 0) return [];
    const bytes = readFileSync(file);
    const texts = [bytes.toString('latin1'), bytes.toString('utf16le'), bytes.subarray(1).toString('utf16le')];
    const searched = texts.map((text) => text.toLowerCase());
    return words.filter((word) => searched.some((text) => text.includes(word))).map((word) => `${path}: ${word}`);
  });
}
