import { expect, test } from 'vitest';
import { type ChosenDoor, chooseDoor, readWorkspace, type StartFacts } from './choose-door.ts';

const DESK: StartFacts = {
  args: [],
  env: { DISPLAY: ':0' },
  platform: 'linux',
  isRoot: false,
  electron: '/opt/electron',
  hasFailedLately: false,
};
const choose = (facts: Partial<StartFacts>): ChosenDoor => chooseDoor({ ...DESK, ...facts });

test('the desktop opens where Electron is, and is fetched where it is not', () => {
  expect(choose({})).toEqual({ door: 'desktop', electron: '/opt/electron' });
  expect(choose({ args: ['--workspace', '/tmp/w'] })).toEqual({ door: 'desktop', electron: '/opt/electron' });
  expect(choose({ electron: undefined })).toEqual({ door: 'fetch' });
  expect(choose({ electron: undefined, hasFailedLately: true })).toMatchObject({ door: 'web' });
});

test('whoever asks for something of the web app gets it, and is told nothing', () => {
  for (const args of [['--no-open'], ['--web'], ['--port', '4712'], ['--json'], ['--workspace=/tmp/w', '--new-key']])
    expect(choose({ args, electron: undefined })).toEqual({ door: 'web', why: null });
});

test('where no window can open, the browser is said to be why', () => {
  expect(choose({ env: {} })).toEqual({
    door: 'web',
    why: 'there is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set)',
  });
  expect(choose({ isRoot: true })).toEqual({ door: 'web', why: 'Electron does not run as root' });
  expect(choose({ env: { WAYLAND_DISPLAY: 'wayland-0' } })).toMatchObject({ door: 'desktop' });
  expect(choose({ env: {}, platform: 'darwin' })).toMatchObject({ door: 'desktop' });
});

test('the workspace is read in both spellings, and the last one counts', () => {
  expect(readWorkspace(['--workspace', '/a'])).toBe('/a');
  expect(readWorkspace(['--workspace', '/a', '--workspace=/b=c'])).toBe('/b=c');
  expect(readWorkspace([])).toBeUndefined();
});
