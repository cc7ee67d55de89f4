// Preloaded into a plain Node, it reads app.asar as Electron's Node does: modules and files come out of the archive, and
// what the archive says is beside it comes from there. Written from the format's own words (README of @electron/asar), not
// with that package, so that a mistake in one is not made twice. Only what Mirror uses of `node:fs` is taught.
import fs from 'node:fs';
import { builtinModules, registerHooks, syncBuiltinESMExports } from 'node:module';
import { dirname, extname, join, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  /** From the end of the header, as a decimal text. */
  readonly offset?: string;
  readonly unpacked?: boolean;
}

const ARCHIVE = process.env['ARCHIVE_TO_READ'] ?? '';
const handle = fs.openSync(ARCHIVE, 'r');
const originals = { ...fs, readFile: fs.promises.readFile };
const { root, dataAt } = readHeader();
teachFs();
registerHooks({
  resolve: (specifier, context, next) => {
    const wanted = resolveInside(specifier, context.parentURL, context.conditions ?? []);
    if (wanted === undefined) return next(specifier, context);
    const real = entryOf(wanted)?.unpacked ? besideOf(wanted) : undefined;
    if (real !== undefined) return next(real, context);
    return { url: pathToFileURL(wanted).href, format: formatOf(wanted), shortCircuit: true };
  },
  load: (url, context, next) => {
    const file = url.startsWith('file:') ? fileURLToPath(url) : '';
    if (!isInside(file)) return next(url, context);
    return { format: context.format ?? formatOf(file), source: read(file), shortCircuit: true };
  },
});

/** Two numbers of Chromium's Pickle, the second the header's length; in it two more, then JSON. */
function readHeader(): { root: Entry; dataAt: number } {
  const size = readAt(0, 8).readUInt32LE(4);
  const header = readAt(8, size);
  const json = header.subarray(8, 8 + header.readUInt32LE(4)).toString('utf8');
  return { root: JSON.parse(json) as Entry, dataAt: 8 + size };
}

function readAt(position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  if (fs.readSync(handle, bytes, 0, length, position) !== length) throw new Error(`${ARCHIVE} ends too early`);
  return bytes;
}

function isInside(path: unknown): path is string {
  return typeof path === 'string' && (path === ARCHIVE || path.startsWith(ARCHIVE + sep));
}

function entryOf(path: string): Entry | undefined {
  const parts = path.slice(ARCHIVE.length).split(sep).filter(Boolean);
  return parts.reduce<Entry | undefined>((entry, part) => entry?.files?.[part], root);
}

const besideOf = (path: string): string => path.replace(ARCHIVE, `${ARCHIVE}.unpacked`);

function read(path: string): Buffer {
  const { offset, size, unpacked } = entryOf(path) ?? {};
  if (unpacked) return originals.readFileSync(besideOf(path));
  if (offset === undefined || size === undefined) throw missing(path);
  return readAt(dataAt + Number(offset), size);
}

const missing = (path: string): Error =>
  Object.assign(new Error(`ENOENT: no such file in the archive, '${path}'`), { code: 'ENOENT', path });

/** Node's algorithm for files and packages, as far as packages of the archive need it; nothing beyond the archive is found. */
function resolveInside(
  specifier: string,
  parent: string | undefined,
  conditions: readonly string[],
): string | undefined {
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return undefined;
  const from = parent?.startsWith('file:') ? fileURLToPath(parent) : '';
  const path = toPath(specifier, from);
  if (path !== undefined) return isInside(path) ? findFile(path) : undefined;
  return isInside(from) ? findPackageFile(specifier, conditions) : undefined;
}

function toPath(specifier: string, from: string): string | undefined {
  if (specifier.startsWith('file:')) return fileURLToPath(specifier);
  if (specifier.startsWith(sep)) return specifier;
  return /^\.{1,2}(?:\/|$)/.test(specifier) ? join(dirname(from), specifier) : undefined;
}

