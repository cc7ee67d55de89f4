// The one word that checks everything: types, pure types, arrows, sizes, lint, format, unused code, docs, tests.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { findBin } from './find-bin.ts';

const HOME = resolve(import.meta.dirname, '..');
const script = (name: string): readonly string[] => [
  process.execPath,
  '--disable-warning=ExperimentalWarning',
  join('scripts', name),
];

interface CheckCommand {
  readonly name: string;
  readonly command: readonly string[];
}

const QUICK: readonly CheckCommand[] = [
  { name: 'types', command: [...findBin('tsc', { packageName: 'typescript' }), '--noEmit'] },
  { name: 'pure types', command: [...findBin('tsc', { packageName: 'typescript' }), '-p', 'tsconfig.pure.json'] },
  { name: 'arrows', command: script('check-arrows.ts') },
  { name: 'sizes', command: script('check-sizes.ts') },
  // Folders by name: without them the linter walks node_modules.
  {
    name: 'lint',
    command: [
      ...findBin('oxlint'),
      '--type-aware',
      '--quiet',
      'src',
      'db',
      'models',
      'renderer',
      'scripts',
      'bench',
      'electron',
    ],
  },
  { name: 'format', command: [...findBin('biome', { packageName: '@biomejs/biome' }), 'format', '.'] },
  { name: 'unused', command: [...findBin('knip'), '--no-progress'] },
  { name: 'map', command: script('draw-map.ts') },
];

const TESTS: CheckCommand = { name: 'tests and docs', command: [...findBin('vitest'), 'run', '--reporter=dot'] };

const withTests = !process.argv.includes('--no-tests');
const failed = [...(await runAll(QUICK)), ...(withTests ? await runAll([TESTS]) : [])];
console.log(failed.length === 0 ? 'check: everything holds' : `check: ${failed.join(', ')} failed`);
process.exitCode = failed.length === 0 ? 0 : 1;

/** Names of those that failed; their output is printed when they end, so that two never mix. */
async function runAll(checks: readonly CheckCommand[]): Promise<string[]> {
  const waiting = [...checks];
  const failures: string[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const startedMs = Date.now();
      const { code, output } = await run(next.command);
      console.log(
        `${code === 0 ? 'ok    ' : 'FAILED'} ${next.name} (${((Date.now() - startedMs) / 1000).toFixed(1)} s)`,
      );
      if (code !== 0) failures.push(next.name);
      if (code !== 0) console.log(output.trimEnd());
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work));
  return failures;
}

function run([command = '', ...args]: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((done, reject) => {
    const child = spawn(command, args, { cwd: HOME });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('exit', (code) => done({ code: code ?? 1, output }));
  });
}
