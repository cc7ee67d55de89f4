// Windows of macOS and Windows: a helper that comes with each of the two looks ten times a second and tells what changed.
import { readFileSync } from 'node:fs';
import { parseDesktopLine } from '../../capture/desktop-lines.ts';
import { type HelperCommand, runHelper } from './run-helper.ts';
import type { DesktopListener, DesktopWatch } from './watch-x11.ts';

/** Not run by file: in a packed app there is none that another program could open. */
const readScript = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

export const macHelper = (): HelperCommand => ({
  command: '/usr/bin/osascript',
  args: ['-l', 'JavaScript', '-e', readScript('./list-windows.jxa')],
});

export function windowsHelper(env: NodeJS.ProcessEnv): HelperCommand {
  const script = Buffer.from(readScript('./list-windows.ps1'), 'utf16le').toString('base64');
  // Of the system, whatever else is called so on the path.
  const command = `${env['SystemRoot'] ?? 'C:\\Windows'}\\System32\\WindowsPowerShell\\v1.0\\powershell.exe`;
  return { command, args: ['-NoProfile', '-NonInteractive', '-EncodedCommand', script], env };
}

export interface PolledListener extends DesktopListener {
  /** Whether the system keeps the titles of other programs' windows from Mirror. */
  onTitles(areHidden: boolean): void;
}

export function watchPolled(command: HelperCommand, listener: PolledListener): DesktopWatch {
  return runHelper(command, {
    onLines: (lines) => {
      const line = lines.map(parseDesktopLine).findLast((each) => each !== undefined);
      if (line === undefined) return;
      listener.onTitles(line.hidesTitles);
      listener.onState(undefined);
      listener.onStir(performance.now());
      listener.onWindows({ active: line.active, visible: line.visible }, performance.now());
    },
    onLost: (problem) => listener.onState(problem),
  });
}
