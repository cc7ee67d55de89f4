// The tools of packaging/, which has an install of its own. Found at run time only: nobody else needs its 300 packages.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Of electron-builder, what is used here. */
interface Builder {
  build(options: object): Promise<string[]>;
  readonly Platform: Readonly<
    Record<'LINUX' | 'MAC' | 'WINDOWS', { createTarget(type: string[] | null, arch: number): object }>
  >;
  readonly Arch: Readonly<Record<'x64' | 'arm64', number>>;
}

/** Of @electron/asar. */
interface Asar {
  /** Paths with a leading separator, folders included. */
  listPackage(archive: string, options: { readonly isPack: boolean }): string[];
  extractFile(archive: string, path: string): Buffer;
  statFile(
    archive: string,
    path: string,
  ): { readonly size?: number; readonly unpacked?: boolean; readonly files?: object };
  uncacheAll(): void;
}

/** Of @electron/fuses: the wire maps the number of a fuse to the character it stands at. */
interface Fuses {
  getCurrentFuseWire(binary: string): Promise<Readonly<Record<string, number | string>>>;
  flipFuses(binary: string, config: object): Promise<number>;
  readonly FuseV1Options: Readonly<Record<string, number>>;
  readonly FuseVersion: { readonly V1: string };
}

export interface PackagingTools {
  readonly builder: Builder;
  readonly asar: Asar;
  readonly fuses: Fuses;
}

/** Undefined where `npm ci` was not run in packaging/. */
export async function findTools(home: string): Promise<PackagingTools | undefined> {
  const require = createRequire(join(home, 'packaging', 'package.json'));
  const load = async (name: string): Promise<unknown> => import(pathToFileURL(require.resolve(name)).href);
  try {
    require.resolve('electron-builder');
  } catch {
    return undefined;
  }
  // Safe: the versions are pinned by packaging/package-lock.json, and the shapes above are theirs.
  return {
    builder: require('electron-builder') as Builder,
    asar: (await load('@electron/asar')) as Asar,
    fuses: (await load('@electron/fuses')) as Fuses,
  };
}
