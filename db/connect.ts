// In: the path of a database and, of a sealed one, its key. Out: a connection to it. Only this file knows the cipher.
import { closeSync, openSync, readSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';

/** 32 random bytes, or bytes derived from such. */
export type DatabaseKey = Uint8Array;

export interface ConnectOptions extends Pick<BetterSqlite3.Options, 'readonly' | 'fileMustExist' | 'timeout'> {
  /** Undefined for a plain database. */
  readonly key?: DatabaseKey | undefined;
}

/** What the driver has beyond better-sqlite3. An empty key is none. */
type Keyed = BetterSqlite3.Database & { key(key: Buffer): void; rekey(key: Buffer): void };

/**
 * Opens a connection; nothing is read yet, so a wrong key shows with the first query (SQLITE_NOTADB).
 * @throws SqliteError when the file cannot be opened
 */
export function connect(file: string, { key, ...options }: ConnectOptions = {}): BetterSqlite3.Database {
  const sqlite = new BetterSqlite3(file, options);
  if (key === undefined) return sqlite;
  try {
    chooseCipher(sqlite);
    withRawKey(key, (raw) => asKeyed(sqlite).key(raw));
    // What SQLite puts into temporary files (sorting, undoing) is not sealed.
    sqlite.pragma('temp_store = MEMORY');
    return sqlite;
  } catch (cause) {
    sqlite.close();
    throw cause;
  }
}

/**
 * Writes all of a database that nobody else has open anew: under a key, or plain where there is none. Not to be
 * undone half-way: give it a copy. Closes nothing.
 */
export function rewriteUnder(sqlite: BetterSqlite3.Database, key: DatabaseKey | undefined): void {
  chooseCipher(sqlite);
  // The copy is thrown away when anything happens; a journal would be one more file with plain words in it.
  sqlite.pragma('journal_mode = OFF');
  sqlite.pragma('temp_store = MEMORY');
  if (key === undefined) asKeyed(sqlite).rekey(Buffer.alloc(0));
  else withRawKey(key, (raw) => asKeyed(sqlite).rekey(raw));
}

/** Whether the file is a database that only its key opens: a plain one says what it is (sqlite.org/fileformat.html). */
export function isSealed(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const first = Buffer.alloc(16);
    return readSync(handle, first) === first.length && first.toString('latin1') !== 'SQLite format 3\0';
  } finally {
    closeSync(handle);
  }
}

/**
 * AEGIS-256: authenticated, so that a changed page is told from a whole one, and the only cipher of this build that
 * costs little (DECISIONS.md has the figures).
 */
const chooseCipher = (sqlite: BetterSqlite3.Database): void => void sqlite.pragma("cipher = 'aegis'");

// The driver is better-sqlite3-multiple-ciphers under the name of better-sqlite3, whose types have no keys.
const asKeyed = (sqlite: BetterSqlite3.Database): Keyed => sqlite as Keyed;

/** The key goes in as it is, in the driver's form: nothing is derived from it again, which would cost 0.1 s. */
function withRawKey(key: DatabaseKey, use: (raw: Buffer) => void): void {
  const raw = Buffer.alloc(4 + 2 * key.length);
  raw.write('raw:', 0, 'latin1');
  for (const [at, byte] of key.entries()) raw.write(byte.toString(16).padStart(2, '0'), 4 + 2 * at, 'latin1');
  try {
    use(raw);
  } finally {
    raw.fill(0);
  }
}
