// One recording in the making. In: chunks, marks, pauses. Out: how it stands by what is on disk, and at the end its receipt.
import type { ChunkAnswer } from '../../api/contract/recorder.ts';
import type { Chunk } from '../../api/recorder-service.ts';
import { type JournalLine } from '../../capture/journal.ts';
import { type CaptureEvent, findDegraded, nextPhase } from '../../capture/phase.ts';
import { shouldRotate } from '../../capture/rotation.ts';
import type {
  Budget,
  CapturedFrame,
  CaptureHealth,
  CapturePhase,
  CapturePlan,
  Exclusion,
  Mark,
  WindowsNow,
} from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { findSystemTrouble } from '../../domain/system-trouble.ts';
import type { Host } from '../host.ts';
import { badChunk, nearlyFull, STOPPED, type StopReason } from './capture-errors.ts';
import { discardCapture } from './discard-capture.ts';
import { finishPiece } from './finish-piece.ts';
import type { FrameFiles } from './frame-files.ts';
import { type KeptCapture, keepCapture } from './keep-capture.ts';
import { addToJournal, liveFolder } from './live-folder.ts';
import type { LiveParts, RecorderNeeds } from './live-parts.ts';
import type { LiveTracks } from './live-tracks.ts';
import { measureBudget } from './measure-budget.ts';
import type { TrackWriter } from './track-writer.ts';
import { WindowTrack } from './window-track.ts';

/** A recorder sends something twice a second. The core counts seconds in which it runs itself: a sleep is none of them. */
const QUIET_S = 60;

/** What was taken waits while a connection is away. */
const LONGEST_LATE_MS = 600_000;
/** Where the recorder's clock goes on in a sleep and the core's does not, they part by as much. */
const LONGEST_SLEEP_MS = 31 * 86_400_000;

/** Close it: it holds files, and helper processes that watch windows. */
export class LiveRecording {
  readonly plan: CapturePlan;
  readonly #host: Host;
  readonly #needs: RecorderNeeds;
  readonly #folder: string;
  readonly #tracks: LiveTracks;
  readonly #frames: FrameFiles;
  readonly #windows: WindowTrack;
  #phase: CapturePhase;
  #stopped: StopReason | null = null;
  #budget: Budget;
  /** Seconds, as the core counts them, since its recorder was heard of. */
  #quietS = 0;
  #finishing: Promise<unknown> = Promise.resolve();
  #noting: Promise<unknown> = Promise.resolve();
  #stopping: Promise<KeptCapture> | undefined;

