import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openForTest, temporaryFolder } from '../../../db/testing.ts';
import type { IndexQuery } from './search-index.ts';
import { type SearchThread, startSearchThread } from './search-thread.ts';

const query: IndexQuery = { words: 'invoice', processId: null, kinds: null, count: 10, meaning: null };
const NOTHING = { found: [], words: [], corrected: [], searched: 0 };

function open(file = openForTest().file): SearchThread {
  const thread = startSearchThread({ file });
  onTestFinished(() => thread.close());
  return thread;
}

test('what is cancelled before its turn is told so, and the others are answered', async () => {
  const thread = open();
  const stop = new AbortController();
  const [first, second, third] = [thread.find(query), thread.find(query, stop.signal), thread.find(query)];
  stop.abort(new Error('typed on'));
  expect(await Promise.allSettled([first, second, third])).toEqual([
    { status: 'fulfilled', value: NOTHING },
    { status: 'rejected', reason: new Error('typed on') },
    { status: 'fulfilled', value: NOTHING },
  ]);
});

test('a thread that cannot start fails those who wait, and the next search tries again', async () => {
  const file = join(temporaryFolder(), 'mirror.db');
  writeFileSync(file, 'no database');
  const thread = open(file);
  const failed = await Promise.allSettled([thread.find(query), thread.find(query)]);
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(thread.find(query)).rejects.toThrow('file is not a database');
});

test('closing tells whoever waits', async () => {
  const thread = open();
  const waiting = thread.find(query).catch((error: unknown) => error);
  await thread.close();
  expect(await waiting).toMatchObject({ name: 'AbortError' });
});
