import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findElectron } from './find-electron.ts';

function makeHome(files: Readonly<Record<string, string>>): string {
  const home = mkdtempSync(join(tmpdir(), 'mirror-electron-'));
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const all = { 'package.json': '{"devDependencies":{"electron":"45.4.1"}}', ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(join(home, name, '..'), { recursive: true });
    writeFileSync(join(home, name), text);
  }
  return home;
}

const WHOLE = {
  'node_modules/electron/dist/electron': '',
  'node_modules/electron/dist/version': '45.4.1',
  'node_modules/electron/path.txt': 'electron',
};

test('the program of the right version is found, and a download that was stopped is none', () => {
  const home = makeHome(WHOLE);
  expect(findElectron(home, {}, 'linux')).toBe(join(home, 'node_modules/electron/dist/electron'));
  expect(findElectron(home, {}, 'win32')).toBeUndefined();
  const { 'node_modules/electron/path.txt': _, ...stopped } = WHOLE;
  expect(findElectron(makeHome(stopped), {}, 'linux')).toBeUndefined();
  expect(
    findElectron(makeHome({ ...WHOLE, 'node_modules/electron/dist/version': '44.0.0' }), {}, 'linux'),
  ).toBeUndefined();
});

test('a folder that a person names counts alone', () => {
  const named = makeHome({ electron: '' });
  expect(findElectron(makeHome({}), { ELECTRON_OVERRIDE_DIST_PATH: named }, 'linux')).toBe(join(named, 'electron'));
  expect(findElectron(makeHome(WHOLE), { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' }, 'linux')).toBeUndefined();
});
