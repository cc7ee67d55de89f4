import { expect, test } from 'vitest';
import { NOW_MS, process } from '../fixtures/sample-evidence.ts';
import { writerCost, writers } from '../fixtures/sample-chat.ts';
import { createStore } from '../store.ts';
import { errorOf, openForTest } from '../testing.ts';

const [local, remote] = writers;

test('writers are kept by their id, listed by title, and removed', () => {
  const store = createStore(openForTest());
  store.saveWriter(remote);
  store.saveWriter(local);
  expect(store.listWriters()).toEqual([local, remote]);
  const probed = { ...local, contextTokens: 8192, callsTools: false };
  store.saveWriter(probed);
  expect(store.listWriters()).toEqual([probed, remote]);
  store.removeWriter(local.id);
  expect(store.listWriters()).toEqual([remote]);
});

test('a price of which one half is missing is damage', () => {
  const db = openForTest();
  const store = createStore(db);
  store.saveWriter(remote);
  db.sqlite.exec('UPDATE writers SET output_usd = NULL');
  expect(errorOf(() => store.listWriters())?.code).toBe('workspace/damaged');
});

test('what was spent is summed since a time, and stays when writer and process go', () => {
  const store = createStore(openForTest());
  expect(store.spentUsd(0)).toBe(0);
  store.saveProcess(process);
  store.saveWriter(remote);
  for (const [at, usd] of [0.5, 0.25, 0.125].entries()) {
    store.addWriterCost({ ...writerCost, atMs: NOW_MS + at, usd });
  }
  store.removeWriter(remote.id);
  store.removeProcess(process.id);
  expect([0, NOW_MS + 1, NOW_MS + 3].map((since) => store.spentUsd(since))).toEqual([0.875, 0.375, 0]);
});
