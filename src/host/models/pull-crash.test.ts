// Processes that die in the middle of a download, two that want the same model, and a disk without room.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createEgress } from '../egress/gate.ts';
import { createLedger } from '../egress/ledger.ts';
import { createTestCore, createTestFolder } from '../testing.ts';
import { downloadFile } from './download-file.ts';
import { drain } from './hash-file.ts';
import { findPart, partOf } from './part-file.ts';
import { FILES, makeEntry, MODEL_ID, pull, setStage, type Stage, writeCatalog } from './testing/made-model.ts';

const MODEL = FILES.get('onnx/model.onnx')!;

test.each([1, 1000, 299_999])('killed when %i bytes of a file had come: the next one goes on there', async (bytes) => {
  const stage = await setStage();
  // The first file comes whole; the second stops for good after so many bytes.
  stage.hub.faults.push({ kind: 'works' }, { kind: 'stall', afterBytes: bytes });
  await killWhen(stage, 14 + bytes);
  const part = join(stage.models, '.incoming', MODEL_ID, 'onnx', 'model.onnx.part');
  // What it told of was written; nothing of it was lost with the process.
  expect(statSync(part).size).toBe(bytes);
  expect(existsSync(join(stage.models, MODEL_ID))).toBe(false);
  stage.hub.asked.length = 0;
  await pull(stage);
  expect(stage.hub.asked).toEqual([`model.onnx bytes=${bytes}-`]);
  expect(readFileSync(join(stage.models, MODEL_ID, 'onnx', 'model.onnx'))).toEqual(MODEL);
});

test('two processes do not write the same model: the second is told so', async () => {
  const stage = await setStage();
  stage.hub.faults.push({ kind: 'stall', afterBytes: 5 });
  const child = startPull(stage);
  for await (const done of child.told) if (done === 5) break;
  await expect(pull(stage)).rejects.toMatchObject({ data: { code: 'models/busy' } });
  child.kill();
  await child.ended;
  expect((await pull(stage)).status.state).toBe('installed');
});

test('where there is too little room, nothing is begun', async (context) => {
  const disk = mountDisk('24m');
  if (disk === undefined) return context.skip('no file system can be mounted here');
  const models = join(disk, 'models');
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'), { models });
  await core.client.models.add({ file: writeCatalog(folder, [makeEntry()]) });
  const refused = core.client.models.pull({ modelId: MODEL_ID, from: folder }).then((work) => work.next());
  await expect(refused).rejects.toMatchObject({ data: { code: 'models/no-space' } });
  expect(existsSync(join(models, MODEL_ID))).toBe(false);
});

test('a disk that others fill on the way ends the download, and what has come can be gone on with', async (context) => {
  const disk = mountDisk('200k');
  if (disk === undefined) return context.skip('no file system can be mounted here');
  const { hub, folder } = await setStage();
  const [, file] = makeEntry().files;
  const target = join(disk, 'model.onnx');
  const ledger = createLedger(join(folder, 'egress.jsonl'), () => 'one');
  const egress = createEgress({ ledger, clock: { nowMs: () => 1 }, env: {} });
  const url = `${hub.origin}/onnx/model.onnx`;
  const download = { url, hosts: [hub.host], purpose: 'a test', file: file!, target };
  const { signal } = new AbortController();
  const work = downloadFile(download, { egress, signal, pausesMs: [] });
  await expect(drain(work)).rejects.toMatchObject({ code: 'ENOSPC' });
  expect(existsSync(target)).toBe(false);
  const part = findPart(target, file!);
  expect(readFileSync(partOf(target))).toEqual(MODEL.subarray(0, part!.sizeBytes));
  expect(part!.sizeBytes).toBeGreaterThan(0);
});

/** A small one, in memory; undefined where nothing can be mounted. */
function mountDisk(size: string): string | undefined {
  const disk = join(createTestFolder(), 'disk');
  mkdirSync(disk);
  if (process.platform !== 'linux') return undefined;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk]);
  if (status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', [disk]));
  return disk;
}

/** Runs a pull in a process of its own and kills it when it has told of so many bytes. */
async function killWhen(stage: Stage, bytes: number): Promise<void> {
  const child = startPull(stage);
  for await (const done of child.told) if (done >= bytes) break;
  child.kill();
  expect(await child.ended).toEqual([null, 'SIGKILL']);
}

function startPull({ folder, models, hub }: Stage) {
  const script = join(import.meta.dirname, 'testing', 'pull-until-killed.ts');
  const workspace = join(folder, 'other-workspace');
  const args = ['--disable-warning=ExperimentalWarning', script, workspace, models, hub.origin];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { told: readNumbers(child.stdout), ended: once(child, 'exit'), kill: () => child.kill('SIGKILL') };
}

async function* readNumbers(stream: NodeJS.ReadableStream): AsyncGenerator<number, void> {
  for await (const line of createInterface(stream)) yield Number(line);
}
