import { execFile } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createTestFolder } from '../testing.ts';
import { type EngineOptions, type EngineProcess, startEngine } from './start-engine.ts';
import type { SampleMethods } from './testing/sample.engine.ts';

const SCRIPT = new URL('./testing/sample.engine.ts', import.meta.url);

function start(options: Partial<EngineOptions> = {}): EngineProcess<SampleMethods> {
  const engine = startEngine<SampleMethods>(SCRIPT, { name: 'The sample', ...options });
  onTestFinished(() => engine.close());
  return engine;
}

test('calls are answered in another process, one child for all of them', async () => {
  const engine = start({ env: { SAMPLE_SETTING: 'set' } });
  const [pid, again] = await Promise.all([engine.call('pid', undefined), engine.call('pid', undefined)]);
  expect(pid).not.toBe(process.pid);
  expect(again).toBe(pid);
  expect(await engine.call('double', Float32Array.of(1.5, -2))).toEqual(Float32Array.of(3, -4));
  expect(await engine.call('setting', 'SAMPLE_SETTING')).toBe('set');
});

test('what a method tells on its way arrives in order, before its value', async () => {
  const engine = start();
  const heard: (number | string)[] = [];
  const calls = [2, 3].map(async (to) =>
    heard.push(await engine.call('count', to, { onPart: (part) => heard.push(part) })),
  );
  await Promise.all(calls);
  expect(heard).toEqual([1, 2, 'done', 1, 2, 3, 'done']);
});

test('it stands behind what a person waits for', async () => {
  expect(await start().call('priority', undefined)).toBeGreaterThan(0);
});

test('problems and bugs arrive as what they are, and the child goes on', async () => {
  const engine = start();
  const pid = await engine.call('pid', undefined);
  await expect(engine.call('refuse', undefined)).rejects.toMatchObject({
    name: 'MirrorError',
    message: 'There is no model "made-up". `mirror models` lists those there are.',
  });
  await expect(engine.call('fault', undefined)).rejects.toMatchObject({
    name: 'Error',
    message: 'numbers.map is not a function',
    stack: expect.stringContaining('sample.engine.ts'),
  });
  expect(await engine.call('pid', undefined)).toBe(pid);
});

test('a child that dies costs the call it was at; those behind it go to a new one', async () => {
  const engine = start();
  const before = await engine.call('pid', undefined);
  const [died, next] = await Promise.allSettled([engine.call('die', undefined), engine.call('pid', undefined)]);
  expect(died).toMatchObject({
    status: 'rejected',
    reason: { code: 'engine/ended', title: 'The sample ended unexpectedly (it ended with SIGSEGV)' },
  });
  expect(next).toEqual({ status: 'fulfilled', value: expect.any(Number) });
  expect(next).not.toEqual({ status: 'fulfilled', value: before });
});

test('what a child said last is told', async () => {
  await expect(start().call('throwLater', undefined)).rejects.toMatchObject({
    title: 'The sample ended unexpectedly (RangeError: the language data is not there; it ended with code 1)',
  });
  const nowhere = startEngine<SampleMethods>(new URL('./no-such-engine.ts', import.meta.url), { name: 'The other' });
  onTestFinished(() => nowhere.close());
  await expect(nowhere.call('pid', undefined)).rejects.toMatchObject({
    title: expect.stringMatching(/^The other ended unexpectedly \(Error: Cannot find module .*no-such-engine\.ts/),
  });
});

test('cancelling ends a child that listens to nothing, and leaves the others their answers', async () => {
  const engine = start();
  const before = await engine.call('pid', undefined);
  const stop = new AbortController();
  const folder = createTestFolder();
  const isHanging = fileAppears(folder);
  const hanging = engine.call('hang', join(folder, 'hanging'), { signal: stop.signal });
  const behind = engine.call('pid', undefined);
  const withdrawn = new AbortController();
  const never = engine.call('pid', undefined, { signal: withdrawn.signal });
  withdrawn.abort(new Error('not wanted any more'));
  await expect(never).rejects.toThrow('not wanted any more');
  await isHanging;
  expect(isRunning(before)).toBe(true);
  stop.abort();
  await expect(hanging).rejects.toMatchObject({ name: 'AbortError' });
  expect(isRunning(before)).toBe(false);
  expect(await behind).not.toBe(before);
});

test('a call that was cancelled before it was made is none', async () => {
  await expect(start().call('pid', undefined, { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
});

test('what cannot be copied to another process is refused, and the next call goes on', async () => {
  const engine = start();
  const unfit = (() => {}) as unknown as Float32Array;
  await expect(engine.call('double', unfit)).rejects.toThrow('could not be cloned');
  expect(await engine.call('double', Float32Array.of(1))).toEqual(Float32Array.of(2));
});

test('closing ends the child, and tells whoever waits', async () => {
  const engine = start();
  const pid = await engine.call('pid', undefined);
  const folder = createTestFolder();
  const isHanging = fileAppears(folder);
  const waiting = engine.call('hang', join(folder, 'hanging')).catch((error: unknown) => error);
  await isHanging;
  await engine.close();
  expect(await waiting).toMatchObject({ name: 'AbortError', message: 'Mirror is closing' });
  expect(isRunning(pid)).toBe(false);
  await expect(engine.call('pid', undefined)).rejects.toMatchObject({ name: 'AbortError' });
});

test('a child that nobody calls is ended, and started anew when somebody does', async () => {
  const engine = start({ idleMs: 0 });
  const pid = await engine.call('pid', undefined);
  await vi.waitUntil(() => !isRunning(pid), { timeout: 30_000 });
  expect(await engine.call('pid', undefined)).not.toBe(pid);
});

test('a program with nothing else to do ends by itself beside an idle child, and closing it waits for its end', async () => {
  const run = async (last: string): Promise<string> => {
    const program = `
      import { startEngine } from ${JSON.stringify(new URL('./start-engine.ts', import.meta.url).href)};
      const engine = startEngine(new URL(${JSON.stringify(SCRIPT.href)}), { name: 'The sample' });
      console.log(typeof (await engine.call('pid', undefined)));
      ${last}`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program]);
    return stdout;
  };
  expect(await run('')).toBe('number\n');
  expect(await run("await engine.close(); console.log('closed');")).toBe('number\nclosed\n');
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

function fileAppears(folder: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => {
      watcher.close();
      resolve();
    });
  });
}
