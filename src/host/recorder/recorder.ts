// The recorder of a workspace: one recording at a time; what an earlier run left is saved when nobody goes on with it.
import { randomUUID } from 'node:crypto';
import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import { RESERVE_BYTES } from '../../capture/budget.ts';
import type { RecorderService, StartRequest } from '../../api/recorder-service.ts';
import type { CapturedTrack, CaptureHealth, CapturePlan, Receipt, RecorderState } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { RecordingId } from '../../domain/ids.ts';
import type { Process } from '../../domain/process.ts';
import { createHub } from '../../lib/signal-hub.ts';
import { findProcessCalled } from '../flow/work.ts';
import type { Host } from '../host.ts';
import type { WindowSource } from '../windows/window-source.ts';
import { clearFolder, keepCapture, type KeptCapture } from './keep-capture.ts';
import { liveFolder, readPlan } from './live-folder.ts';
import { beginParts, type RecorderNeeds, reopenParts } from './live-parts.ts';
import { LiveRecording } from './live-recording.ts';
import { measureBudget } from './measure-budget.ts';
import { readLast, readRules, writeLast, writeRules } from './recorder-settings.ts';

export interface RecorderOptions extends Partial<Pick<RecorderNeeds, 'monotonicMs' | 'freeBytes' | 'reserveBytes'>> {
  /** How long a recorder has to come back after a restart of the core before its recording is closed for it. */
  readonly graceMs?: number;
  /** How often watchers are told how a recording stands, and silences are counted: a second of the core. */
  readonly tickMs?: number;
  readonly windows: WindowSource;
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
const TICK_MS = 1_000;

/** Looks through the folder of unfinished recordings at once, and saves them in the background. */
export function createRecorder(host: Host, options: RecorderOptions): Recorder {
  const changes = createHub<'changed'>(() => true);
  const whenChanged = (): void => changes.announce('changed');
  const recovered: Receipt[] = [];
  const timers = new Map<RecordingId, NodeJS.Timeout>();
  /** The one that is being made, or was made last. */
  let live: LiveRecording | undefined;
  /** Being repaired and stored, while the next one may run already. */
  const finishing = new Map<RecordingId, LiveRecording>();
  let rules = readRules(host.store);
  let isClosed = false;
  /** Starting, reopening and saving take turns: two of them would write the same files. */
  let turn: Promise<unknown> = Promise.resolve();

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work);
    turn = mine.catch(() => {}); // whoever asked for it hears of its failure
    return mine;
  };

  const note = ({ process, receipt }: KeptCapture): void => {
    finishing.delete(receipt.recordingId);
    if (process && !isClosed) options.whenKept(process);
    whenChanged();
  };

  const needs: RecorderNeeds = {
    monotonicMs: options.monotonicMs ?? (() => performance.now()),
    freeBytes: options.freeBytes ?? freeBytes,
    reserveBytes: options.reserveBytes ?? RESERVE_BYTES,
    windows: options.windows,
    rules: () => rules,
    whenChanged,
    whenKept: note,
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

  /** Nobody hears of its end but those who watch: its own window is gone. */
  const finishAbandoned = async (abandoned: LiveRecording): Promise<void> => {
    abandoned.stopItself('gone');
    try {
      const { receipt, process } = await abandoned.stop();
      if (process) recovered.push(receipt);
      whenChanged();
    } catch (error) {
      options.report(error, abandoned.plan.recordingId);
    }
  };
  const ticking = setInterval(() => {
    if (running() === undefined) return;
    if (live?.tick()) void finishAbandoned(live);
    whenChanged();
  }, options.tickMs ?? TICK_MS).unref();

  /** The recording, gone on with after a restart when it is not open yet. @throws recorder/none */
  const find = (id: RecordingId): Promise<LiveRecording> | LiveRecording =>
    live?.plan.recordingId === id ? live : (finishing.get(id) ?? inTurn(() => reopen(id)));

  const reopen = async (id: RecordingId): Promise<LiveRecording> => {
    if (live?.plan.recordingId === id) return live;
    const plan =
      isClosed || running() ? undefined : await readPlan(host.workspace.files, liveFolder(host.workspace, id));
    if (plan === undefined || host.store.findReceipt(id)) throw new MirrorError('recorder/none');
    clearTimeout(timers.get(id));
    timers.delete(id);
    live = new LiveRecording(host, plan, await reopenParts(host, plan, needs));
    whenChanged();
    return live;
  };

  const running = (): CaptureHealth | undefined => {
    const health = live?.health();
    return health?.phase === 'verified' || health?.phase === 'recovered' ? undefined : health;
  };

  const state = (): RecorderState => ({ running: running() ?? null, recovered: [...recovered] });

  /** The next one may begin while the last is repaired, and not while one is made. */
  const makeRoom = (): void => {
    if (timers.size > 0)
      throw new MirrorError('recorder/returning', {
        data: { seconds: Math.ceil((options.graceMs ?? GRACE_MS) / 1000) },
      });
    const phase = running()?.phase;
    if (phase !== undefined && phase !== 'finalising') throw new MirrorError('recorder/busy');
    if (live && phase === 'finalising') finishing.set(live.plan.recordingId, live);
  };

  return {
    prepare: async () => ({
      budget: await measureBudget(host, needs, { writtenBytes: 0, seconds: 0 }),
      windows: running()?.windows ?? (await needs.windows.check()),
      exclusions: [...rules],
      last: readLast(host.store),
    }),
    setExclusions: (wanted) => {
      rules = writeRules(host.store, wanted);
      live?.rulesChanged();
    },
    start: async (request) => {
      const askedMs = needs.monotonicMs();
      return inTurn(async () => {
        makeRoom();
        const plan = await planRecording(host, request, needs);
        live = new LiveRecording(host, plan, { ...(await beginParts(host, plan, needs)), askedMs });
        writeLast(host.store, plan.intent);
        whenChanged();
        return live.health();
      });
    },
    watch: async function* (signal) {
      const heard = changes.listen(signal);
      try {
        // Listening begins before the state is looked at: nothing that happens between the two goes by.
        for (let next = heard.next(); ; next = heard.next()) {
          yield state();
          if ((await next).done) return;
        }
      } finally {
        void heard.return();
      }
    },
    chunk: async (id, track, chunk) => (await find(id)).chunk(track, chunk),
    frame: async (id, frame, image) => (await find(id)).frame(frame, image),
    mark: async (id, mark) => (await find(id)).mark(mark),
    pause: async (id, clockMs) => (await find(id)).pause(clockMs),
    resume: async (id, clockMs) => (await find(id)).resume(clockMs),
    stop: async (id) => host.store.findReceipt(id) ?? (await (await find(id)).stop()).receipt,
    discard: async (id) => {
      const unwanted = await find(id);
      await unwanted.discard();
      if (live === unwanted) live = undefined;
      whenChanged();
    },
    health: async ({ recordingId: id, clockMs } = {}) => {
      // Only its own recorder goes on with a recording: another window that looks must not keep it from being saved.
      // What an earlier run left is looked through first: its recorder may well ask sooner than that is done.
      if (id !== undefined && live?.plan.recordingId !== id) await inTurn(async () => {});
      if (id !== undefined && timers.has(id)) await find(id);
      if (id !== undefined && live?.plan.recordingId === id) live.hear(clockMs);
      return state();
    },
    look: (id) => {
      if (live?.plan.recordingId !== id) throw new MirrorError('recorder/none');
      return live.look();
    },
    receipt: (id) => {
      const stored = host.store.findReceipt(id);
      if (stored === undefined) throw new MirrorError('recording/missing');
      return stored;
    },
    settled: () => inTurn(async () => {}),
    close: async () => {
      isClosed = true;
      clearInterval(ticking);
      for (const timer of timers.values()) clearTimeout(timer);
      await inTurn(async () => {
        await live?.close();
        for (const each of finishing.values()) await each.close();
      });
    },
  };
}

/** Windows are watched where they can be, unless the recorder sends events of its own. */
async function planRecording(host: Host, request: StartRequest, { windows }: RecorderNeeds): Promise<CapturePlan> {
  const isWatched =
    request.tracks.every(({ kind, name }) => kind !== 'events' && name !== EVENTS.name) &&
    (await windows.check()).state !== 'unavailable';
  return {
    ...request,
    tracks: isWatched ? [...request.tracks, EVENTS] : [...request.tracks],
    isWatched,
    recordingId: RecordingId.parse(`recording-${randomUUID()}`),
    processId: findProcessCalled(host.store, request.intent.process)?.id ?? null,
    startedAtMs: host.clock.nowMs(),
  };
}

const EVENTS: CapturedTrack = { name: 'events', kind: 'events', format: 'jsonl', label: 'Windows' };

/** Undefined when there was nothing to save: it is stored already, or it was never begun. */
async function salvageFolder(host: Host, id: RecordingId): Promise<KeptCapture | undefined> {
  const folder = liveFolder(host.workspace, id);
  const plan = await readPlan(host.workspace.files, folder);
  if (plan && !host.store.findReceipt(id)) return keepCapture(host, plan, { isLeft: true });
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
