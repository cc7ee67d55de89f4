// Out: a real database in a folder of its own for one test, gone when the test is over.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { z } from 'zod';
import { MirrorError } from '../src/domain/errors.ts';
import type { MirrorDatabase } from './database.ts';
import { MIGRATIONS_FOLDER } from './migrations.ts';
import { type OpenOptions, openDatabase } from './open.ts';
import { tablesOf } from './tables-of.ts';

/** A new empty folder, removed after the running test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-db-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An open database, closed after the running test. Without `file`, a new one. */
export function openForTest(file = join(temporaryFolder(), 'mirror.db'), options: OpenOptions = {}): MirrorDatabase {
  const db = openDatabase(file, options);
  onTestFinished(() => db.close());
  return db;
}

/** A copy of the migrations with one more at the end; returns the folder. */
export function migrationsWith(tag: string, sql: string): string {
  const folder = join(temporaryFolder(), 'migrations');
  cpSync(MIGRATIONS_FOLDER, folder, { recursive: true });
  const journalPath = join(folder, 'meta', '_journal.json');
  const journal = z
    .object({ entries: z.array(z.looseObject({})) })
    .parse(JSON.parse(readFileSync(journalPath, 'utf8')));
  const entries = [...journal.entries, { idx: journal.entries.length, tag }];
  writeFileSync(journalPath, JSON.stringify({ ...journal, entries }));
  writeFileSync(join(folder, `${tag}.sql`), sql);
  return folder;
}

/** All rows of all tables, to compare a database before and after. */
export function readAllRows({ sqlite }: MirrorDatabase): Record<string, unknown[]> {
  return Object.fromEntries(tablesOf(sqlite).map((name) => [name, sqlite.prepare(`SELECT * FROM "${name}"`).all()]));
}

/** The code and message of the MirrorError that `run` throws; undefined when it throws none. */
export function errorOf(run: () => unknown): { code: string; message: string } | undefined {
  try {
    run();
    return undefined;
  } catch (cause) {
    if (!(cause instanceof MirrorError)) throw cause;
    return { code: cause.code, message: cause.message };
  }
}
