// Processes that die in the middle of a download, two that want the same model, and a disk without room.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { createTestCore, createTestFolder } from '../testing.ts';
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
  const disk = join(createTestFolder(), 'disk');
  mkdirSync(disk);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]);
  if (mounted.status !== 0) return context.skip('no file system can be mounted here');
  onTestFinished(() => void spawnSync('umount', [disk]));
  const models = join(disk, 'models');
  const folder = createTestFolder();
  const core = await createTestCore(join(folder, 'workspace'), { models });
  await core.client.models.add({ file: writeCatalog(folder, [makeEntry()]) });
  const from = folder;
  const refused = core.client.models.pull({ modelId: MODEL_ID, from }).then((work) => work.next());
  await expect(refused).rejects.toMatchObject({ data: { code: 'models/no-space' } });
  expect(existsSync(join(models, MODEL_ID))).toBe(false);
});

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