  /** With its parts opened; what was seen of windows before belongs to another one. */
  constructor(host: Host, plan: CapturePlan, parts: LiveParts) {
    const { needs, tracks, frames, budget, state } = parts;
    this.#host = host;
    this.plan = plan;
    this.#needs = needs;
    this.#folder = liveFolder(host.workspace, plan.recordingId);
    this.#tracks = tracks;
    this.#frames = frames;
    this.#budget = budget;
    this.#phase = state.phase ?? nextPhase('preflight', 'chunk', tracks.states()) ?? 'preflight';
    this.#windows = new WindowTrack(
      {
        source: needs.windows,
        rules: needs.rules,
        writer: plan.isWatched ? tracks.events : undefined,
        monotonicMs: needs.monotonicMs,
        whenChanged: needs.whenChanged,
        whenExcluded: (exclusion, atMs) => this.#noteExclusion(exclusion, atMs),
      },
      state,
    );
    if (parts.askedMs !== undefined) this.#windows.noteClock(needs.monotonicMs() - parts.askedMs);
    this.#windows.start();
  }

  /** @throws recorder/stopped, recorder/not-now, recorder/disk-nearly-full, and what TrackWriter.append throws */
  async chunk(name: string, chunk: Chunk): Promise<ChunkAnswer> {
    const writer = this.#tracks.find(name);
    if (!writer) throw badChunk(name, 'there is no such track');
    if (this.plan.isWatched && writer.track.kind === 'events') throw badChunk(name, 'Mirror writes this track itself');
    this.#refuseStopped();
    this.#check('chunk', 'Recording');
    this.#checkTime(name, chunk.clockMs, LONGEST_SLEEP_MS);
    this.hear(chunk.clockMs);
    const closed = await this.#guardDisk(() => this.#tracks.append(writer, chunk));
    if (closed !== undefined) this.#finishLater(writer, closed);
    this.#setPhase(nextPhase(this.#phase, 'chunk', this.#tracks.states()) ?? this.#phase);
    this.#budget = await this.#measureBudget();
    if (this.#budget.isNearlyFull) this.stopItself('disk');
    return {
      nextChunk: writer.health.nextChunk,
      rotate: shouldRotate(writer.points),
      phase: this.#phase,
      degraded: findDegraded(this.#phase, this.#tracks.states()),
      stopped: this.#stopped && STOPPED[this.#stopped],
    };
  }

  /** Kept once. Of a time in which something excluded can be seen nothing is kept, whoever took it. */
  async frame(frame: CapturedFrame, image: Uint8Array): Promise<void> {
    if (this.#tracks.find(frame.track)?.track.kind !== 'screen') throw badChunk(frame.track, 'there is no such screen');
    this.#refuseStopped();
    this.#check('chunk', 'A picture');
    this.#checkTime(frame.track, frame.atMs, LONGEST_LATE_MS);
    this.hear();
    if (this.#windows.wasHidden(frame.atMs)) return;
    if (await this.#guardDisk(() => this.#frames.add(frame, image))) this.#needs.whenChanged();
  }

  /** @throws recorder/bad-time, recorder/not-now */
  async mark(mark: Mark): Promise<void> {
    this.#check('chunk', 'A mark');
    this.#checkTime(mark.kind, mark.atMs, LONGEST_LATE_MS);
    this.hear();
    await this.#note({ what: 'mark', mark });
  }

  /** Chunks that were on their way are still taken. */
  async pause(clockMs: number): Promise<CaptureHealth> {
    this.#go('pause', 'A pause');
    this.hear(clockMs);
    this.#windows.pause();
    await this.#note({ what: 'pause', clockMs });
    return this.health();
  }

  /** What comes next goes into new files: what a file's own time does in a pause is for each browser to say. */
  async resume(clockMs: number): Promise<CaptureHealth> {
    this.#go('resume', 'Going on');
    this.hear(clockMs);
    this.#windows.resume();
    this.#tracks.requireRotation(clockMs);
    await this.#note({ what: 'resume', clockMs });
    return this.health();
  }

  /** Repairs, checks, stores. Asking again gives the same; after a failure it is tried again. */
  stop(reason = 'asked'): Promise<KeptCapture> {
    this.#stopping ??= this.#finish(reason).catch((error: unknown) => {
      this.#stopping = undefined;
      throw error;
    });
    return this.#stopping;
  }

  /** Nothing of it stays. @throws recorder/not-now when it is being kept already */
  async discard(): Promise<void> {
    if (this.#stopping) throw new MirrorError('recorder/not-now', { data: { wish: 'Discarding', phase: this.#phase } });
    this.#go('stop', 'Discarding');
    await this.close();
    await discardCapture(this.#host, this.plan.recordingId);
  }

  /** Its recorder is there: its window was not closed. */
  hear(clockMs?: number): void {
    this.#quietS = 0;
    if (clockMs !== undefined) this.#windows.noteClock(clockMs);
  }

  /** Once a second. True when a recorder that should send something has not been heard of for a minute. */
  tick(): boolean {
    const mustSend = this.#phase === 'preflight' || this.#phase === 'armed' || this.#phase === 'recording';
    this.#quietS = mustSend ? this.#quietS + 1 : 0;
    return this.#quietS >= QUIET_S;
  }

  look(): WindowsNow {
    return this.#windows.now();
  }

  /** What must not be recorded is something else now. */
  rulesChanged(): void {
    this.#windows.look();
  }

  health(): CaptureHealth {
    const { recordingId, processId, intent, startedAtMs } = this.plan;
    const tracks = this.#tracks.states();
    return {
      recordingId,
      process: (processId && this.#host.store.findProcess(processId)?.name) ?? intent.process,
      startedAtMs,
      phase: this.#phase,
      degraded: findDegraded(this.#phase, tracks),
      elapsedMs: this.#tracks.elapsedMs,
      tracks: tracks.map(({ health }) => health),
      budget: this.#budget,
      windows: this.#windows.watch,
      exclusion: this.#windows.exclusion,
      frames: this.#frames.count,
      stopped: this.#stopped && STOPPED[this.#stopped],
    };
  }

  /** Stops without being asked, and keeps everything. Without room even for that, the next start has another try. */
  stopItself(reason: StopReason): void {
    if (this.#stopped !== null) return;
    this.#stopped = reason;
    this.stop(reason).catch(() => {});
  }

  /** Closes the files and leaves them as they are: the next start goes on with them. */
  async close(): Promise<void> {
    await this.#stopping?.catch(() => {}); // whoever asked for it hears of its failure
    await this.#closeFiles();
  }

  async #finish(reason: string): Promise<KeptCapture> {
    this.#go('stop', 'Stopping');
    await this.#closeFiles();
    await this.#note({ what: 'stop', reason });
    const kept = await keepCapture(this.#host, this.plan, { isLeft: false });
    this.#needs.whenKept(kept);
    this.#go(kept.receipt.phase === 'recovered' ? 'recover' : 'verify', 'Checking');
    return kept;
  }

  async #closeFiles(): Promise<void> {
    await this.#windows.stop();
    await this.#tracks.close();
    await this.#frames.settled();
    await this.#finishing;
    await this.#noting;
  }

  /** One after the other, while recording goes on. What fails is tried again at the end, which then says so. */
  #finishLater({ track }: TrackWriter, number: number): void {
    const { recordingId } = this.plan;
    const piece = { recordingId, folder: this.#folder, track, number, isRecovered: false };
    this.#finishing = this.#finishing.then(() => finishPiece(this.#host, piece)).catch(() => {});
  }

  /** A gap for everybody to see. On a full disk it is not written down, and then nothing else is either. */
  #noteExclusion(exclusion: Exclusion | null, clockMs: number): void {
    const included: JournalLine = { what: 'included', clockMs };
    this.#note(exclusion ? { what: 'excluded', clockMs, rule: exclusion.rule } : included).catch(() => {});
  }

  /** One line after the other: each is added where the one before it ends. */
  #note(line: JournalLine): Promise<void> {
    const mine = this.#noting.then(() => addToJournal(this.#host.workspace.files, this.#folder, line));
    this.#noting = mine.catch(() => {}); // whoever wrote it down hears of its failure
    return mine;
  }

  async #guardDisk<T>(write: () => Promise<T>): Promise<T> {
    try {
      return await write();
    } catch (error) {
      if (findSystemTrouble(error)?.code === 'disk/full') this.stopItself('disk');
      throw error;
    }
  }

  #measureBudget(): Promise<Budget> {
    const writtenBytes = this.#tracks.bytes + this.#frames.bytes;
    return measureBudget(this.#host, this.#needs, { writtenBytes, seconds: this.#tracks.elapsedMs / 1000 });
  }

  #refuseStopped(): void {
    if (this.#stopped === 'disk') throw nearlyFull(this.#budget);
    if (this.#stopped) throw new MirrorError('recorder/stopped', { data: { why: STOPPED[this.#stopped] } });
  }

  /** A time far beyond the clock is a fault, and would make a recording that nobody can look at. */
  #checkTime(what: string, atMs: number, slackMs: number): void {
    const latestMs = Math.max(this.#tracks.elapsedMs, this.#windows.nowMs() ?? 0) + slackMs;
    if (atMs > latestMs)
      throw new MirrorError('recorder/bad-time', {
        data: { what, at: Math.round(atMs / 1000), clock: Math.round(this.#tracks.elapsedMs / 1000) },
      });
  }

  #check(event: CaptureEvent, wish: string): CapturePhase {
    const next = nextPhase(this.#phase, event, this.#tracks.states());
    // Chunks on their way when somebody stopped come before the files are closed, or not at all.
    if (next === undefined || (event === 'chunk' && this.#phase === 'finalising'))
      throw new MirrorError('recorder/not-now', { data: { wish, phase: this.#phase } });
    return next;
  }

  #go(event: CaptureEvent, wish: string): void {
    this.#setPhase(this.#check(event, wish));
  }

  #setPhase(phase: CapturePhase): void {
    const isOther = phase !== this.#phase;
    this.#phase = phase;
    if (isOther) this.#needs.whenChanged();
  }
}
