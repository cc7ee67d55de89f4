// SQLite: window functions over whole-number rows that already lie in the order they are asked in.
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { LogColumns } from '../../src/domain/log.ts';
import { measure, type Run } from './answers.ts';
import { CREATE_ROWS, joinAnswers, QUERIES, SQLITE_MEDIANS } from './queries.ts';

const FILE = 'rows.db';

/** Writes the log as rows. */
export function writeRows(folder: string, { caseOf, activityOf, resourceOf, endMs }: LogColumns): void {
  const sqlite = new BetterSqlite3(join(folder, FILE));
  sqlite.pragma('journal_mode = OFF');
  sqlite.exec(`${CREATE_ROWS}, PRIMARY KEY (case_id, ts, id)) WITHOUT ROWID`);
  const insert = sqlite.prepare('INSERT INTO rows VALUES (?, ?, ?, ?, ?)');
  sqlite.transaction(() => {
    for (let row = 0; row < caseOf.length; row += 1)
      insert.run(caseOf[row], endMs[row], row, activityOf[row], resourceOf[row]);
  })();
  sqlite.close();
}

export async function runSqlite(folder: string): Promise<Run> {
  const sqlite = new BetterSqlite3(join(folder, FILE), { readonly: true });
  sqlite.pragma('temp_store = MEMORY');
  try {
    return await measure(() => joinAnswers([...QUERIES, SQLITE_MEDIANS].map((query) => getRow(sqlite, query))));
  } finally {
    sqlite.close();
  }
}

// Safe: every query is an aggregate without GROUP BY at its end, which gives exactly one row.
const getRow = (sqlite: BetterSqlite3.Database, query: string): Record<string, unknown> =>
  sqlite.prepare(query).get() as Record<string, unknown>;
