// In: what was built, and a target. Out: the folder that becomes its archive, with everything that is shipped and nothing
// else; what is not put here cannot be in a package.
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { listLicences } from './list-licences.ts';
import { nativePackages, type PackageTarget } from './native-packages.ts';

export interface StagedApp {
  readonly folder: string;
  /** Packages with native code that are in it. */
  readonly natives: readonly string[];
  /** Optional ones that are not installed here, or have nothing for this target. */
  readonly missing: readonly string[];
}

/** @throws Error naming the package that is needed and not installed for this target */
export function stageApp(home: string, target: PackageTarget): StagedApp {
  const folder = join(home, 'dist', 'app', `${target.platform}-${target.arch}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const part of ['dist/desktop', 'dist/renderer', 'samples'])
    cpSync(join(home, part), join(folder, part), { recursive: true, filter: (file) => !isForBuildingOnly(file) });
  const { natives, missing } = stageNatives(home, folder, target);
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(manifest(home), null, 2)}\n`);
  writeFileSync(join(folder, 'LICENCES.md'), listLicences(home, natives));
  return { folder, natives, missing };
}

const isForBuildingOnly = (file: string): boolean =>
  /licences\.json$|_snapshot\.json$|[/\\]\.built-from$|\.md$/.test(file);

/** Of the project's own only what a running app is asked for: no scripts and no dependencies, which are all in it. */
function manifest(home: string): Record<string, unknown> {
  const { name, version, description, license } = readManifest(home);
  return {
    name,
    productName: 'Mirror',
    version,
    description,
    license,
    author: { name: 'Mirror', email: 'mirror@localhost' },
    homepage: 'https://localhost',
    type: 'module',
    main: 'dist/desktop/main.js',
  };
}

function stageNatives(home: string, folder: string, target: PackageTarget): Pick<StagedApp, 'natives' | 'missing'> {
  const natives: string[] = [];
  const missing: string[] = [];
  for (const { name, files, isOptional } of nativePackages(target)) {
    const from = join(home, 'node_modules', name);
    const found = existsSync(from) ? files.flatMap((pattern) => globSync(pattern, { cwd: from })) : [];
    if (found.length === 0) {
      if (!isOptional) throw new Error(sayMissing(name, target));
      missing.push(name);
      continue;
    }
    natives.push(name);
    for (const file of ['package.json', ...globSync('{LICENSE,LICENCE,NOTICE,THIRD-PARTY}*', { cwd: from }), ...found])
      copyInto(join(from, file), join(folder, 'node_modules', name, file));
  }
  return { natives, missing };
}

function copyInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  cpSync(from, to, { recursive: true, dereference: true });
}

const sayMissing = (name: string, { platform, arch }: PackageTarget): string =>
  `${name} is not installed for ${platform}-${arch}; on this machine run: npm ci --os=${platform} --cpu=${arch} --ignore-scripts`;

/** As npm documents it. */
function readManifest(folder: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, unknown>;
}
