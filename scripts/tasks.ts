// In: a task's name and its arguments. Runs under Node 24 with everything installed; `npm run TASK` leads here.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { passSignals } from './bootstrap/pass-signals.mjs';
import { findBin } from './find-bin.ts';

const root = resolve(import.meta.dirname, '..');

type Task = (args: readonly string[]) => Promise<number>;

const TASKS: Readonly<Record<string, Task>> = {
  start: async (args) => (await build()) || ((await openDesktop(args)) ?? startWeb(args)),
  desktop: async (args) => (await import('./desktop/start.ts')).insistOnDesktop(root, args),
  package: (args) => runNode(['scripts/package.ts', ...args]),
  mirror: (args) => runNode(['src/cli/main.ts', ...args], { inCallersFolder: true }),
  test: async (args) => (await build()) || run([...findBin('vitest'), 'run', ...args]),
  check: (args) => runNode(['scripts/check.ts', ...args]),
  golden: () => run([...findBin('vitest'), 'run', '--update']),
  format: () => run([...findBin('biome', { packageName: '@biomejs/biome' }), 'format', '--write', '.']),
  map: () => runNode(['scripts/draw-map.ts', '--write']),
  samples: (args) => runNode(['scripts/samples/make.ts', ...args]),
  migrations: (args) => runNode(['db/generate.ts', ...args]),
  build: () => build(),
};

const [name = '', ...args] = process.argv.slice(2);
process.exit(await runTask(name));

async function runTask(task: string): Promise<number> {
  const known = TASKS[task];
  if (known) return known(args);
  const bench = /^bench:([a-z-]+)$/.exec(task)?.[1];
  if (bench && existsSync(join(root, 'bench', `${bench}.ts`)))
    return runNode([`bench/${bench}.ts`, ...args], { inCallersFolder: true });
  console.error(`mirror: there is no task "${task}". The tasks are: ${Object.keys(TASKS).join(', ')}, bench:NAME.`);
  return 2;
}

/** The exit code of the desktop app where it opened; undefined where the browser is to be opened. */
async function openDesktop(args: readonly string[]): Promise<number | undefined> {
  return (await import('./desktop/start.ts')).startDesktop(root, args);
}

function startWeb(args: readonly string[]): Promise<number> {
  const forWeb = args.filter((arg) => arg !== '--web');
  return runNode(['src/cli/main.ts', 'start', ...forWeb], { inCallersFolder: true });
}

/** The window's files, made only when the sources are newer than they are. */
async function build(): Promise<number> {
  const { isBuilt, markBuilt } = await import('./build-stamp.ts');
  if (isBuilt(root)) return 0;
  console.error('mirror: building the app ...');
  const code = await run([...findBin('vite'), 'build', '--logLevel', 'warn']);
  if (code === 0) markBuilt(root);
  return code;
}

function runNode([file, ...rest]: readonly [string, ...string[]], where = { inCallersFolder: false }): Promise<number> {
  const cwd = where.inCallersFolder ? process.cwd() : root;
  return run([process.execPath, '--disable-warning=ExperimentalWarning', join(root, file), ...rest], cwd);
}

function run([command, ...commandArgs]: readonly [string, ...string[]], cwd = root): Promise<number> {
  return new Promise((done) => {
    const child = spawn(command, commandArgs, { cwd, stdio: 'inherit' });
    passSignals(child);
    child.on('error', (error) => {
      console.error(
        `mirror: ${command} does not start (${error.message}). Remove node_modules and run the command again.`,
      );
      done(1);
    });
    child.on('exit', (code, signal) => done(signal ? 1 : (code ?? 1)));
  });
}
