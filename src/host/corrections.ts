// In: what a person corrects. Out: an entry in the log, and a graph that holds it. Entries are only ever added.
import type { Answer, Command, Correction, CorrectionList } from '../domain/correction.ts';
import type { NarratedRecording } from '../domain/extraction.ts';
import { CorrectionId, type ProcessId, type RecordingId } from '../domain/ids.ts';
import { shortHash } from '../lib/short-hash.ts';
import {
  findRedoable,
  findUndoable,
  findUndone,
  isOnFinding,
  isOrdinary,
  listStanding,
  recordingOf,
} from '../steps/corrections/effective.ts';
import { anchorCommand, checkFits, nameAsInLogs } from './check-command.ts';
import { findStale, readTold } from './corrected.ts';
import { mineAndStore, storeJudgements } from './flow/rebuild-graph.ts';
import type { Host } from './host.ts';
import { cleanCommand } from './redaction/clean-command.ts';
import { getProcess } from './views.ts';

/**
 * Adds a correction and mines the process anew.
 * @throws process/missing, element/missing when something it names is not there, correction/unfit when it makes no sense
 */
export async function correct(host: Host, processId: ProcessId, command: Command | Answer): Promise<Correction> {
  const { entry, corrected } = prepare(host, processId, command);
  return keep(host, entry, corrected);
}

/** Whether a correction could be made now. @throws as `correct` */
export const checkCorrection = (host: Host, processId: ProcessId, command: Command): void =>
  void prepare(host, processId, command);

function prepare(host: Host, processId: ProcessId, command: Command | Answer) {
  getProcess(host.store, processId);
  const told = readTold(host.store, processId);
  // Before it is tried out: the map is drawn from it, and must not say what is not stored.
  const cleaned = cleanCommand(host.store, processId, command);
  const named = nameAsInLogs(host.store, processId, { command: cleaned, told });
  const anchors = anchorCommand(host.store, processId, { command: named, told });
  const recordings = new Set(anchors.map(recordingOf));
  const [only = null] = recordings.size === 1 ? recordings : [];
  const entry = createEntry(host, told.log, { processId, recordingId: only, command: named, anchors });
  return { entry, corrected: checkFits(host.store, entry, told) };
}

/**
 * Takes the last correction back, or the one named; null when there is none in force.
 * @throws process/missing
 */
export async function undo(host: Host, processId: ProcessId, id?: CorrectionId): Promise<Correction | null> {
  const log = readLog(host, processId);
  const found = id === undefined ? findUndoable(log) : listStanding(log).find((entry) => entry.id === id);
  return found ? keep(host, takeBack(host, log, found)) : null;
}

/**
 * Brings back what the last undo took away; null when nothing was undone, or something was corrected since.
 * @throws process/missing
 */
export async function redo(host: Host, processId: ProcessId): Promise<Correction | null> {
  const log = readLog(host, processId);
  const found = findRedoable(log);
  return found ? keep(host, takeBack(host, log, found)) : null;
}

/** @throws process/missing */
export function listCorrections(host: Host, processId: ProcessId): CorrectionList {
  const log = readLog(host, processId);
  const undone = findUndone(log);
  const stale = findStale(host.store, processId);
  return {
    corrections: log.filter(isOrdinary).map((correction) => ({
      correction,
      state: undone.has(correction.id) ? 'undone' : stale.has(correction.id) ? 'stale' : 'standing',
    })),
    canUndo: findUndoable(log) !== undefined,
    canRedo: findRedoable(log) !== undefined,
  };
}

function readLog(host: Host, processId: ProcessId): Correction[] {
  getProcess(host.store, processId);
  return host.store.listCorrections(processId);
}

interface Entry {
  readonly processId: ProcessId;
  readonly recordingId: RecordingId | null;
  readonly command: Correction['command'];
  readonly anchors: Correction['anchors'];
}

/** Times rise even where the clock stands still or is put back: the order of the log must never be in doubt. */
function createEntry(host: Host, log: readonly Correction[], entry: Entry): Correction {
  const atMs = Math.max(host.clock.nowMs(), (log.at(-1)?.atMs ?? 0) + 1);
  const id = CorrectionId.parse(
    `correction-${shortHash(`${entry.processId} ${atMs} ${JSON.stringify(entry.command)}`)}`,
  );
  return { ...entry, id, atMs, inverse: { do: 'undo', correction: id } };
}

function takeBack(host: Host, log: readonly Correction[], found: Correction): Correction {
  const { processId, recordingId, inverse } = found;
  return createEntry(host, log, { processId, recordingId, command: inverse, anchors: [] });
}

/** Stored first, so that a correction outlives a run that is killed while mining. */
async function keep(host: Host, entry: Correction, corrected?: readonly NarratedRecording[]): Promise<Correction> {
  const process = getProcess(host.store, entry.processId);
  host.store.appendCorrection(entry);
  // A large log takes its time to mine, and a judgement on a finding moves nothing on the map.
  const isStored = isOnFinding(entry, host.store.listCorrections(process.id)) && storeJudgements(host, process);
  if (!isStored) await mineAndStore(host, process, { corrected });
  return entry;
}
