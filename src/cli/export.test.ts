// Exporting from the terminal: into a file, into a pipe, and refused in one line.
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openTables } from '../../db/read-tables.ts';
import { EXPORTS } from '../exports/index.ts';
import { findRecordingSource } from '../host/sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../host/testing.ts';
import { runMirror, spawnMirror } from './testing.ts';

test('a file is written whole and its size told; the ending of its name chooses the kind of OCEL', async () => {
  const { folder, workspace } = await takeIn();
  const [json, sqlite] = ['p.jsonocel', 'p.SQLite'].map((name) => join(folder, 'out', name));
  const first = await runMirror(['export', '--process', 'refunds', '--format', 'ocel', '--out', json!], workspace);
  const text = readFileSync(json!, 'utf8');
  const told = `${json}: ${Buffer.byteLength(text).toLocaleString('en')} bytes\n`;
  expect(first).toEqual({ code: 0, stdout: told, stderr: '' });
  expect(Object.keys(JSON.parse(text))).toEqual(['eventTypes', 'objectTypes', 'events', 'objects']);

  const args = ['export', '--process', 'refunds', '--format', 'ocel', '--out', sqlite!, '--json'];
  expect(JSON.parse((await runMirror(args, workspace)).stdout)).toEqual({
    file: sqlite,
    format: 'ocel-sqlite',
    sizeBytes: readFileSync(sqlite!).length,
  });
  openTables(sqlite!).close();
  expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['p.SQLite', 'p.jsonocel']);
});

test('a dash writes to the terminal and nothing else is written there', async () => {
  const { workspace } = await takeIn();
  const args = ['export', '--process', 'refunds', '--format', 'csv', '--out'];
  const { code, stdout, stderr } = await spawnMirror([...args, '-'], workspace);
  expect({ code, stderr, header: stdout.split('\r\n')[0] }).toEqual({
    code: 0,
    stderr: '',
    header: 'case,activity,timestamp,start_timestamp,resource,role,lifecycle,evidence,system,artifact',
  });
  expect(await runMirror([...args, '-', '--json'], workspace)).toMatchObject({ code: 2 });
});

test('a wrong format or place is said in one line, and the help names every format', async () => {
  const { folder, workspace } = await takeIn();
  const run = (format: string, out: string) =>
    runMirror(['export', '--process', 'refunds', '--format', format, '--out', out], workspace);
  expect(await run('csv', folder)).toEqual({
    code: 2,
    stdout: '',
    stderr: `mirror: ${folder}: cannot be written (it is a folder). Choose another place.\n`,
  });
  const names = Object.keys(EXPORTS).join(', ');
  expect(await run('docx', join(folder, 'x'))).toEqual({
    code: 2,
    stdout: '',
    stderr: `mirror: Mirror does not export "docx". Choose one of ${names}.\n`,
  });
  expect(await run('csv', join(folder, 'none', 'x'))).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^mirror: .*none\/x: cannot be written \(there is no such folder\)\..*\n$/),
  });
  const { stdout } = await runMirror(['export', '--help']);
  for (const [name, { purpose }] of Object.entries(EXPORTS)) {
    expect(stdout).toContain(`\n  ${name}`);
    expect(stdout).toContain(purpose);
  }
});

async function takeIn() {
  const folder = createTestFolder();
  const workspace = join(folder, 'workspace');
  const core = await createTestCore(workspace);
  const source = findRecordingSource(writeTranscript(folder), { actor: 'Ida', role: undefined, title: undefined });
  await finish(await core.client.process.takeIn({ process: 'refunds', sources: [source] }));
  await core.close();
  mkdirSync(join(folder, 'out'));
  return { folder, workspace };
}
