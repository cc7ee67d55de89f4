import { expect, test } from 'vitest';
import type { Progress } from '../domain/progress.ts';
import { createDetached } from './detached.ts';

const progress = (done: number): Progress => ({ stage: 'work', done, total: 2, unit: 'files' });

test('work goes on when its watcher leaves, and a second watcher gets its result', async () => {
  const detached = createDetached();
  const gate = Promise.withResolvers<void>();
  let runs = 0;
  const start = async function* (): AsyncGenerator<Progress, string> {
    runs += 1;
    yield progress(1);
    await gate.promise;
    return 'result';
  };
  const leave = new AbortController();
  const first = detached.watch('job', start, leave.signal);
  expect(await first.next()).toEqual({ done: false, value: progress(1) });
  const leaving = first.next();
  leave.abort();
  await expect(leaving).rejects.toMatchObject({ name: 'AbortError' });

  const second = detached.watch('job', start);
  expect(await second.next()).toEqual({ done: false, value: progress(1) });
  gate.resolve();
  expect(await second.next()).toEqual({ done: true, value: 'result' });
  expect(runs).toBe(1);
});

test('a failure reaches the watcher', async () => {
  const detached = createDetached();
  const start = async function* (): AsyncGenerator<Progress, string> {
    yield progress(0);
    throw new Error('broken');
  };
  const watched = detached.watch('job', start);
  await watched.next();
  await expect(watched.next()).rejects.toThrow('broken');
});

test('closing stops the work and waits for it', async () => {
  const detached = createDetached();
  const ended: string[] = [];
  const start = async function* (signal: AbortSignal): AsyncGenerator<Progress, string> {
    yield progress(0);
    await new Promise<void>((stop) => signal.addEventListener('abort', () => stop()));
    ended.push('ended');
    throw signal.reason;
  };
  await detached.watch('job', start).next();
  await detached.close();
  expect(ended).toEqual(['ended']);
});
