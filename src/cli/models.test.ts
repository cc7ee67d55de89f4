// Models on the terminal, against a hub on this machine.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { FILES, makeEntry, MODEL_ID, writeCatalog, writeFiles } from '../host/models/testing/made-model.ts';
import { startFakeHub } from '../host/models/testing/fake-hub.ts';
import { createTestFolder } from '../host/testing.ts';
import { runMirror } from './testing.ts';

test('a model of a catalog of its own is added and pulled, and the ledger tells of it', async () => {
  const { run, hub, folder } = await setUp();
  expect(await run('models', 'add', writeCatalog(folder, [makeEntry()]))).toEqual({
    code: 0,
    stdout: 'made-model is in the list.\n',
    stderr: '',
  });
  expect(await run('models', 'pull', MODEL_ID, '--from', hub.origin)).toEqual({
    code: 0,
    stdout: 'A made model is installed: 0.3 MB, every file checked.\n',
    stderr: '',
  });
  const { connections } = JSON.parse((await run('egress', '--json')).stdout) as { connections: { host: string }[] };
  expect(connections.map(({ host }) => host)).toEqual([hub.host, hub.host]);
});

test('from a folder that is named from here, then listed, verified and removed', async () => {
  const { run, start, folder } = await setUp({ isAdded: true });
  writeFiles(join(folder, 'stick'));
  expect(await start('models', 'pull', MODEL_ID, '--from', 'stick').ended).toMatchObject({ code: 0 });
  expect((await run('models')).stdout).toContain('  made-model                installed, 0.3 MB, en, MIT\n');
  expect((await run('models', 'verify')).stdout).toBe('made-model: every file is the one of the catalog.\n');
  const removed = await run('models', 'remove', MODEL_ID, '--json');
  expect(JSON.parse(removed.stdout)).toEqual({ removed: MODEL_ID, freedBytes: 300_014 });
});

test('what speech is written down by can be chosen, a server of this machine too', async () => {
  const { run } = await setUp({});
  const say = async (...args: readonly string[]) => {
    const { code, stdout, stderr } = await run('models', 'use', ...args);
    return [code, stdout + stderr];
  };
  expect(await say('http://127.0.0.1:8080/v1', '--as', 'large')).toEqual([
    0,
    'http://127.0.0.1:8080/v1 writes down what is said from now on.\n',
  ]);
  expect(await say('auto')).toEqual([0, 'The best model that is installed is used.\n']);
  expect(await say('https://api.example.com/v1')).toEqual([
    2,
    'mirror: api.example.com is not a server of this machine. Speech is sent nowhere else; give an address such as http://127.0.0.1:8080/v1.\n',
  ]);
  expect(await say('whisper-huge')).toEqual([
    2,
    'mirror: There is no model "whisper-huge". `mirror models` lists those there are.\n',
  ]);
});

test('failures are one line each, with their exit codes', async () => {
  const { run, hub } = await setUp({ isAdded: true });
  hub.files.set('config.json', Buffer.from('{"made":fals}\n'));
  const say = async (...args: readonly string[]) => {
    const { code, stderr } = await run('models', ...args);
    return [code, stderr.replaceAll(hub.host, 'HUB')];
  };
  expect(await say('pull', MODEL_ID, '--from', hub.origin)).toEqual([
    1,
    'mirror: config.json from HUB is not the file of the catalog: its checksum is another. Nothing was installed; try again, or another source with --from.\n',
  ]);
  expect(await say('pull', MODEL_ID, '--from', 'nowhere')).toEqual([
    2,
    'mirror: "nowhere" is neither an https address nor a folder. Give `hub`, the address of a mirror of it, or a folder that has the files.\n',
  ]);
  expect(await say('pull', '../etc')).toEqual([
    2,
    'mirror: There is no model "../etc". `mirror models` lists those there are.\n',
  ]);
  expect(await say('remove', MODEL_ID)).toEqual([
    2,
    'mirror: The model made-model is not installed. Fetch it with `mirror models pull made-model`.\n',
  ]);
});

test('Ctrl-C stops a download, says so, and leaves no model', async () => {
  const { run, start, hub, models } = await setUp({ isAdded: true });
  hub.faults.push({ kind: 'stall', afterBytes: 3 });
  const asked = hub.nextRequest();
  const { child, ended } = start('models', 'pull', MODEL_ID, '--from', hub.origin);
  await asked;
  child.kill('SIGINT');
  expect(await ended).toEqual({
    code: 1,
    stdout: '',
    stderr: 'mirror: Stopped; made-model is not installed. `mirror models pull made-model` goes on where it was.\n',
  });
  expect(existsSync(join(models, MODEL_ID))).toBe(false);
  expect(await run('models', 'pull', MODEL_ID, '--from', hub.origin)).toMatchObject({ code: 0 });
});

/** Where adding is not what is looked at, the catalog is there already. */
async function setUp({ isAdded = false } = {}) {
  const hub = await startFakeHub();
  for (const [path, bytes] of FILES) hub.files.set(path, bytes);
  const folder = createTestFolder();
  const models = join(folder, 'models');
  if (isAdded) mkdirSync(models);
  if (isAdded) copyFileSync(writeCatalog(folder, [makeEntry()]), join(models, 'catalog.json'));
  const main = join(import.meta.dirname, 'main.ts');
  const workspace = join(folder, 'workspace');
  vi.stubEnv('MIRROR_MODELS', models);
  onTestFinished(() => void vi.unstubAllEnvs());
  const start = (...args: readonly string[]) => {
    const all = ['--disable-warning=ExperimentalWarning', main, ...args, '--workspace', workspace];
    const child = spawn(process.execPath, all, { cwd: folder });
    onTestFinished(() => void child.kill('SIGKILL'));
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()));
    const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...output }));
    return { child, ended };
  };
  return { hub, folder, models, start, run: (...args: readonly string[]) => runMirror(args, workspace) };
}
