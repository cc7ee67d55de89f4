// In: the project's folder. Out: node_modules as package-lock.json says, installed only when it is missing or stale.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const STALE_LOCK_MS = 15 * 60_000;

/** Installs the dependencies unless they are there. Two runs at once wait for each other. Ends the process on failure. */
export function ensureInstalled(root) {
  if (isInstalled(root)) return;
  withLock(join(root, '.install.lock'), () => {
    if (!isInstalled(root)) install(root);
  });
}

const stampFile = (root) => join(root, 'node_modules', '.mirror-installed');

function isInstalled(root) {
  return existsSync(stampFile(root)) && readFileSync(stampFile(root), 'utf8') === stamp(root);
}

function stamp(root) {
  const hash = createHash('sha256');
  for (const file of ['package.json', 'package-lock.json']) hash.update(readFileSync(join(root, file)));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}\n`;
}

function install(root) {
  const startedMs = Date.now();
  console.error('mirror: installing dependencies (once; about 700 MB in node_modules) ...');
  const result = runNpm(root, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  if (result.status !== 0) {
    console.error(
      'mirror: npm ci failed. Is the npm registry reachable? Nothing else was changed; run the same command again.',
    );
    process.exit(1);
  }
  writeFileSync(stampFile(root), stamp(root));
  console.error(`mirror: dependencies ready after ${((Date.now() - startedMs) / 1000).toFixed(1)} s`);
}

function runNpm(root, args) {
  // npm's words go to stderr: a command's stdout belongs to its result alone.
  const options = { cwd: root, stdio: ['ignore', 2, 2], env: cleanEnv() };
  const npmCli = process.env.npm_execpath;
  // Never with a Node that stands in the node_modules which npm is about to remove.
  if (npmCli && npmCli.endsWith('.js') && !process.execPath.startsWith(join(root, 'node_modules')))
    return spawnSync(process.execPath, [npmCli, ...args], options);
  return process.platform === 'win32'
    ? spawnSync('npm.cmd', args, { ...options, shell: true })
    : spawnSync('npm', args, options);
}

/** npm started by npm would take the outer run's folder and flags for its own. */
function cleanEnv() {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([key]) =>
        !/^npm_(lifecycle|package|command)/.test(key) &&
        !/^npm_config_(local_prefix|global_prefix|prefix|argv)$/.test(key),
    ),
  );
}

function withLock(file, act) {
  const waiting = { told: false };
  while (!takeLock(file)) {
    if (!waiting.told) console.error('mirror: another install is running; waiting for it ...');
    waiting.told = true;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 500);
  }
  const release = () => rmSync(file, { force: true });
  process.on('exit', release);
  try {
    act();
  } finally {
    release();
    process.off('exit', release);
  }
}

function takeLock(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (isAbandoned(file)) rmSync(file, { force: true });
    return false;
  }
}

/** Left behind by a run that was killed: its process is gone, or it is far too old. */
function isAbandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > STALE_LOCK_MS) return true;
    const pid = Number(readFileSync(file, 'utf8'));
    if (!pid) return false;
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
