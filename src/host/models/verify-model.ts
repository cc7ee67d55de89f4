// In: an installed model. Out: whether every file is the one of its catalog, which is looked up before it is ever used.
import { readFileSync, statSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { MirrorError } from '../../domain/errors.ts';
import { ModelEntry, type ModelFile, type ModelId, sizeOf } from '../../domain/models.ts';
import type { Progress } from '../../domain/progress.ts';
import { drain, hashFile } from './hash-file.ts';
import { fileIn, type ModelsFolder } from './models-folder.ts';

/** What a file was when it was last found whole: a file that is changed gets another time, a replaced one another inode. */
const Seal = z.record(z.string(), z.object({ size: z.string(), modifiedNs: z.string(), inode: z.string() }));
type Seal = z.infer<typeof Seal>;

/** The model as it was installed; undefined where there is none. */
export function findInstalled(folder: ModelsFolder, id: ModelId): ModelEntry | undefined {
  try {
    const note = ModelEntry.safeParse(JSON.parse(readFileSync(folder.note(folder.model(id)), 'utf8')));
    return note.data?.id === id ? note.data : undefined;
  } catch {
    // No folder, or its note is unreadable: no model that could be used.
    return undefined;
  }
}

/** Looks at sizes only. Which file is missing or has another size, and how; undefined when all fit. */
export function findMisfit(folder: string, model: ModelEntry): { file: string; detail: string } | undefined {
  for (const file of model.files) {
    const stats = statSync(fileIn(folder, file), { throwIfNoEntry: false });
    if (stats === undefined) return { file: file.path, detail: 'is missing' };
    if (stats.size !== file.sizeBytes)
      return { file: file.path, detail: `has ${stats.size} bytes instead of ${file.sizeBytes}` };
  }
  return undefined;
}

/**
 * Reads every file that has changed since it was last found whole, which mostly is none; with `all`, every file.
 * @throws models/not-installed, models/damaged
 */
export async function* verifyModel(
  folder: ModelsFolder,
  id: ModelId,
  { all, signal }: { readonly all: boolean; readonly signal: AbortSignal },
): AsyncGenerator<Progress, ModelEntry> {
  const model = findInstalled(folder, id);
  if (model === undefined) throw new MirrorError('models/not-installed', { data: { id } });
  const home = folder.model(id);
  const misfit = findMisfit(home, model);
  if (misfit !== undefined) throw new MirrorError('models/damaged', { data: { id, ...misfit } });
  const seal = all ? {} : readSeal(folder.seal(home));
  const changed = model.files.filter((file) => !isSame(seal[file.path], stampOf(fileIn(home, file))));
  if (changed.length === 0) return model;
  const before = Object.fromEntries(model.files.map((file) => [file.path, stampOf(fileIn(home, file))]));
  const total = sizeOf({ ...model, files: changed });
  let done = 0;
  for (const file of changed) {
    const hashing = hashFile(fileIn(home, file), signal);
    for (;;) {
      const step = await hashing.next();
      if (step.done) {
        requireChecksum(id, file, step.value.digest('hex'));
        break;
      }
      done += step.value;
      yield { stage: 'check', done, total, unit: 'bytes' };
    }
  }
  await writeSeal(folder.seal(home), before);
  return model;
}

/** The folder of a model that is whole, for those who load it. @throws models/not-installed, models/damaged */
export async function requireModel(
  folder: ModelsFolder,
  id: ModelId,
  { signal }: { readonly signal: AbortSignal },
): Promise<{ readonly model: ModelEntry; readonly path: string }> {
  const model = await drain(verifyModel(folder, id, { all: false, signal }));
  return { model, path: folder.model(id) };
}

function requireChecksum(id: ModelId, file: ModelFile, sha256: string): void {
  if (sha256 === file.sha256) return;
  throw new MirrorError('models/damaged', { data: { id, file: file.path, detail: 'has other bytes' } });
}

/** Files of a folder that have just been checked one by one need not be read again. */
export async function sealModel(folder: ModelsFolder, home: string, model: ModelEntry): Promise<void> {
  const stamps = model.files.map((file) => [file.path, stampOf(fileIn(home, file))] as const);
  await writeSeal(folder.seal(home), Object.fromEntries(stamps));
}

function stampOf(file: string): Seal[string] {
  const { size, mtimeNs, ino } = statSync(file, { bigint: true });
  return { size: String(size), modifiedNs: String(mtimeNs), inode: String(ino) };
}

const isSame = (a: Seal[string] | undefined, b: Seal[string]): boolean =>
  a !== undefined && a.size === b.size && a.modifiedNs === b.modifiedNs && a.inode === b.inode;

function readSeal(file: string): Seal {
  try {
    return Seal.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    // None yet, or cut by a crash: everything is read once more.
    return {};
  }
}

async function writeSeal(file: string, seal: Seal): Promise<void> {
  await writeFile(`${file}.part`, JSON.stringify(seal), { flush: true });
  await rename(`${file}.part`, file);
}
