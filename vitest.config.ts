// Tests stand beside the code; those that need a real Chromium end in .browser.test.ts, and those that record a real screen,
// in real time, in .screen.test.ts, or .alone.test.ts where even a second one beside them would be heard.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const TESTS = '{src,db,models,renderer,electron,scripts,bench}/**/*.test.{ts,tsx}';
const SCREEN_TESTS = '{src,renderer}/**/*.screen.test.ts';
const ALONE_TESTS = '{src,renderer}/**/*.alone.test.ts';
/** Whose tests change nothing of the process that they run in, or change it back. */
const TESTS_TOGETHER = [
  'src/{lib,domain,capture,ingest,evidence,steps,graph,insights,answers,exports,api,web,cli,mcp}/**/*.test.ts',
  'src/host/{agents,ask,chat,egress,flow,intake,keys,policy,redaction,writers}/**/*.test.ts',
  'renderer/**/*.test.{ts,tsx}',
];

// One more than there are cores where there are two: tests of windows and of other processes mostly wait.
const WORKERS = Math.max(3, availableParallelism() - 1);

export default defineConfig({
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'tests',
          include: [TESTS],
          exclude: [SCREEN_TESTS, ALONE_TESTS, ...TESTS_TOGETHER],
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
        },
      },
      // One file after the other in each process: loading the core anew for each takes longer than most tests of it.
      {
        extends: true,
        test: {
          name: 'together',
          include: TESTS_TOGETHER,
          exclude: [SCREEN_TESTS, ALONE_TESTS],
          isolate: false,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 0 },
          globalSetup: ['scripts/testing/serve-chromium.ts', 'renderer/gallery/testing/serve-gallery.ts'],
        },
      },
      // After all others: what is recorded while other browsers take the machine says nothing of the recorder. Twice where
      // it fails: other programs take the machine as well.
      { extends: true, test: { name: 'screen', include: [SCREEN_TESTS], retry: 1, sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: { name: 'alone', include: [ALONE_TESTS], retry: 1, maxWorkers: 1, sequence: { groupOrder: 2 } },
      },
    ],
    // Not threads: worker threads that load TypeScript at the same time can crash Node (see src/host/off-thread/pool.ts).
    pool: 'forks',
    // On two cores as well: recorders mostly wait.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    execArgv: ['--wasm-wrapper-tiering-budget=1000000000', '--disable-warning=ExperimentalWarning'],
    // As in scripts/run.mjs: most tests of the host and of the terminal start workers or programs.
    env: { NODE_COMPILE_CACHE: fileURLToPath(new URL('node_modules/.cache/compiled', import.meta.url)) },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    restoreMocks: true,
    reporters: ['default', './scripts/testing/tell-slow-files.ts'],
    // What is waited for comes late on a busy machine; waiting longer costs nothing where it comes.
    expect: { poll: { timeout: 15_000 } },
  },
});
