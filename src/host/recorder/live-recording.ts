// One recording in the making. In: chunks, marks, pauses. Out: how it stands by what is on disk, and at the end its receipt.
import { mkdir } from 'node:fs/promises';
import type { Chunk, ChunkAnswer } from '../../api/recorder-service.ts';
import { budgetOf } from '../../capture/budget.ts';
import { type CaptureEvent, findDegraded, nextPhase, type TrackState } from '../../capture/phase.ts';
import { shouldRotate } from '../../capture/rotation.ts';
import type { Budget, CaptureHealth, CapturePhase, CapturePlan, Mark } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { findSystemTrouble } from '../../domain/system-trouble.ts';
import type { Host } from '../host.ts';
import { finishPiece } from './finish-piece.ts';
import { type KeptCapture, keepCapture } from './keep-capture.ts';
import { addToJournal, liveFolder, readJournal, syncFolder, writePlan } from './live-folder.ts';
import { TrackWriter } from './track-writer.ts';

export interface RecorderNeeds {
  /** Milliseconds by a clock that nobody sets. */
  readonly monotonicMs: () => number;
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly reserveBytes: number;
}

/** Close it: it holds files. */
export class LiveRecording {
  readonly plan: CapturePlan;
  readonly #host: Host;
  readonly #needs: RecorderNeeds;
  readonly #folder: string;
  readonly #writers: ReadonlyMap<string, TrackWriter>;
  readonly #lastGood = new Map<string, number>();
  readonly #openedAt: number;
  #phase: CapturePhase = 'preflight';
  #elapsedMs = 0;
  #stopped: string | null = null;
  #budget: Budget;
  #finishing: Promise<unknown> = Promise.resolve();
  #stopping: Promise<KeptCapture> | undefined;

  private constructor(
    host: Host,
    plan: CapturePlan,
    opened: { needs: RecorderNeeds; writers: TrackWriter[]; budget: Budget },
  ) {
    this.#host = host;
    this.plan = plan;
    this.#needs = opened.needs;
    this.#folder = liveFolder(host.workspace, plan.recordingId);
    this.#writers = new Map(opened.writers.map((writer) => [writer.track.name, writer]));
    this.#openedAt = opened.needs.monotonicMs();
    this.#budget = opened.budget;
  }

  /** @throws recorder/disk-nearly-full */
  static async begin(host: Host, plan: CapturePlan, needs: RecorderNeeds): Promise<LiveRecording> {
    const budget = await measureBudget(host, needs, { writtenBytes: 0, seconds: 0 });
    if (budget.isNearlyFull) throw nearlyFull(budget);
    const folder = liveFolder(host.workspace, plan.recordingId);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writePlan(folder, plan);
    await syncFolder(host.workspace.live);
    return LiveRecording.#open(host, plan, { needs, budget });
  }

  /** Goes on with what the folder holds; the recorder sends again what was not acknowledged. */
  static async reopen(host: Host, plan: CapturePlan, needs: RecorderNeeds): Promise<LiveRecording> {
    const budget = await measureBudget(host, needs, { writtenBytes: 0, seconds: 0 });
    const live = await LiveRecording.#open(host, plan, { needs, budget });
    live.#phase = nextPhase('preflight', 'chunk', live.#states()) ?? 'preflight';
    for (const line of await readJournal(live.#folder)) {
      if (line.what === 'pause') live.#phase = 'paused';
      if (line.what === 'resume') live.#go('resume', 'Going on');
      if (line.what === 'stop') live.#phase = 'finalising';
    }
    return live;
  }

  static async #open(
    host: Host,
    plan: CapturePlan,
    { needs, budget }: { needs: RecorderNeeds; budget: Budget },
  ): Promise<LiveRecording> {
    const folder = liveFolder(host.workspace, plan.recordingId);
    const writers: TrackWriter[] = [];
    for (const track of plan.tracks) writers.push(await TrackWriter.open(folder, track));
    return new LiveRecording(host, plan, { needs, writers, budget });
  }

