// In: a package for this system. Out: whether its core starts from its archive, takes the sample in and answers, run by a
// plain Node that reads the archive as Electron's does (archive-hooks.ts); and what that said.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface StartCheck {
  readonly recordings: number;
  readonly logs: number;
  readonly words: string;
  /** Sentences with evidence. */
  readonly cited: number;
  /** Engines that answered. */
  readonly programs: readonly string[];
}

/** Native packages that say nothing where there is no screen, and are asked for by their own name. */
const LOADED = /^(?:better-sqlite3|sharp|onnxruntime-node|@fugood\/.+)$/;
const HERE = import.meta.dirname;
/** For a machine that does ten other things: it takes some ten seconds. */
const LIMIT_MS = 300_000;

/** Away from the project, so that nothing of it can be found by chance. @throws Error with what the core complained of */
export function checkStart(archive: string, natives: readonly string[]): StartCheck {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-package-'));
  try {
    const preload = pathToFileURL(join(HERE, 'archive-hooks.ts')).href;
    const args = [
      join(HERE, 'start-from-archive.ts'),
      resolve(archive),
      join(folder, 'workspace'),
      ...natives.filter((name) => LOADED.test(name)),
    ];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      timeout: LIMIT_MS,
      env: {
        ...cleanEnv(),
        HOME: folder,
        ARCHIVE_TO_READ: resolve(archive),
        NODE_OPTIONS: `--disable-warning=ExperimentalWarning --import ${preload}`,
      },
    });
    const line = stdout.trim().split('\n').at(-1) ?? '';
    if (status !== 0 || !line.startsWith('{'))
      throw new Error(
        `the core of the archive does not start: ${stderr.trim().slice(-2000) || `code ${String(status)}`}`,
      );
    // Safe: printed by our own script.
    return JSON.parse(line) as StartCheck;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Without what a person has set for their own Mirror, and for the Node that runs this. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:MIRROR_|NODE_|VITEST|npm_)/.test(name)),
  );
}
