// In: the folder of migrations. Out: their SQL in order, and a way to apply them to an open database.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

export interface Migration {
  readonly tag: string;
  readonly statements: readonly string[];
  readonly sha256: string;
}

const Journal = z.object({ entries: z.array(z.object({ idx: z.int(), tag: z.string() })) });

/**
 * Reads drizzle-kit's journal and the SQL it names. A database's schema version is how many of them it went through.
 * @throws Error when the folder is not as drizzle-kit leaves it: the installation is broken.
 */
export function readMigrations(folder: string): Migration[] {
  const journal = Journal.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')));
  return journal.entries.map(({ tag }) => {
    const sql = readFileSync(join(folder, `${tag}.sql`), 'utf8');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    return { tag, statements: sql.split('--> statement-breakpoint'), sha256 };
  });
}

/**
 * Applies the migrations this database has not gone through, all or none, and leaves foreign keys off.
 * @throws Error when one fails or leaves rows whose parents are gone.
 */
export function applyMigrations(sqlite: BetterSqlite3.Database, migrations: readonly Migration[], nowMs: number): void {
  // A migration that builds a table anew drops the old one; with foreign keys on, that would delete all child rows.
  // SQLite ignores the switch inside a transaction, so it comes first.
  sqlite.pragma('foreign_keys = OFF');
  const done = readVersion(sqlite);
  sqlite
    .transaction(() => {
      for (const [at, migration] of migrations.entries()) {
        if (at >= done) applyMigration(sqlite, migration, { version: at + 1, nowMs });
      }
    })
    .exclusive();
  const orphans = sqlite.pragma('foreign_key_check');
  if (!Array.isArray(orphans) || orphans.length > 0) {
    throw new Error(`the migrations left rows without parents: ${JSON.stringify(orphans).slice(0, 300)}`);
  }
}

/** How many migrations the database went through. */
export function readVersion(sqlite: BetterSqlite3.Database): number {
  return z.int().parse(sqlite.pragma('user_version', { simple: true }));
}

function applyMigration(
  sqlite: BetterSqlite3.Database,
  { tag, statements, sha256 }: Migration,
  { version, nowMs }: { version: number; nowMs: number },
): void {
  try {
    for (const statement of statements) sqlite.exec(statement);
    sqlite.prepare('INSERT INTO schema_versions VALUES (?, ?, ?, ?)').run(version, tag, sha256, nowMs);
    sqlite.pragma(`user_version = ${version}`);
  } catch (cause) {
    throw new Error(`migration ${tag} failed`, { cause });
  }
}