function findFile(path: string): string {
  const found = [path, `${path}.js`, `${path}.json`, `${path}.node`, join(path, 'index.js')].find((file) => {
    const entry = entryOf(file);
    return entry !== undefined && entry.files === undefined;
  });
  if (found === undefined) throw notFound(path);
  return found;
}

function findPackageFile(specifier: string, conditions: readonly string[]): string {
  const [, name = '', rest = ''] = /^(@[^/]+\/[^/]+|[^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  const folder = join(ARCHIVE, 'node_modules', name);
  if (entryOf(folder) === undefined) throw notFound(specifier);
  const manifest = readManifest(folder);
  const exported = manifest.exports === undefined ? undefined : pickExport(manifest.exports, rest, conditions);
  if (exported !== undefined) return findFile(join(folder, exported));
  return findFile(join(folder, rest === '' ? (manifest.main ?? 'index.js') : rest));
}

const notFound = (what: string): Error =>
  Object.assign(new Error(`Cannot find module '${what}' in the archive`), { code: 'MODULE_NOT_FOUND' });

type Exports = string | { readonly [condition: string]: Exports };

/** One entry by its path (a star stands for one part), then the first condition that holds. */
function pickExport(exports: Exports, rest: string, conditions: readonly string[]): string | undefined {
  if (typeof exports === 'string') return rest === '' ? exports : undefined;
  const path = rest === '' ? '.' : `./${rest}`;
  const isByPath = Object.keys(exports).some((key) => key.startsWith('.'));
  return pickCondition(isByPath ? exports[path] : exports, conditions);
}

function pickCondition(choice: Exports | undefined, conditions: readonly string[]): string | undefined {
  if (choice === undefined || typeof choice === 'string') return choice;
  const key = Object.keys(choice).find((name) => name === 'default' || conditions.includes(name));
  return key === undefined ? undefined : pickCondition(choice[key], conditions);
}

function readManifest(folder: string): { main?: string; type?: string; exports?: Exports } {
  return JSON.parse(read(join(folder, 'package.json')).toString('utf8')) as ReturnType<typeof readManifest>;
}

function formatOf(file: string): 'module' | 'commonjs' | 'json' {
  const ending = extname(file);
  if (ending === '.json') return 'json';
  if (ending === '.mjs' || ending === '.cjs') return ending === '.mjs' ? 'module' : 'commonjs';
  for (let folder = dirname(file); isInside(folder); folder = dirname(folder))
    if (entryOf(join(folder, 'package.json'))) return readManifest(folder).type === 'module' ? 'module' : 'commonjs';
  return 'commonjs';
}

/** What Mirror and its packages read by path: whole files, whether they are there, and what is in a folder. */
function teachFs(): void {
  const inside = (path: unknown): string | undefined => {
    const plain = path instanceof URL ? fileURLToPath(path) : path;
    return isInside(plain) ? plain : undefined;
  };
  const decode = (bytes: Buffer, options: unknown): Buffer | string => {
    const encoding =
      typeof options === 'string' ? options : (options as { encoding?: BufferEncoding } | null)?.encoding;
    return encoding ? bytes.toString(encoding as BufferEncoding) : bytes;
  };
  const taught = {
    readFileSync: (path: never, options: never) =>
      inside(path) ? decode(read(inside(path)!), options) : originals.readFileSync(path, options),
    existsSync: (path: never) => (inside(path) ? entryOf(inside(path)!) !== undefined : originals.existsSync(path)),
    readdirSync: (path: never, options: never) =>
      inside(path) ? Object.keys(entryOf(inside(path)!)?.files ?? {}) : originals.readdirSync(path, options),
  };
  Object.assign(fs, taught);
  Object.assign(fs.promises, {
    readFile: async (path: never, options: never) =>
      inside(path) ? decode(read(inside(path)!), options) : originals.readFile(path, options),
  });
  syncBuiltinESMExports();
}
