// In: what the windows of this machine do while something is recorded. Out: lines of the track of events, and a word when
// something is to be seen that must not be recorded.
import { createClockMap } from '../../capture/clock-map.ts';
import { findExcluded } from '../../capture/exclusions.ts';
import { createWindowFold, type FoldedEvent } from '../../capture/fold-windows.ts';
import type { JournalState } from '../../capture/journal.ts';
import type { Stretch } from '../../capture/stretches.ts';
import type { SeenWindow } from '../../capture/windows.ts';
import type { Exclusion, ExclusionRule, WindowsNow, WindowWatch } from '../../domain/capture.ts';
import type { RunningWatch, WindowSource } from '../windows/window-source.ts';
import type { TrackWriter } from './track-writer.ts';

export interface WindowTrackNeeds {
  readonly source: WindowSource;
  /** In force now. */
  readonly rules: () => readonly ExclusionRule[];
  /** Undefined when somebody else writes the events, or nobody: then windows are watched for what is excluded alone. */
  readonly writer: TrackWriter | undefined;
  readonly monotonicMs: () => number;
  /** The watch or the exclusion is another one than before. */
  readonly whenChanged: () => void;
  readonly whenExcluded: (exclusion: Exclusion | null, atMs: number) => void;
}

/** Lines are written twice a second at most: each is flushed. */
const WRITE_EVERY_MS = 500;

/** What could not be written is kept, up to here: a disk that stays full must not fill the memory. */
const MOST_WAITING = 5_000;
const LONGEST_TITLE = 500;

/** From pixels to the news of them on a machine that is not too busy: browsers alone hold a title back for 200 ms. */
const SETTLE_MS = 250;
/** The same while windows open and change: a program that starts shows itself before it says what it is. */
const STIRRED_SETTLE_MS = 1_000;
const STIRRED_FOR_MS = 2_000;

/** Close it: it runs helper processes and a timer. */
export class WindowTrack {
  readonly #needs: WindowTrackNeeds;
  readonly #clock = createClockMap();
  readonly #fold = createWindowFold({ watchesInput: () => this.#watchesInput });
  #watch: WindowWatch = { state: 'starting', words: '' };
  #watchesInput = false;
  #active: SeenWindow | undefined;
  #visible: readonly SeenWindow[] = [];
  #hasSeen = false;
  #stirredMs = Number.NEGATIVE_INFINITY;
  #exclusion: Exclusion | null;
  readonly #hidden: Stretch[];
  #isPaused: boolean;
  #waiting: FoldedEvent[] = [];
  #writing: Promise<void> = Promise.resolve();
  #running: RunningWatch | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(needs: WindowTrackNeeds, before: JournalState) {
    this.#needs = needs;
    this.#exclusion = before.exclusion;
    this.#hidden = [...before.hidden];
    this.#isPaused = before.phase === 'paused';
    if (this.#isPaused || before.exclusion) this.#fold.hold(0);
  }

