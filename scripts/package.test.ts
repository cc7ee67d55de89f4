// The whole of a dry package, wherever the packager is installed (`npm ci --prefix packaging`): 30 seconds of work.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const HOME = resolve(import.meta.dirname, '..');
const isHere = existsSync(join(HOME, 'packaging', 'node_modules', 'electron-builder'));
const canRun = process.platform === 'linux' && process.arch === 'x64';
const why = canRun
  ? 'the packager is not installed (npm ci --prefix packaging --ignore-scripts)'
  : `a package of linux-x64 does not run on ${process.platform}-${process.arch}`;

test.skipIf(!isHere || !canRun)(
  `a dry package is assembled, holds what it should, and its core answers${isHere && canRun ? '' : `: skipped, ${why}`}`,
  { timeout: 600_000 },
  () => {
    const { VITEST: _, NODE_OPTIONS: __, ...env } = process.env;
    const args = ['--disable-warning=ExperimentalWarning', 'scripts/package.ts', '--dry'];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: HOME, encoding: 'utf8', env });
    expect({ status, stderr }).toMatchObject({ status: 0 });
    const lines = stdout.trim().split('\n');
    expect(lines.at(-1)).toMatch(/^package: Mirror's part of linux-x64 takes \d+\.\d MB \(budget 130\.0 MB\)$/);
    expect(lines.at(-3)).toMatch(
      /took in 8 recordings and 1 log, started sound\.engine, speech\.engine, reader\.engine, embedder\.engine, writer\.engine, and answered: Cases wait /,
    );
  },
);
