// The recorder of a workspace: one recording at a time; what an earlier run left is saved when nobody goes on with it.
import { randomUUID } from 'node:crypto';
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { RESERVE_BYTES } from '../../capture/budget.ts';
import type { RecorderService } from '../../api/recorder-service.ts';
import type { CapturePlan, Receipt } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { RecordingId } from '../../domain/ids.ts';
import type { Process } from '../../domain/process.ts';
import type { Host } from '../host.ts';
import { clearFolder, keepCapture, type KeptCapture } from './keep-capture.ts';
import { liveFolder, readPlan } from './live-folder.ts';
import { LiveRecording, type RecorderNeeds } from './live-recording.ts';

export interface RecorderOptions extends Partial<RecorderNeeds> {
  /** How long a recorder has to come back after a restart of the core before its recording is closed for it. */
  readonly graceMs?: number;
  readonly report: (error: unknown, what: string) => void;
  /** A recording was stored: its process should be worked out. */
  readonly whenKept: (process: Process) => void;
}

export interface Recorder extends RecorderService {
  /** Resolves when everything left behind has been saved whose grace is over. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const GRACE_MS = 20_000;

/** Looks through the folder of unfinished recordings at once, and saves them in the background. */
export function createRecorder(host: Host, options: RecorderOptions): Recorder {
  const needs: RecorderNeeds = {
    monotonicMs: options.monotonicMs ?? (() => performance.now()),
    freeBytes: options.freeBytes ?? freeBytes,
    reserveBytes: options.reserveBytes ?? RESERVE_BYTES,
  };
  const recovered: Receipt[] = [];
  const timers = new Map<RecordingId, NodeJS.Timeout>();
  let live: LiveRecording | undefined;
  let isClosed = false;
  /** Starting, reopening and saving take turns: two of them would write the same files. */
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {}); // whoever asked for it hears of its failure
    return mine;
  };

  const note = ({ process }: KeptCapture): void => {
    if (process && !isClosed) options.whenKept(process);
  };

  const salvage = async (id: RecordingId): Promise<void> => {
    timers.delete(id);
    if (isClosed || live?.plan.recordingId === id) return;
    try {
      const kept = await salvageFolder(host, id);
      if (kept === undefined) return;
      recovered.push(kept.receipt);
      note(kept);
    } catch (error) {
      // It stays where it is; the next start tries again.
      options.report(error, id);
    }
  };

  /** Each in its time: a recorder that is still running may be about to come back. */
  const findLeft = async (): Promise<void> => {
    for (const id of await listLive(host)) {
      const waitMs = await graceLeftMs(host, id, options.graceMs ?? GRACE_MS);
      if (waitMs === 0) await salvage(id);
      else timers.set(id, setTimeout(() => void inTurn(() => salvage(id)), waitMs).unref());
    }
  };
  void inTurn(findLeft).catch((error: unknown) => options.report(error, 'live'));

  /** The recording, gone on with after a restart when it is not open yet. @throws recorder/none */
  const find = (id: RecordingId): Promise<LiveRecording> | LiveRecording =>
    live?.plan.recordingId === id ? live : inTurn(() => reopen(id));

  const reopen = async (id: RecordingId): Promise<LiveRecording> => {
    if (live?.plan.recordingId === id) return live;
    const plan = isClosed || live ? undefined : await readPlan(liveFolder(host.workspace, id));
    if (plan === undefined) throw new MirrorError('recorder/none');
    clearTimeout(timers.get(id));
    timers.delete(id);
    live = await LiveRecording.reopen(host, plan, needs);
    return live;
  };

  const isBusy = (): boolean => timers.size > 0 || (live !== undefined && live.health().phase !== 'verified');

  return {
    start: (request) =>
      inTurn(async () => {
        if (isBusy()) throw new MirrorError('recorder/busy');
        const recordingId = RecordingId.parse(`recording-${randomUUID()}`);
        const plan: CapturePlan = {
          ...request,
          tracks: [...request.tracks],
          recordingId,
          startedAtMs: host.clock.nowMs(),
        };
        live = await LiveRecording.begin(host, plan, needs);
        return live.health();
      }),
    chunk: async (id, track, chunk) => (await find(id)).chunk(track, chunk),
    mark: async (id, mark) => (await find(id)).mark(mark),
    pause: async (id, clockMs) => (await find(id)).pause(clockMs),
    resume: async (id, clockMs) => (await find(id)).resume(clockMs),
    stop: async (id) => {
      const stored = host.store.findReceipt(id);
      if (stored) return stored;
      const kept = await (await find(id)).stop();
      note(kept);
      return kept.receipt;
    },
    health: async (id) => {
      // Only its own recorder goes on with a recording: another window that looks must not keep it from being saved.
      if (id !== undefined && timers.has(id)) await find(id);
      return { running: live && live.health().phase !== 'verified' ? live.health() : null, recovered: [...recovered] };
    },
    receipt: (id) => {
      const stored = host.store.findReceipt(id);
      if (stored === undefined) throw new MirrorError('recording/missing');
      return stored;
    },
    settled: () => inTurn(async () => {}),
    close: async () => {
      isClosed = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await inTurn(async () => live?.close());
    },
  };
}

/** Undefined when there was nothing to save: it is stored already, or it was never begun. */
async function salvageFolder(host: Host, id: RecordingId): Promise<KeptCapture | undefined> {
  const folder = liveFolder(host.workspace, id);
  const plan = await readPlan(folder);
  if (plan && !host.store.findReceipt(id)) return keepCapture(host, plan, { isRecovered: true });
  // Parts that are left could not be read: somebody else may be able to.
  await clearFolder(
    folder,
    (await readdir(folder)).filter((file) => file.endsWith('.part')),
  );
  return undefined;
}

async function listLive({ workspace }: Host): Promise<RecordingId[]> {
  const entries = await readdir(workspace.live, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => RecordingId.parse(name));
}

/** Since its last write. A clock set back makes the age negative: then, too, the recorder gets its time. */
async function graceLeftMs(host: Host, id: RecordingId, graceMs: number): Promise<number> {
  const folder = liveFolder(host.workspace, id);
  const times = await Promise.all(
    (await readdir(folder)).map(async (file) => (await stat(join(folder, file))).mtimeMs),
  );
  const ageMs = host.clock.nowMs() - Math.max(0, ...times);
  return Math.min(graceMs, Math.max(0, graceMs - ageMs));
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
