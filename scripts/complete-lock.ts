// In: package-lock.json as npm wrote it. Out: the same with entries for platform packages npm left out.
// A registry that lacks the packages of other platforms makes npm write a lock file which `npm ci` then refuses.
// Run it after each change of dependencies: node scripts/complete-lock.ts
import { readFileSync, writeFileSync } from 'node:fs';

interface LockEntry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const OS_BY_WORD: Readonly<Record<string, string>> = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  openharmony: 'openharmony',
  win32: 'win32',
  windows: 'win32',
};
const CPUS = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The entry of a platform package that was never fetched, told from its name; undefined when the name tells no platform. */
export function platformEntry(name: string, version: string, dev: boolean): LockEntry | undefined {
  const words = name.split('/').at(-1)?.split(/[-.]/) ?? [];
  const os = words.map((word) => OS_BY_WORD[word]).find((found) => found !== undefined);
  const cpu = words.find((word) => CPUS.includes(word));
  if (cpu === undefined || (os === undefined && cpu !== 'wasm32')) return undefined;
  const libc = words.some((word) => word.includes('musl'))
    ? 'musl'
    : words.some((word) => word.includes('gnu'))
      ? 'glibc'
      : undefined;
  return {
    version,
    cpu: [cpu],
    ...(dev ? { dev } : {}),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
    ...(os === 'linux' && libc !== undefined ? { libc: [libc] } : {}),
  };
}

function completeLock(file: string): string[] {
  // package-lock.json of this project, lockfileVersion 3.
  const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, LockEntry> };
  const added: string[] = [];
  for (const [path, entry] of Object.entries({ ...lock.packages })) {
    if (path === '') continue;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (lock.packages[`${path}/node_modules/${name}`] || lock.packages[`node_modules/${name}`]) continue;
      const made = /^\d+\.\d+\.\d+[\w.+-]*$/.test(version)
        ? platformEntry(name, version, entry.dev ?? false)
        : undefined;
      if (made === undefined) {
        console.error(`left out: ${name}@${version} (its name tells no platform)`);
        continue;
      }
      lock.packages[`node_modules/${name}`] = made;
      added.push(name);
    }
  }
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  return added;
}

if (process.argv[1] === import.meta.filename) {
  const added = completeLock('package-lock.json');
  console.log(`package-lock.json: ${added.length} platform packages added`);
}
