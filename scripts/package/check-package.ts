// In: a folder that electron-builder made. Out: its size, and every reason not to give it to anybody.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { FUSES } from '../../src/desktop/fuses.ts';
import { findForeign, findStrays, IS_BINARY } from './check-files.ts';
import { findLeaks, secretValues } from './check-text.ts';
import type { PackageTarget } from './native-packages.ts';
import { fuseName, PROGRAM_FILES } from './run-builder.ts';
import type { PackagingTools } from './tools.ts';

export interface PackageCheck {
  /** Of Mirror's own part: Electron is the same for everybody. */
  readonly sizeBytes: number;
  readonly problems: readonly string[];
}

interface CheckRequest {
  readonly home: string;
  /** With the program in it, and `resources`. */
  readonly folder: string;
  readonly target: PackageTarget;
  readonly natives: readonly string[];
  readonly budgetBytes: number;
}

export async function checkPackage(tools: PackagingTools, request: CheckRequest): Promise<PackageCheck> {
  const { home, folder, target, natives, budgetBytes } = request;
  const resources = join(folder, 'resources');
  const archive = openArchive(tools, join(resources, 'app.asar'));
  const files = archive.list();
  const sizeBytes = sizeOf(resources);
  return {
    sizeBytes,
    problems: [
      ...findStrays(files, natives),
      ...findForeign(files, { ...target }).map((file) => `${file}: of another system`),
      ...findMissing(files),
      ...files.flatMap((file) => checkPlace(archive, file)),
      ...findBroken(archive.unpacked, files, target),
      ...checkTexts(archive, files, home),
      ...(await checkFuses(tools, join(folder, PROGRAM_FILES[target.platform]))),
      ...(sizeBytes > budgetBytes ? [`it takes ${toMB(sizeBytes)}, and may take ${toMB(budgetBytes)}`] : []),
    ],
  };
}

export const toMB = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

interface Archive {
  /** The folder beside it. */
  readonly unpacked: string;
  list(): string[];
  isUnpacked(file: string): boolean;
  read(file: string): Buffer;
}

function openArchive({ asar }: PackagingTools, path: string): Archive {
  asar.uncacheAll();
  const isFile = (file: string): boolean => asar.statFile(path, file).files === undefined;
  return {
    unpacked: `${path}.unpacked`,
    list: () =>
      asar
        .listPackage(path, { isPack: false })
        .map((file) => file.replaceAll('\\', '/').slice(1))
        .filter(isFile),
    isUnpacked: (file) => asar.statFile(path, file).unpacked === true,
    read: (file) => asar.extractFile(path, file),
  };
}

const NEEDED = ['package.json', 'LICENCES.md', 'dist/renderer/index.html', 'samples/customer-onboarding/sample.json'];
const PROGRAMS = ['main.js', 'core.js', 'preload.cjs', 'terminal.js', 'off-thread.js', 'search.js', 'sound.engine.js'];

const findMissing = (files: readonly string[]): string[] =>
  [...NEEDED, ...PROGRAMS.map((name) => `dist/desktop/${name}`)]
    .filter((file) => !files.includes(file))
    .map((file) => `${file}: is missing`);

/** What the system opens by its path must lie beside the archive, and only that: nothing checks the integrity there. */
function checkPlace(archive: Archive, file: string): string[] {
  const mustBeBeside = IS_BINARY.test(file) || file.startsWith('samples/');
  if (archive.isUnpacked(file) !== mustBeBeside)
    return [`${file}: ${mustBeBeside ? 'nobody can open it inside the archive' : 'should be in the archive'}`];
  return mustBeBeside && !existsSync(join(archive.unpacked, file)) ? [`${file}: is not beside the archive`] : [];
}

/** By a Node of its own for each, as a broken one ends its process. Only where this machine is one the package is for. */
function findBroken(folder: string, files: readonly string[], { platform, arch }: PackageTarget): string[] {
  if (platform !== process.platform || arch !== process.arch) return [];
  return files
    .filter((file) => file.endsWith('.node'))
    .flatMap((file) => {
      const script = `process.dlopen({ exports: {} }, ${JSON.stringify(join(folder, file))})`;
      const { status, stderr } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8' });
      if (status === 0) return [];
      // Its own code has run then, up to where it wants a screen.
      if (NO_SCREEN.test(stderr)) return [];
      const reason = /^Error: (.*)$/m.exec(stderr)?.[1] ?? `it ends Node with ${String(status)}`;
      return [`${file}: does not load (${reason})`];
    });
}

const NO_SCREEN = /Couldn't find per display information/;

/** All that is text, of ours and of others. */
function checkTexts(archive: Archive, files: readonly string[], home: string): string[] {
  const forbidden = { folders: [home, `${homedir()}/`], values: secretValues(process.env) };
  return files
    .filter((file) => /\.(?:[cm]?js|json|html|css|svg|md|sql|jxa|ps1|csv|vtt|jsonl)$/.test(file))
    .flatMap((file) => findLeaks(file, archive.read(file).toString('utf8'), forbidden));
}

async function checkFuses({ fuses }: PackagingTools, binary: string): Promise<string[]> {
  const wire = await fuses.getCurrentFuseWire(binary);
  return Object.entries(FUSES).flatMap(([name, isOn]) => {
    const stands = wire[String(fuses.FuseV1Options[fuseName(name)])];
    return stands === (isOn ? ON : OFF) ? [] : [`the fuse ${name} is not ${isOn ? 'on' : 'off'}`];
  });
}

/** The characters of the wire. */
const [OFF, ON] = ['0'.charCodeAt(0), '1'.charCodeAt(0)];

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