  start(): void {
    this.#timer = setInterval(() => this.#tick(), WRITE_EVERY_MS).unref();
    this.#running = this.#needs.source.watch({
      onStir: (atMs) => {
        this.#stirredMs = atMs;
      },
      onWindows: ({ active, visible }, atMs) => {
        this.#active = active;
        this.#visible = visible;
        this.#hasSeen = true;
        // Before the event: the title of a window that is excluded must not be told.
        this.look(atMs);
        this.#take(this.#fold.active(active, atMs));
      },
      onInput: (act, atMs) => this.#take(this.#fold.input(act, atMs)),
      onWatch: (watch, { input }) => {
        this.#watch = watch;
        this.#watchesInput = input;
        this.#needs.whenChanged();
      },
    });
  }

  get watch(): WindowWatch {
    return this.#watch;
  }

  get exclusion(): Exclusion | null {
    return this.#exclusion;
  }

  /** Where nothing is excluded, or windows are not watched, nothing is waited for. */
  now(): WindowsNow {
    const isExcluded = this.#exclusion !== null;
    const { state } = this.#watch;
    const isWatched = state === 'starting' || state === 'watching';
    if (this.#needs.rules().length === 0 || !isWatched) return { isExcluded, settleMs: 0 };
    if (!this.#hasSeen) return { isExcluded, settleMs: null };
    const isStirred = this.#needs.monotonicMs() - this.#stirredMs < STIRRED_FOR_MS;
    return { isExcluded, settleMs: isStirred ? STIRRED_SETTLE_MS : SETTLE_MS };
  }

  /** Whether something excluded could be seen at this time of the recording; asked late, too. */
  wasHidden(atMs: number): boolean {
    if (this.#exclusion && atMs >= this.#exclusion.sinceMs) return true;
    return this.#hidden.some(({ startMs, endMs }) => atMs >= startMs && atMs <= endMs);
  }

  /** The recorder's clock stood at `clockMs` a moment ago. */
  noteClock(clockMs: number): void {
    this.#clock.note(this.#needs.monotonicMs(), clockMs);
  }

  /** Where the recorder's clock is now; undefined before anything was heard of it. */
  nowMs(): number | undefined {
    return this.#clock.toClock(this.#needs.monotonicMs());
  }

  pause(): void {
    this.#isPaused = true;
    this.#take(this.#fold.hold(this.#needs.monotonicMs()));
  }

  resume(): void {
    this.#isPaused = false;
    if (this.#exclusion === null) this.#take(this.#fold.release(this.#active, this.#needs.monotonicMs()));
  }

  /** Whether something excluded can be seen, by the windows known last; asked again when the rules change. */
  look(atMs = this.#needs.monotonicMs()): void {
    if (!this.#hasSeen) return;
    // The window in front, too, is told by its title, even where the list of visible ones has not caught up with it.
    const seen = this.#active ? [...this.#visible, this.#active] : this.#visible;
    const rule = findExcluded(this.#needs.rules(), seen);
    if ((rule === undefined) === (this.#exclusion === null)) return;
    const clockMs = this.#clock.toClock(atMs) ?? 0;
    if (this.#exclusion) this.#hidden.push({ startMs: this.#exclusion.sinceMs, endMs: clockMs });
    this.#exclusion = rule === undefined ? null : { sinceMs: clockMs, rule };
    if (rule !== undefined) this.#take(this.#fold.hold(atMs));
    else if (!this.#isPaused) this.#take(this.#fold.release(this.#active, atMs));
    this.#needs.whenExcluded(this.#exclusion, clockMs);
    this.#needs.whenChanged();
  }

  /** With everything written that was seen. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#running?.stop();
    this.#take(this.#fold.hold(this.#needs.monotonicMs()));
    this.#write();
    await this.#writing;
  }

  #take(events: readonly FoldedEvent[]): void {
    this.#waiting.push(...events);
  }

  #tick(): void {
    this.#take(this.#fold.tick(this.#needs.monotonicMs()));
    this.#write();
  }

  /** What cannot be written now waits for the next time: a full disk is told of by the tracks that matter more. */
  #write(): void {
    const { writer } = this.#needs;
    const events = this.#waiting;
    if (!writer) this.#waiting = [];
    // Before the recorder was heard of after a restart, nobody knows where on its clock they belong.
    const clockMs = this.nowMs();
    if (!writer || clockMs === undefined || events.length === 0) return;
    this.#waiting = [];
    const lines = events.map((event) => this.#lineOf(event)).join('');
    const data = new TextEncoder().encode(lines);
    const write = async (): Promise<void> => {
      const { nextChunk: chunk, piece } = writer.health;
      await writer.append({ chunk, piece: writer.isOpen ? piece : piece + 1, cause: 'start', clockMs, data });
    };
    this.#writing = this.#writing.then(write).catch(() => {
      this.#waiting = [...events, ...this.#waiting].slice(-MOST_WAITING);
    });
  }

  #lineOf({ atMs, title, ...event }: FoldedEvent): string {
    const t = (this.#clock.toClock(atMs) ?? 0) / 1000;
    return `${JSON.stringify({ t, ...event, title: title.slice(0, LONGEST_TITLE) })}\n`;
  }
}
