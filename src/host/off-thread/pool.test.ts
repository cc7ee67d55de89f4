import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createTestFolder } from '../testing.ts';
import { createOffThread, type OffThread } from './pool.ts';

test('cancelling one call leaves the others their answers', async () => {
  const offThread = openPool();
  const file = writeLog();
  const stop = new AbortController();
  const cancelled = offThread.run('readLogFile', [file, { columns: {} }], stop.signal);
  const kept = offThread.run('readLogFile', [file, { columns: {} }]);
  stop.abort();
  await expect(cancelled).rejects.toMatchObject({ name: 'AbortError' });
  expect((await kept).events).toBe(1);
});

test('several who cancel at once leave the others their answers', async () => {
  const offThread = openPool();
  const file = writeLog();
  const stops = [new AbortController(), new AbortController(), new AbortController()];
  const cancelled = stops.map(({ signal }) => offThread.run('readLogFile', [file, { columns: {} }], signal));
  const kept = [1, 2].map(() => offThread.run('readLogFile', [file, { columns: {} }]));
  for (const stop of stops) stop.abort();
  const answers = await Promise.allSettled([...cancelled, ...kept]);
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled', 'fulfilled']);
});

test('an expected failure arrives as itself', async () => {
  await expect(openPool().run('readLogFile', [writeLog('a\n'), { columns: {} }])).rejects.toMatchObject({
    name: 'MirrorError',
    message: expect.stringMatching(/^log\.csv: /),
  });
});

test('closing answers who still waits', async () => {
  const offThread = openPool();
  const waiting = offThread.run('readLogFile', [writeLog(), { columns: {} }]);
  const answer = waiting.catch((error: unknown) => error);
  await offThread.close();
  expect(await answer).toMatchObject({ name: 'AbortError' });
});

function openPool(): OffThread {
  const offThread = createOffThread();
  onTestFinished(() => offThread.close());
  return offThread;
}

function writeLog(text = 'case,activity,time\n1,open,2026-01-01T10:00:00Z\n'): string {
  const file = join(createTestFolder(), 'log.csv');
  writeFileSync(file, text);
  return file;
}
