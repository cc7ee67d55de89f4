// The way in on a bare clone: `node scripts/run.mjs TASK [ARGS]` with Node 20 or newer and nothing installed.
// Installs when node_modules is missing or stale, then goes on with scripts/tasks.ts under Node 24.
// Only Node built-ins here, and nothing that Node 20 does not know.
import { spawn } from 'node:child_process';
import { dirname, delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureInstalled } from './bootstrap/install.mjs';
import { findNode } from './bootstrap/find-node.mjs';
import { passSignals } from './bootstrap/pass-signals.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [task = 'start', ...args] = process.argv.slice(2);

ensureInstalled(root);
const node = findNode(root);
const child = spawn(node, ['--disable-warning=ExperimentalWarning', join(root, 'scripts', 'tasks.ts'), task, ...args], {
  cwd: callerFolder(),
  stdio: 'inherit',
  env: {
    // Every program and every worker reads some hundred modules of TypeScript: from what Node compiled before, it starts
    // in a quarter of the time. Node goes without where it cannot write there.
    NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'compiled'),
    ...process.env,
    PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
  },
});

passSignals(child);
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)));
if (process.platform !== 'win32') endWithParent();

/** Where the person stands: npm moves to the project's folder and keeps the real one in INIT_CWD. */
function callerFolder() {
  const byNpm =
    process.env.npm_lifecycle_event !== undefined && process.env.npm_package_json === join(root, 'package.json');
  return byNpm && process.env.INIT_CWD ? process.env.INIT_CWD : process.cwd();
}

// A SIGTERM to `npm start` ends npm alone and would leave the app running with nobody to stop it.
function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent) return;
    child.kill('SIGTERM');
    setTimeout(() => process.exit(1), 5000).unref();
  }, 500).unref();
}
