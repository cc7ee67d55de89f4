// In: a model of the catalog, and where to get it. Out: the whole model in its folder, or nothing new there.
import { existsSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { open, statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { takeWriterLock, type WriterLock } from '../../../db/lock.ts';
import { MirrorError } from '../../domain/errors.ts';
import { type ModelEntry, type ModelFile, sizeOf } from '../../domain/models.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Egress } from '../egress/gate.ts';
import { makeFolder } from '../make-folder.ts';
import { copyFile } from './copy-file.ts';
import { downloadFile } from './download-file.ts';
import { drain, hashFile } from './hash-file.ts';
import { addressOf, type ModelSource, readSource } from './model-source.ts';
import { fileIn, type ModelsFolder } from './models-folder.ts';
import { findPart } from './part-file.ts';
import { sealModel, verifyModel } from './verify-model.ts';

export interface PullOptions {
  readonly folder: ModelsFolder;
  readonly egress: Egress;
  readonly signal: AbortSignal;
  readonly pausesMs: readonly number[];
  /** `hub`, an address or a folder. */
  readonly from: string;
}

/** Left free, so that fetching a model never stops a recording. */
const RESERVE_BYTES = 256 * 1024 * 1024;

/**
 * Every file is checked before it gets its name, and the folder gets its name when all are there. What has come stays
 * for the next try. A model that is here and whole is not fetched again.
 * @throws models/* and egress/*
 */
export async function* pullModel(model: ModelEntry, options: PullOptions): AsyncGenerator<Progress, ModelEntry> {
  const unknown = model.files.find(({ sha256 }) => sha256 === null);
  if (unknown !== undefined)
    throw new MirrorError('models/no-checksum', { data: { id: model.id, file: unknown.path } });
  const source = readSource(options.from, model);
  const lock = lockPull(options.folder, model);
  try {
    if (yield* isWholeAlready(model, options)) return model;
    await requireSpace(model, options.folder);
    yield* fetchFiles(model, source, options);
    options.signal.throwIfAborted();
    await install(model, options.folder);
    return model;
  } finally {
    lock.release();
  }
}

/** Held by one process at a time, and gone with it however it ends. @throws models/busy */
function lockPull({ incoming, staging }: ModelsFolder, { id }: ModelEntry): WriterLock {
  makeFolder(incoming, 0o755);
  try {
    return takeWriterLock(staging(id));
  } catch (cause) {
    if (!(cause instanceof MirrorError) || cause.code !== 'workspace/locked') throw cause;
    throw new MirrorError('models/busy', { data: { id }, cause });
  }
}

async function* isWholeAlready(model: ModelEntry, options: PullOptions): AsyncGenerator<Progress, boolean> {
  try {
    const there = yield* verifyModel(options.folder, model.id, { all: false, signal: options.signal });
    return JSON.stringify(there.files) === JSON.stringify(model.files);
  } catch (error) {
    if (error instanceof MirrorError) return false;
    throw error;
  }
}

/** @throws models/no-space */
async function requireSpace(model: ModelEntry, { path, staging }: ModelsFolder): Promise<void> {
  const { bavail, bsize } = await statfs(path);
  const neededBytes = sizeOf(model) - bytesHere(staging(model.id), model) + RESERVE_BYTES;
  if (bavail * bsize >= neededBytes) return;
  const inMb = (bytes: number): number => Math.floor(bytes / 1024 ** 2);
  const data = { id: model.id, needed: inMb(neededBytes) + 1, free: inMb(bavail * bsize), folder: path };
  throw new MirrorError('models/no-space', { data });
}

/** How many bytes of a model have come so far. */
export function bytesHere(staging: string, model: ModelEntry): number {
  return model.files.reduce((sum, file) => {
    const target = fileIn(staging, file);
    const whole = statSync(target, { throwIfNoEntry: false })?.size;
    return sum + (whole ?? findPart(target, file)?.sizeBytes ?? 0);
  }, 0);
}

async function* fetchFiles(
  model: ModelEntry,
  source: ModelSource,
  options: PullOptions,
): AsyncGenerator<Progress, void> {
  const staging = options.folder.staging(model.id);
  const progress = countUp(model);
  let before = 0;
  for (const file of model.files) {
    const target = fileIn(staging, file);
    makeFolder(dirname(target), 0o755);
    if (!(await isWhole(target, file, options.signal))) {
      const fetching =
        source.kind === 'folder'
          ? copyFile({ folder: source.folder, model, file, target }, options)
          : downloadFile(
              {
                url: addressOf(source.base, model, file),
                hosts: source.hosts,
                purpose: `download of the model ${model.id}`,
                file,
                target,
              },
              options,
            );
      for await (const here of fetching) yield progress(before + here);
    }
    before += file.sizeBytes;
    yield progress(before);
  }
}

/**
 * Of a file that an earlier download gave its name. The catalog may have changed since, and a disk that lost power may
 * have lost it too: it is read once more.
 */
async function isWhole(target: string, file: ModelFile, signal: AbortSignal): Promise<boolean> {
  if (statSync(target, { throwIfNoEntry: false })?.size !== file.sizeBytes) return false;
  return (await drain(hashFile(target, signal))).digest('hex') === file.sha256;
}

/** A file that has to be begun anew does not take the progress back: it stands until the file has caught up. */
function countUp(model: ModelEntry): (done: number) => Progress {
  const total = sizeOf(model);
  let most = 0;
  return (done) => {
    most = Math.max(most, done);
    return { stage: 'fetch', done: most, total, unit: 'bytes' };
  };
}

async function install(model: ModelEntry, folder: ModelsFolder): Promise<void> {
  const staging = folder.staging(model.id);
  const home = folder.model(model.id);
  await sealModel(folder, staging, model);
  writeFileSync(folder.note(staging), `${JSON.stringify(model, null, 2)}\n`, { flush: true });
  await syncFolder(staging);
  const old = `${staging}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(home)) renameSync(home, old);
  renameSync(staging, home);
  await syncFolder(folder.path);
  rmSync(old, { recursive: true, force: true });
}

/** So that names outlive a power cut. Windows cannot flush a folder, and needs not. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
