import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { findSystemTrouble } from './system-trouble.ts';

test.skipIf(process.platform !== 'linux')('a full disk is said in one line that names the place', () => {
  const error = thrownBy(() => writeFileSync('/dev/full', 'x'));
  expect(findSystemTrouble(error)).toMatchObject({
    code: 'disk/full',
    message: expect.stringMatching(/^The disk is full \(ENOSPC[^\n]*\)\. Free some space[^\n]*$/),
  });
});

test('a database that cannot be written is told from a bug, also as a cause', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'a.db');
  new BetterSqlite3(file).exec('create table t (a)').close();
  const sqlite = new BetterSqlite3(file, { readonly: true });
  onTestFinished(() => void sqlite.close());
  const cause = thrownBy(() => sqlite.exec('insert into t values (1)'));
  const wrapped = new Error('Failed query', { cause });
  for (const error of [cause, wrapped]) {
    expect(findSystemTrouble(error)).toMatchObject({
      code: 'disk/no-access',
      message:
        'the workspace: this cannot be opened or written (attempt to write a readonly database). Check the permissions of it and of its folder, or choose another workspace with --workspace.',
    });
  }
});

test('anything else stays what it is', () => {
  for (const error of [new Error('EACCES'), new TypeError('x'), undefined, 'ENOSPC'])
    expect(findSystemTrouble(error)).toBeUndefined();
});

function thrownBy(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
