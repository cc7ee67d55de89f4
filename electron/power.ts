// What happens to the machine that a recording must know of.
import { powerMonitor, screen } from 'electron';
import type { PowerChange } from '../src/domain/desktop.ts';

export function watchPower(tell: (what: PowerChange) => void): void {
  powerMonitor.on('suspend', () => tell('suspend'));
  powerMonitor.on('resume', () => tell('resume'));
  powerMonitor.on('lock-screen', () => tell('lock'));
  powerMonitor.on('unlock-screen', () => tell('unlock'));
  screen.on('display-added', () => tell('display'));
  screen.on('display-removed', () => tell('display'));
  // Resolution, scale or rotation; where only the work area changed, by a bar that hides itself, the picture did not.
  screen.on('display-metrics-changed', (_event, _display, changed) => {
    if (changed.some((what) => what !== 'workArea')) tell('display');
  });
}
