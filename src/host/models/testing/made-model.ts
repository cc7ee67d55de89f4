// For tests: a model of a few thousand bytes, and a core that can fetch it.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { type ModelEntry, ModelId } from '../../../domain/models.ts';
import type { Progress } from '../../../domain/progress.ts';
import type { Core } from '../../core.ts';
import { createTestCore, createTestFolder } from '../../testing.ts';
import { type FakeHub, startFakeHub } from './fake-hub.ts';

export const MODEL_ID = ModelId.parse('made-model');

/** Bytes that are different everywhere. */
export function makeBytes(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let at = 0; at < length; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    bytes[at] = state >>> 16;
  }
  return bytes;
}

export const FILES: ReadonlyMap<string, Buffer> = new Map([
  ['config.json', Buffer.from('{"made":true}\n')],
  ['onnx/model.onnx', makeBytes(300_000, 7)],
]);

export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

export function makeEntry(files: ReadonlyMap<string, Buffer> = FILES): ModelEntry {
  return {
    id: MODEL_ID,
    title: 'A made model',
    role: 'embedder',
    engine: 'transformers.js',
    goodFor: 'Tests.',
    languages: ['en'],
    licence: 'MIT',
    memoryBytes: 1000,
    origin: { hub: 'huggingface', repository: 'made/model', revision: 'a'.repeat(40) },
    checksumsFrom: 'Made here.',
    files: [...files].map(([path, bytes]) => ({ path, sizeBytes: bytes.length, sha256: sha256(bytes) })),
  };
}

/** A catalog file of a person's own. */
export function writeCatalog(folder: string, models: readonly unknown[]): string {
  const file = join(folder, 'own-catalog.json');
  writeFileSync(file, JSON.stringify({ schema: 'mirror-models/1', models }));
  return file;
}

export function writeFiles(folder: string, files: ReadonlyMap<string, Buffer> = FILES): void {
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}

export interface Stage {
  readonly core: Core;
  readonly hub: FakeHub;
  readonly folder: string;
  /** Where models are kept. */
  readonly models: string;
}

/** A core that knows the made model, and a hub that has it. `tries` in vain are made, one right after the other. */
export async function setStage({ patienceMs = 30_000, entry = makeEntry(), tries = 3 } = {}): Promise<Stage> {
  const folder = createTestFolder();
  const models = join(folder, 'models');
  const egress = { patienceMs, pausesMs: Array.from({ length: tries - 1 }, () => 0) };
  const core = await createTestCore(join(folder, 'workspace'), { models, egress });
  const hub = await startFakeHub();
  for (const [path, bytes] of FILES) hub.files.set(path, bytes);
  await core.client.models.add({ file: writeCatalog(folder, [entry]) });
  return { core, hub, folder, models };
}

/** Runs a pull to its end: what it told on the way, and what it came to. */
export async function pull({ core, hub }: Stage, from = hub.origin) {
  const told: Progress[] = [];
  const work = await core.client.models.pull({ modelId: MODEL_ID, from });
  for (;;) {
    const { value, done } = await work.next();
    if (done) return { told, status: value };
    told.push(value);
  }
}

/** How the made model stands. */
export async function find({ core }: Stage) {
  return (await core.client.models.list()).find(({ model }) => model.id === MODEL_ID);
}

export async function expectNothingInstalled(stage: Stage): Promise<void> {
  expect(existsSync(join(stage.models, MODEL_ID))).toBe(false);
  expect(['absent', 'partial']).toContain((await find(stage))?.state);
}

/** The installed files. */
export function readModel({ models }: Stage): Map<string, Buffer> {
  return new Map([...FILES.keys()].map((path) => [path, readFileSync(join(models, MODEL_ID, path))]));
}

/** As an earlier download would have left it. */
export function haveFirstFile({ models }: Stage, bytes = FILES.get('config.json')!): void {
  writeFiles(join(models, '.incoming', MODEL_ID), new Map([['config.json', bytes]]));
}

/** Has the first file, so many bytes of the second, and the download cancelled. */
export async function stopAt(stage: Stage, bytes: number) {
  const { core, hub } = stage;
  haveFirstFile(stage);
  hub.faults.push({ kind: 'stall', afterBytes: bytes });
  const work = await core.client.models.pull({ modelId: MODEL_ID, from: hub.origin });
  for (;;) {
    const { value, done } = await work.next();
    if (done) throw new Error('the download should have stalled');
    if (value.done === 14 + bytes) break;
  }
  await core.client.models.cancel({ modelId: MODEL_ID });
  await expect(drain(work)).rejects.toMatchObject({ name: 'AbortError' });
  return find(stage);
}

async function drain(work: AsyncIterator<unknown, unknown>): Promise<void> {
  while (!(await work.next()).done);
}
