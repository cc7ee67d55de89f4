// A real process, really killed while it adds to a sealed file: what it said to be on the disk can be read.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { createTestFolder } from '../testing.ts';
import { createSealedFiles } from './sealed-files.ts';
import { appendOnce, readWhole } from './whole-file.ts';

test.each([1, 7, 30])('killed after it has said %i, it has lost nothing of that, and goes on', async (killAt) => {
  const root = createTestFolder();
  mkdirSync(join(root, 'live'));
  const script = join(import.meta.dirname, 'fixtures', 'append-until-killed.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, root], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let said = 0;
  for await (const line of createInterface(child.stdout)) {
    said = Number(line);
    if (said === killAt) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  const files = createSealedFiles(root, Buffer.alloc(32, 7));
  const path = join(root, 'live', 'part');
  const kept = await readWhole(files, path);
  expect(kept.length).toBeGreaterThanOrEqual(said * 3000);
  const expected = Buffer.concat(Array.from({ length: kept.length / 3000 }, (_, at) => Buffer.alloc(3000, at % 251)));
  expect(kept.equals(expected)).toBe(true);
  await appendOnce(files, path, Buffer.from('goes on'));
  expect((await readWhole(files, path)).toString('latin1', kept.length)).toBe('goes on');
});