  /** @throws recorder/none, recorder/not-now, recorder/disk-nearly-full, and what TrackWriter.append throws */
  async chunk(name: string, chunk: Chunk): Promise<ChunkAnswer> {
    const writer = this.#writers.get(name);
    if (!writer)
      throw new MirrorError('recorder/bad-chunk', { data: { track: name, detail: 'there is no such track' } });
    if (this.#stopped !== null) throw nearlyFull(this.#budget);
    this.#check('chunk', 'Recording');
    const before = writer.health;
    try {
      await writer.append(chunk);
    } catch (error) {
      if (findSystemTrouble(error)?.code === 'disk/full') this.#stopBecauseFull();
      throw error;
    }
    this.#noteGood(writer, before.units, chunk.clockMs);
    if (before.piece > 0 && writer.health.piece > before.piece) this.#finishLater(writer, before.piece);
    this.#phase = nextPhase(this.#phase, 'chunk', this.#states()) ?? this.#phase;
    this.#budget = await this.#measureBudget();
    if (this.#budget.isNearlyFull) this.#stopBecauseFull();
    return {
      nextChunk: writer.health.nextChunk,
      rotate: shouldRotate(writer.points),
      phase: this.#phase,
      degraded: findDegraded(this.#phase, this.#states()),
      stopped: this.#stopped,
    };
  }

  async mark(mark: Mark): Promise<void> {
    this.#check('chunk', 'A mark');
    await addToJournal(this.#folder, { what: 'mark', mark });
  }

  /** Chunks that were on their way are still taken. */
  async pause(clockMs: number): Promise<CaptureHealth> {
    this.#go('pause', 'A pause');
    await addToJournal(this.#folder, { what: 'pause', clockMs });
    return this.health();
  }

  /** What comes next goes into new files: what a file's own time does in a pause is for each browser to say. */
  async resume(clockMs: number): Promise<CaptureHealth> {
    this.#go('resume', 'Going on');
    for (const writer of this.#writers.values()) if (writer.track.format !== 'jsonl') writer.requireRotation();
    await addToJournal(this.#folder, { what: 'resume', clockMs });
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

  health(): CaptureHealth {
    const tracks = this.#states();
    return {
      recordingId: this.plan.recordingId,
      phase: this.#phase,
      degraded: findDegraded(this.#phase, tracks),
      elapsedMs: this.#elapsedMs,
      tracks: tracks.map(({ health }) => health),
      budget: this.#budget,
      stopped: this.#stopped,
    };
  }

  /** Closes the files and leaves them as they are: the next start goes on with them. */
  async close(): Promise<void> {
    await this.#stopping?.catch(() => {}); // whoever asked for it hears of its failure
    await this.#closeFiles();
  }

  async #finish(reason: string): Promise<KeptCapture> {
    this.#go('stop', 'Stopping');
    await this.#closeFiles();
    await addToJournal(this.#folder, { what: 'stop', reason });
    const kept = await keepCapture(this.#host, this.plan, { isRecovered: false });
    this.#go('verify', 'Checking');
    return kept;
  }

  async #closeFiles(): Promise<void> {
    await Promise.all([...this.#writers.values()].map((writer) => writer.close()));
    await this.#finishing;
  }

  /** One after the other, while recording goes on. What fails is tried again at the end, which then says so. */
  #finishLater({ track }: TrackWriter, number: number): void {
    const { recordingId } = this.plan;
    const piece = { recordingId, folder: this.#folder, track, number, isRecovered: false };
    this.#finishing = this.#finishing.then(() => finishPiece(this.#host, piece)).catch(() => {});
  }

  #stopBecauseFull(): void {
    if (this.#stopped !== null) return;
    this.#stopped = 'the disk is nearly full';
    // Without room even for that, it stays as it is, and the next start has another try.
    this.stop('disk').catch(() => {});
  }

  #noteGood(writer: TrackWriter, unitsBefore: number, clockMs: number): void {
    this.#elapsedMs = Math.max(this.#elapsedMs, clockMs);
    if (writer.health.units === unitsBefore) return;
    writer.lastGoodAtMs = this.#host.clock.nowMs();
    this.#lastGood.set(writer.track.name, this.#needs.monotonicMs());
  }

  #states(): TrackState[] {
    const now = this.#needs.monotonicMs();
    return [...this.#writers.values()].map(({ track, health }) => ({
      track,
      health,
      silentMs: now - (this.#lastGood.get(track.name) ?? this.#openedAt),
    }));
  }

  #measureBudget(): Promise<Budget> {
    const bytes = [...this.#writers.values()].reduce((total, { health }) => total + health.bytes, 0);
    return measureBudget(this.#host, this.#needs, { writtenBytes: bytes, seconds: this.#elapsedMs / 1000 });
  }

  #check(event: CaptureEvent, wish: string): CapturePhase {
    const next = nextPhase(this.#phase, event, this.#states());
    // Chunks on their way when somebody stopped come before the files are closed, or not at all.
    if (next === undefined || (event === 'chunk' && this.#phase === 'finalising'))
      throw new MirrorError('recorder/not-now', { data: { wish, phase: this.#phase } });
    return next;
  }

  #go(event: CaptureEvent, wish: string): void {
    this.#phase = this.#check(event, wish);
  }
}

async function measureBudget(
  host: Host,
  { freeBytes, reserveBytes }: RecorderNeeds,
  written: { writtenBytes: number; seconds: number },
): Promise<Budget> {
  return budgetOf({ ...written, freeBytes: await freeBytes(host.workspace.live), reserveBytes });
}

const nearlyFull = ({ freeBytes }: Budget): MirrorError =>
  new MirrorError('recorder/disk-nearly-full', { data: { free: Math.round(freeBytes / 1e6) } });
