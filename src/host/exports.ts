// In: a process and a format. Out: a whole file, where the caller wants it or where a window downloads it from.
import { randomUUID } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { MirrorError } from '../domain/errors.ts';
import { ProcessId } from '../domain/ids.ts';
import type { Progress } from '../domain/progress.ts';
import type { ExportChoice, ExportedFile } from '../domain/views.ts';
import type { ExportFormat } from '../exports/export-input.ts';
import { EXPORTS, getExport } from '../exports/index.ts';
import { openNames, relabelColumns } from '../steps/corrections/relabel-log.ts';
import { listCorrected } from './corrected.ts';
import type { Host } from './host.ts';
import type { ExportRequest } from './off-thread/write-export.ts';
import { requireOutside } from './outside.ts';
import { toUnwritable } from './unwritable.ts';
import { viewProcess } from './views.ts';
import type { Workspace } from './workspace.ts';

/** Every format, with why it cannot be had of this process where it cannot. @throws process/missing, process/not-ready */
export function listExports(host: Host, id: ProcessId): ExportChoice[] {
  const has = countParts(host, id);
  return Object.entries(EXPORTS).map(([format, about]) => {
    const { title, purpose, extension } = about;
    return { format, title, purpose, extension, missing: findMissing(about, has) };
  });
}

/**
 * Writes the process to a file of this machine under another name first, so that nobody ever sees half a file.
 * @throws export/unknown-format, export/nothing-to-write, export/unwritable, usage, process/missing
 */
export async function* exportToFile(
  host: Host,
  wish: FileWish,
  signal?: AbortSignal,
): AsyncGenerator<Progress, { sizeBytes: number }> {
  requireOutside(host.workspace, wish.file);
  return yield* writeFile(host, wish, signal);
}

interface FileWish {
  readonly processId: ProcessId;
  readonly format: string;
  readonly file: string;
}

async function* writeFile(
  host: Host,
  { processId, format, file }: FileWish,
  signal?: AbortSignal,
): AsyncGenerator<Progress, { sizeBytes: number }> {
  const about = getExport(format);
  const missing = findMissing(about, countParts(host, processId));
  if (missing !== null) throw new MirrorError('export/nothing-to-write', { data: { title: about.title, missing } });
  const target = resolveTarget(file);
  const half = `${target}.${randomUUID()}.part`;
  try {
    const { access } = host.workspace.files;
    const request = { ...collectInput(host, processId, about), format, file: half, target: file, access };
    const sizeBytes = yield* host.offThread.follow('writeExport', [request], signal);
    await host.workspace.files.rename(half, target);
    return { sizeBytes };
  } catch (error) {
    throw toUnwritable(file, error);
  } finally {
    await host.workspace.files.remove(half);
  }
}

/**
 * Writes the process where a door can hand it on from, until the next start: a copy that stayed would outlive what
 * people remove from the workspace. @throws as exportToFile
 */
export async function* exportToWorkspace(
  host: Host,
  { processId, format }: { processId: ProcessId; format: string },
  signal?: AbortSignal,
): AsyncGenerator<Progress, ExportedFile> {
  const { process } = viewProcess(host.store, processId);
  const fileName = `${fileStem(process.name)}.${getExport(format).extension}`;
  const folder = keptExports(host.workspace, processId);
  mkdirSync(folder, { recursive: true });
  const { sizeBytes } = yield* writeFile(host, { processId, format, file: join(folder, fileName) }, signal);
  return { fileName, sizeBytes, url: `exports/${processId}/${encodeURIComponent(fileName)}` };
}

export interface KeptExport {
  readonly sizeBytes: number;
  readonly path: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** What a url of `exportToWorkspace` names, for the door that serves it; undefined for anything else. */
export async function findExported(workspace: Workspace, url: string): Promise<KeptExport | undefined> {
  const [, process = '', name = ''] = /^\/?exports\/([\w-]+)\/([^/]+)$/.exec(url) ?? [];
  const fileName = decode(name);
  const format = Object.values(EXPORTS).find(({ extension }) => fileName.endsWith(`.${extension}`));
  // A name with a separator in it would lead out of the folder.
  if (!ProcessId.safeParse(process).success || !format || basename(fileName) !== fileName) return undefined;
  const path = join(keptExports(workspace, process), fileName);
  const sizeBytes = await workspace.files.sizeOf(path);
  return sizeBytes === undefined ? undefined : { path, fileName, sizeBytes, mediaType: format.mediaType };
}

/** For when something is removed from a process: no export may go on saying it. */
export function dropExports(workspace: Workspace, id: ProcessId): void {
  rmSync(keptExports(workspace, id), { recursive: true, force: true });
}

const keptExports = (workspace: Workspace, id: string): string => join(workspace.incoming, 'exports', id);

interface Parts {
  readonly activities: number;
  readonly events: number;
}

function countParts({ store }: Host, id: ProcessId): Parts {
  const { graph, logs } = viewProcess(store, id);
  const logged = logs.reduce((sum, { events }) => sum + events, 0);
  const told = graph.activities.reduce((sum, { stepIds }) => sum + stepIds.length, 0);
  return { activities: graph.activities.length, events: logged + told };
}

function findMissing({ needs }: ExportFormat, { activities, events }: Parts): string | null {
  if (needs === 'activities' && activities === 0) return 'no activity has been found in this process yet';
  if (needs === 'events' && events === 0) return 'this process has no event log and no recorded steps yet';
  return null;
}

function collectInput(
  { store }: Host,
  id: ProcessId,
  { needs }: ExportFormat,
): Omit<ExportRequest, 'access' | 'format' | 'file' | 'target'> {
  const { process, graph, insights, logs } = viewProcess(store, id);
  const columns = needs === 'events' ? logs.map((log) => store.readLogColumns(log.id)) : [];
  const nameOf = openNames(columns, store.listCorrections(id));
  return {
    process,
    graph,
    insights,
    recordings: listCorrected(store, id),
    clusters: graph.activities.map(({ label, stepIds }) => ({ label, stepIds })),
    logs: logs.map((log, at) => ({ log, columns: columns[at] ? relabelColumns(columns[at], nameOf) : null })),
  };
}

/** What a link leads to is written, not the link replaced; a device or a folder is no place for a file. */
function resolveTarget(file: string): string {
  try {
    const found = statSync(file, { throwIfNoEntry: false });
    if (found === undefined) {
      if (statSync(dirname(file), { throwIfNoEntry: false })?.isDirectory()) return file;
      throw new MirrorError('export/unwritable', { data: { file, detail: 'there is no such folder' } });
    }
    if (found.isFile()) return realpathSync(file);
  } catch (error) {
    throw toUnwritable(file, error);
  }
  throw new MirrorError('export/unwritable', { data: { file, detail: 'it is no file' } });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A malformed escape names no file.
    return '';
  }
}

const fileStem = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '') || 'process';
