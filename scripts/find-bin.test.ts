import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { findBin } from './find-bin.ts';

test('a tool in a folder with spaces runs by Node, with its arguments as they are', () => {
  const root = mkdtempSync(join(tmpdir(), 'mirror & tools '));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = join(root, 'node_modules', '@some', 'tool kit');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ bin: { tool: './run me.cjs' } }));
  writeFileSync(join(folder, 'run me.cjs'), 'console.log(JSON.stringify(process.argv.slice(2)))');
  const [program, file] = findBin('tool', { packageName: '@some/tool kit', root });
  const { stdout } = spawnSync(program, [file, 'a b', '"c"', '%PATH%'], { encoding: 'utf8' });
  expect(JSON.parse(stdout)).toEqual(['a b', '"c"', '%PATH%']);
  expect(() => findBin('other', { packageName: '@some/tool kit', root })).toThrow('has no program "other"');
});

test('every tool of the tasks and the check is found and starts', () => {
  const tools = [
    ['tsc', 'typescript'],
    ['vite'],
    ['vitest'],
    ['biome', '@biomejs/biome'],
    ['oxlint'],
    ['knip'],
  ] as const;
  const failed = tools.filter(([name, packageName = name]) => {
    const [program, file] = findBin(name, { packageName });
    return spawnSync(program, [file, '--version']).status !== 0;
  });
  expect(failed).toEqual([]);
});
