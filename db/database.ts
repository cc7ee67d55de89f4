// In: an open SQLite connection and the writer's lock. Out: the one handle through which Mirror writes.
import type BetterSqlite3 from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { DatabaseKey } from './connect.ts';
import type { WriterLock } from './lock.ts';

/** Only `openDatabase` makes one; its private lock keeps any other object from passing for it. */
export class MirrorDatabase {
  readonly file: string;
  readonly sqlite: BetterSqlite3.Database;
  /** What it is sealed under, for whoever reads beside it; undefined where it is plain. */
  readonly key: DatabaseKey | undefined;
  readonly orm: BetterSQLite3Database;
  readonly #lock: WriterLock;

  constructor(file: string, sqlite: BetterSqlite3.Database, held: { lock: WriterLock; key?: DatabaseKey | undefined }) {
    this.file = file;
    this.sqlite = sqlite;
    this.orm = drizzle({ client: sqlite });
    this.key = held.key;
    this.#lock = held.lock;
  }

  /** Runs `write` in one transaction: all of it is stored, or nothing. A power cut may undo it, but not tear it. */
  write<T>(write: () => T): T {
    return this.sqlite.transaction(write).immediate();
  }

  /**
   * Like `write`, and on the disk when it returns: for what nobody could make again, such as evidence. It costs one
   * flush of the disk, and takes earlier writes to the disk with it.
   */
  writeDurably<T>(write: () => T): T {
    if (this.sqlite.inTransaction) return this.write(write);
    this.sqlite.pragma('synchronous = FULL');
    try {
      return this.write(write);
    } finally {
      this.sqlite.pragma('synchronous = NORMAL');
    }
  }

  /** Closes the connection and lets the next writer in. Closing twice does nothing. */
  close(): void {
    try {
      this.sqlite.close();
    } finally {
      this.#lock.release();
    }
  }
}
