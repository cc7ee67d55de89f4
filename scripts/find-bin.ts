// In: a tool that npm installed. Out: how to run it by Node, without a shell: the shims of Windows need one, and a shell
// cuts paths at their spaces.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const HOME = resolve(import.meta.dirname, '..');

interface Manifest {
  readonly bin?: string | Readonly<Record<string, string>>;
}

/** Program and first argument. `packageName` where the tool is not called like its package. @throws Error when it is not installed */
export function findBin(name: string, { packageName = name, root = HOME } = {}): [string, string] {
  const folder = join(root, 'node_modules', ...packageName.split('/'));
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest; // as npm documents it
  const file = typeof bin === 'string' ? bin : bin?.[name];
  if (file === undefined) throw new Error(`${packageName} has no program "${name}"`);
  return [process.execPath, join(folder, file)];
}
