import { expect, onTestFinished, test } from 'vitest';
import { forkProcess } from '../engines/start-process.ts';
import { NEVER_AGAIN, runHelper } from './run-helper.ts';

/** A helper that is a few lines of JavaScript, and what is heard of it until `isEnough`. */
function listen(
  what: string | Parameters<typeof runHelper>[0],
  isEnough: (heard: readonly string[]) => boolean,
): Promise<string[]> {
  return new Promise((resolve) => {
    const heard: string[] = [];
    const note = (what: string): void => {
      heard.push(what);
      if (isEnough(heard)) resolve([...heard]);
    };
    const helper = runHelper(typeof what === 'string' ? { command: process.execPath, args: ['-e', what] } : what, {
      onLines: (lines) => lines.forEach(note),
      onLost: (problem, againMs) => note(`lost: ${problem}, again: ${againMs}`),
    });
    onTestFinished(() => helper.stop());
  });
}

test('a helper that ends is started again, later each time', async () => {
  const heard = await listen('console.log("one\\ntwo"); process.exitCode = 1', (all) => all.length === 6);
  expect(heard).toEqual([
    'one',
    'two',
    'lost: it ended with code 1, again: 250',
    'one',
    'two',
    'lost: it ended with code 1, again: 500',
  ]);
});

test('what it said last is why it was lost', async () => {
  const script = 'console.error("loading\\nunable to open display"); process.exit(1)';
  expect(await listen(script, (all) => all.length === 1)).toEqual(['lost: unable to open display, again: 250']);
});

test('a helper that can never run here, and one that is not installed, are not started again', async () => {
  const script = `console.error("Cannot find module"); process.exit(${NEVER_AGAIN})`;
  expect(await listen(script, (all) => all.length === 1)).toEqual(['lost: Cannot find module, again: undefined']);
  const missing = await new Promise((resolve) => {
    runHelper(
      { command: '/nowhere/helper', args: [] },
      { onLines: () => {}, onLost: (problem, againMs) => resolve({ problem, againMs }) },
    );
  });
  expect(missing).toEqual({ problem: 'spawn /nowhere/helper ENOENT', againMs: undefined });
});

test('half a line waits for its other half', async () => {
  const script = 'process.stdout.write("hal", () => setImmediate(() => process.stdout.write("f\\n")))';
  expect(await listen(script, (all) => all.length === 1)).toEqual(['half']);
});

test('one of ours that is started otherwise speaks in messages, and is started again as well', async () => {
  const script = new URL('./testing/counting-helper.ts', import.meta.url);
  const heard = await listen({ script, startProcess: forkProcess }, (all) => all.length === 5);
  expect(heard).toEqual(['one', 'two', 'lost: no screen to watch, again: 250', 'one', 'two']);
});
