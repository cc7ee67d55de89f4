// In: a process, a recording or a log, and what a person wants of it. Out: it is renamed or gone, and the map says so.
import { z } from 'zod';
import { MirrorError } from '../domain/errors.ts';
import type { ArtifactId, LogId, ProcessId, RecordingId } from '../domain/ids.ts';
import type { EventLog, Process, Recording } from '../domain/process.ts';
import { getArtifact } from './documents/view-documents.ts';
import { dropExports } from './exports.ts';
import { mineAndStore } from './flow/rebuild-graph.ts';
import { findProcessCalled, tidyProcessName } from './flow/work.ts';
import { type Host, processChanged, processesChanged } from './host.ts';
import { getProcess } from './views.ts';

/** @throws process/missing, process/name-taken, usage for a name that is none */
export async function renameProcess(host: Host, id: ProcessId, name: string): Promise<void> {
  const process: Process = { ...getProcess(host.store, id), name: tidyProcessName(name) };
  const other = findProcessCalled(host.store, process.name);
  if (other !== undefined && other.id !== id)
    throw new MirrorError('process/name-taken', { data: { name: other.name } });
  host.store.saveProcess(process);
  await tellAnew(host, process);
}

/** @throws recording/missing, usage for a name that is none */
export async function renameRecording(host: Host, id: RecordingId, title: string): Promise<void> {
  const { processId } = getRecording(host, id);
  host.store.setRecordingTitle(id, tidyName(title));
  await tellAnew(host, getProcess(host.store, processId));
}

/** @throws log/missing, usage for a name that is none */
export async function renameLog(host: Host, id: LogId, name: string): Promise<void> {
  const { processId } = getLog(host, id);
  host.store.setLogName(id, tidyName(name));
  await tellAnew(host, getProcess(host.store, processId));
}

/**
 * The process with all that was taken into it, for good.
 * @throws process/missing
 */
export async function removeProcess(host: Host, id: ProcessId): Promise<void> {
  const { store } = host;
  getProcess(store, id);
  const media = store.listRecordings(id).flatMap((recording) => listMedia(store, recording.id));
  const files = [...media, ...store.listLogs(id), ...store.listArtifacts(id)].map(({ path }) => path);
  noteRemoval(host, files);
  store.removeProcess(id);
  dropExports(host.workspace, id);
  await finishRemovals(host);
  host.announce(processesChanged);
}

/**
 * The recording with its words, its media and every correction that quotes it, for good.
 * @throws recording/missing
 */
export async function removeRecording(host: Host, id: RecordingId): Promise<void> {
  const { processId } = getRecording(host, id);
  const files = listMedia(host.store, id).map(({ path }) => path);
  noteRemoval(host, files);
  host.store.removeRecording(id);
  dropExports(host.workspace, processId);
  await finishRemovals(host);
  await tellAnew(host, getProcess(host.store, processId));
}

/** @throws log/missing */
export async function removeLog(host: Host, id: LogId): Promise<void> {
  const { processId, path } = getLog(host, id);
  noteRemoval(host, [path]);
  host.store.removeLog(id);
  dropExports(host.workspace, processId);
  await finishRemovals(host);
  await tellAnew(host, getProcess(host.store, processId));
}

/** @throws document/missing, usage for a name that is none */
export function renameDocument(host: Host, id: ArtifactId, name: string): void {
  const { processId } = getArtifact(host.store, id);
  host.store.setArtifactName(id, tidyName(name));
  host.announce(processChanged(processId));
}

/**
 * The document with its text, its file and what was attached to it, for good.
 * @throws document/missing
 */
export async function removeDocument(host: Host, id: ArtifactId): Promise<void> {
  const { processId } = getArtifact(host.store, id);
  const all = host.store.listArtifacts(processId);
  const isIn = (parent: ArtifactId | null): boolean =>
    parent !== null && (parent === id || isIn(all.find((each) => each.id === parent)?.parentId ?? null));
  noteRemoval(
    host,
    all.filter((each) => each.id === id || isIn(each.parentId)).map(({ path }) => path),
  );
  host.store.removeArtifact(id);
  await finishRemovals(host);
  host.announce(processesChanged);
  host.announce(processChanged(processId));
}

/** Names stand in the graph and in sentences of findings, so both are made anew. */
async function tellAnew(host: Host, process: Process): Promise<void> {
  await mineAndStore(host, process);
  host.announce(processesChanged);
  host.announce(processChanged(process.id));
}

/**
 * Removes the files that nothing stored needs any more, of this removal and of one that was killed before it came to
 * them. Files are kept by content: one may belong to a recording of another process as well.
 */
export async function finishRemovals({ store, workspace }: Host): Promise<void> {
  for (const path of readRemovals(store)) {
    if (!store.isKept(path)) await workspace.files.remove(workspace.file(path));
    store.writeSetting(
      REMOVALS,
      readRemovals(store).filter((other) => other !== path),
    );
  }
}

/** Before the rows go: afterwards nobody would know of their files. */
function noteRemoval({ store }: Host, paths: readonly string[]): void {
  store.writeSetting(REMOVALS, [...new Set([...readRemovals(store), ...paths])]);
}

const listMedia = (store: Host['store'], id: RecordingId): readonly { readonly path: string }[] => [
  ...store.listTracks(id),
  ...store.listFrames(id),
];

const REMOVALS = 'files to remove';

const readRemovals = (store: Host['store']): string[] => z.array(z.string()).parse(store.readSetting(REMOVALS) ?? []);

function getRecording({ store }: Host, id: RecordingId): Recording {
  const recording = store.findRecording(id);
  if (recording === undefined) throw new MirrorError('recording/missing');
  return recording;
}

function getLog({ store }: Host, id: LogId): EventLog {
  const log = store.findLog(id);
  if (log === undefined) throw new MirrorError('log/missing');
  return log;
}

function tidyName(name: string): string {
  const tidy = name.trim().replaceAll(/\s+/g, ' ');
  if (tidy.length > 0 && tidy.length <= 200) return tidy;
  throw new MirrorError('usage', { data: { detail: 'A name has 1 to 200 characters' } });
}
