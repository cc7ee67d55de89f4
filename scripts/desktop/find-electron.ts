// In: the project's folder. Out: Electron's program there, or in the folder that a person names.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PROGRAM: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  linux: 'electron',
  win32: 'electron.exe',
};

/** `ELECTRON_OVERRIDE_DIST_PATH`, as Electron's own package reads it; then what that package fetched, of its own version. */
export function findElectron(home: string, env = process.env, platform = process.platform): string | undefined {
  const program = PROGRAM[platform];
  if (program === undefined) return undefined;
  const named = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const folder = named || join(home, 'node_modules', 'electron', 'dist');
  const file = join(folder, program);
  return existsSync(file) && (named || isWhole(home, folder)) ? file : undefined;
}

/** A download that was stopped leaves a folder behind, with the version of another one or none. */
function isWhole(home: string, folder: string): boolean {
  const version = join(folder, 'version');
  if (!existsSync(version) || !existsSync(join(home, 'node_modules', 'electron', 'path.txt'))) return false;
  return readFileSync(version, 'utf8').replace(/^v/, '').trim() === electronVersion(home);
}

/** The one that the shell is written against. */
export function electronVersion(home: string): string {
  const { devDependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as {
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  return devDependencies['electron'] ?? '';
}
