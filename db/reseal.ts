// In: the database of a workspace nobody has open. Out: a whole copy of it in another form, plain or under a key.
import { existsSync } from 'node:fs';
import { connect, type DatabaseKey, rewriteUnder } from './connect.ts';
import { copyFile, keepPrivate, removeDatabaseFiles } from './files.ts';
import { damaged } from './inspect.ts';
import { foldLogIntoFile } from './upgrade.ts';

/**
 * Copies `file` to `to`, plain or sealed, and checks the copy page by page. `file` stays as it is, but for its
 * write-ahead log, which is folded into it. Takes as long as reading and writing all of it: run it off the event loop.
 * @throws workspace/damaged when the copy does not hold together, workspace/locked when somebody else reads it
 */
export function copyInForm(
  file: string,
  to: string,
  { from, into }: { readonly from: DatabaseKey | undefined; readonly into: DatabaseKey | undefined },
): void {
  if (existsSync(`${file}-wal`)) foldLogIntoFile(file, connect(file, { fileMustExist: true, key: from }));
  removeDatabaseFiles(to);
  copyFile(file, to);
  keepPrivate(to);
  const sqlite = connect(to, { fileMustExist: true, key: from });
  try {
    // A file marked for a write-ahead log cannot be written anew.
    sqlite.pragma('journal_mode = DELETE');
    rewriteUnder(sqlite, into);
  } finally {
    sqlite.close();
  }
  requireWhole(to, into, file);
}

function requireWhole(file: string, key: DatabaseKey | undefined, shownAs: string): void {
  const sqlite = connect(file, { readonly: true, fileMustExist: true, key });
  try {
    const verdict = String(sqlite.pragma('quick_check(1)', { simple: true }));
    if (verdict !== 'ok') throw damaged(shownAs, verdict);
  } finally {
    sqlite.close();
  }
}
