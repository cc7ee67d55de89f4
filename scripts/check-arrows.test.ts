import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { judgeArrows, readArrows } from './check-arrows.ts';

const HOME = resolve(import.meta.dirname, '..');

test('the rooms as they are keep to the flow, and every file was read', () => {
  const report = readArrows();
  expect(judgeArrows(report)).toEqual([]);
  expect(report.files).toBeGreaterThan(100);
});

test('a planted import against the flow is found', () => {
  const root = plant({
    'src/graph/build.ts': "import { answer } from '../answers/answer.ts';\nexport const graph = answer;\n",
    'src/answers/answer.ts': 'export const answer = 1;\n',
    'src/steps/read.ts': "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;\n",
    'src/api/router.ts': "import { store } from '../../db/store.ts';\nexport const router = store;\n",
    'db/store.ts': 'export const store = 1;\n',
    'renderer/App.ts': "import { router } from '../src/api/router.ts';\nexport const App = router;\n",
    'src/cli/main.ts': "import { app } from 'electron';\nexport const main = app;\n",
    'src/host/phone-home.ts': "import { request } from 'node:https';\nexport const phone = request;\n",
    'src/host/egress/gate.ts': "import { request } from 'node:https';\nexport const gate = request;\n",
    'node_modules/electron/package.json': '{"name":"electron","version":"1.0.0","main":"index.js"}',
    'node_modules/electron/index.js': 'exports.app = 1;\n',
  });
  expect(judgeArrows(readArrows(root)).toSorted()).toEqual([
    'renderer/App.ts -> src/api/router.ts (the-window-speaks-through-the-api)',
    expect.stringMatching(/^src\/api\/router\.ts -> db\/store\.ts \(only-host-knows-db-and-models\)$/),
    expect.stringMatching(/^src\/cli\/main\.ts -> .*electron.* \(only-electron-imports-electron\)$/),
    'src/graph/build.ts -> src/answers/answer.ts (graph-imports-upstream-only)',
    'src/host/phone-home.ts -> https (connections-only-through-the-gate)',
    'src/steps/read.ts -> fs (pure-rooms-use-pure-libraries)',
  ]);
});

test('a checker that read too little does not pass', () => {
  expect(judgeArrows({ modules: 0, files: 120, violations: [] })).toEqual([
    'the arrows checker read 0 of 120 source files',
  ]);
});

test('the pure types fail when a room says `process` or `document`', () => {
  const root = plant({
    'src/steps/planted.ts': 'export const mode = process.env.MODE;\nexport const page = document.title;\n',
  });
  const tsc = join(HOME, 'node_modules', 'typescript', 'bin', 'tsc');
  const { status, stdout } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.pure.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status).not.toBe(0);
  expect(stdout).toMatch(/src\/steps\/planted\.ts\(1,21\): error TS\d+: Cannot find name 'process'/);
  expect(stdout).toMatch(/src\/steps\/planted\.ts\(2,21\): error TS\d+: Cannot find name 'document'/);
});

/** A small project with these files. */
function plant(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'mirror-arrows-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const name of ['tsconfig.json', 'tsconfig.pure.json', 'package.json'])
    cpSync(join(HOME, name), join(root, name));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}
