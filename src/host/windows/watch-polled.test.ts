// The helpers of macOS and Windows cannot run here; what is around them can.
import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { expect, onTestFinished, test } from 'vitest';
import type { SeenWindows } from '../../capture/windows.ts';
import { macHelper, watchPolled, windowsHelper } from './watch-polled.ts';

/** As a helper would print them, by a process that then waits to be ended. */
function listen(lines: readonly string[], howMany: number): Promise<unknown[]> {
  return new Promise((resolve) => {
    const heard: unknown[] = [];
    const note = (what: unknown): void => {
      heard.push(what);
      if (heard.length === howMany) resolve(heard);
    };
    const script = `for (const line of ${JSON.stringify(lines)}) console.log(line); setInterval(() => {}, 1 << 30)`;
    const watch = watchPolled(
      { command: process.execPath, args: ['-e', script] },
      {
        onStir: () => {}, // with each onWindows
        onWindows: (seen: SeenWindows) => note(seen),
        onTitles: (areHidden) => note({ areHidden }),
        onState: (problem) => note({ problem }),
      },
    );
    onTestFinished(() => watch.stop());
  });
}

test('what a helper prints is told, and what its system prints beside it is not', async () => {
  const line = { active: '7', windows: [{ id: '7', apps: ['Mail.app'], title: 'Inbox' }], missing: ['titles'] };
  const mail = { id: '7', apps: ['Mail'], title: 'Inbox' };
  expect(await listen(['a warning of the system', JSON.stringify(line)], 3)).toEqual([
    { areHidden: true },
    { problem: undefined },
    { active: mail, visible: [mail] },
  ]);
});

test('the script for Windows fits into a command line, whole', () => {
  const { command, args } = windowsHelper({ SystemRoot: 'D:\\Windows' });
  const script = readFileSync(new URL('./list-windows.ps1', import.meta.url), 'utf8');
  expect(command).toBe('D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe');
  expect(Buffer.from(args.at(-1)!, 'base64').toString('utf16le')).toBe(script);
  // The most that CreateProcess takes.
  expect([command, ...args].join(' ').length).toBeLessThan(32_767);
});

test('the script for macOS is JavaScript', () => {
  const { args } = macHelper();
  expect(() => new Script(args.at(-1)!)).not.toThrow();
  expect(args.slice(0, 3)).toEqual(['-l', 'JavaScript', '-e']);
});
