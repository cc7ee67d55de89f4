// The way of one screen's frames. In: frames as they are captured. Out: the same, held back and black where they must be, at
// least one a second; and where the screen has changed, a picture of it. Close it: it holds a reader.
import { DELAY_MS } from './delay.ts';
import { createAllowance, hasChanged, type Plane } from './find-changes.ts';
import { blackLike, copyPixels, drawPicture, frameOf, type Pixels, planesOf } from './read-frame.ts';

export interface Picture {
  /** When it was seen, by `performance.now()` and `performance.timeOrigin` together: the same in every thread. */
  readonly atMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly image: Blob;
}

export interface PictureWayNeeds {
  readonly give: (frame: VideoFrame) => void;
  readonly tell: (picture: Picture) => void;
  readonly fail: (words: string) => void;
  /** Device pixels per point. */
  readonly scale: number;
}

interface Held {
  readonly pixels: Pixels;
  readonly atMs: number;
  isBlank: boolean;
}

/**
 * A screen at rest gives no frames: this often its last one is given again. It shows that all is well, and sound waits in
 * its file for the next frame: what waits is lost in a crash.
 */
const STILL_MS = 250;
/** Memory, should frames come faster than they were asked for. */
const MOST_HELD = 8;
/** Between two looks at whether the screen has changed. */
const LOOK_MS = 450;

export class PictureWay {
  readonly #needs: PictureWayNeeds;
  readonly #held: Held[] = [];
  readonly #allowance = createAllowance();
  #reader: ReadableStreamDefaultReader<VideoFrame> | undefined;
  #isBlank = false;
  #isOn = false;
  /** Frames seen before are not given out. */
  #beginMs = Number.POSITIVE_INFINITY;
  #begun: (() => void) | undefined;
  readonly #seenFirst = Promise.withResolvers<void>();
  /** The one that was given out last, kept to be given again. */
  #last: Held | undefined;
  #lastOutMs = 0;
  #lookedMs = Number.NEGATIVE_INFINITY;
  #seen: readonly Plane[] | undefined;
  /** Something was given out that nobody has looked at, or that had to wait for its picture. */
  #isLeft = false;
  #isLooking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(needs: PictureWayNeeds) {
    this.#needs = needs;
  }

  /** Reads until the input ends or another takes its place; frames of a screen that is gone are not repeated. */
  async take(readable: ReadableStream<VideoFrame>): Promise<void> {
    void this.#reader?.cancel();
    this.#forget();
    const reader = readable.getReader();
    this.#reader = reader;
    for (;;) {
      const { value, done } = await reader.read();
      if (this.#reader !== reader) return value?.close();
      if (done) break;
      const [atMs, wasBlank] = [performance.now(), this.#isBlank];
      const pixels = await copyPixels(value);
      value.close();
      if (this.#reader !== reader) return;
      this.#hold({ pixels, atMs, isBlank: wasBlank || this.#isBlank });
    }
    this.#reader = undefined;
  }

  /** Resolves when a frame has come. */
  ready(): Promise<void> {
    return this.#seenFirst.promise;
  }

  /** Resolves when the first frame that is seen from now on has been given out. */
  begin(): Promise<void> {
    this.#beginMs = performance.now();
    this.#seen = undefined;
    this.#holdAgain();
    return new Promise((resolve) => {
      this.#begun = resolve;
    });
  }

  /** Resolves when all that was seen until now has been given out; nothing is, after that. */
  end(): Promise<void> {
    return new Promise((resolve) => {
      setTimeout(() => {
        this.#isOn = false;
        this.#beginMs = Number.POSITIVE_INFINITY;
        resolve();
      }, DELAY_MS);
    });
  }

  blank(isBlank: boolean): void {
    this.#isBlank = isBlank;
    if (!isBlank) return this.#holdAgain();
    for (const each of this.#held) each.isBlank = true;
    if (this.#last) this.#last.isBlank = true;
  }

  /** Gives the last frame once more: a file that begins needs one. */
  again(): void {
    if (this.#last && this.#isOn) this.#give(this.#last);
  }

  close(): void {
    clearTimeout(this.#timer);
    void this.#reader?.cancel();
    this.#reader = undefined;
    this.#forget();
  }

  #hold(held: Held): void {
    this.#held.push(held);
    this.#seenFirst.resolve();
    if (this.#held.length > MOST_HELD) this.#held.shift();
    this.#schedule();
  }

  /** A screen at rest has sent its frame long ago, and what it showed then it shows still. */
  #holdAgain(): void {
    const newest = this.#held.at(-1) ?? this.#last;
    if (!newest || !this.#reader) return;
    this.#hold({ pixels: newest.pixels, atMs: performance.now(), isBlank: this.#isBlank });
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    const [first] = this.#held;
    const dueMs = first ? first.atMs + DELAY_MS : this.#lastOutMs + STILL_MS;
    this.#timer = setTimeout(() => this.#moveOn(), Math.max(0, dueMs - performance.now()));
  }

  #moveOn(): void {
    const nowMs = performance.now();
    for (let first = this.#held[0]; first && first.atMs + DELAY_MS <= nowMs; first = this.#held[0]) {
      this.#held.shift();
      this.#last = first;
      this.#isOn ||= first.atMs >= this.#beginMs;
      if (!this.#isOn) continue;
      this.#give(first);
      void this.#look(first);
    }
    const isStill = nowMs - this.#lastOutMs >= STILL_MS;
    if (isStill) this.#lastOutMs = nowMs;
    // Only while its screen is there: what nobody sees any more is not shown again.
    if (isStill && this.#last && this.#isOn && this.#reader) {
      this.#give(this.#last);
      if (this.#isLeft) void this.#look({ ...this.#last, atMs: nowMs });
    }
    this.#schedule();
  }

  #give({ pixels, isBlank }: Held): void {
    this.#lastOutMs = performance.now();
    this.#needs.give(frameOf(isBlank ? blackLike(pixels) : pixels, Math.round(this.#lastOutMs * 1000)));
    this.#begun?.();
    this.#begun = undefined;
  }

  /** On frames before they are encoded: what a codec does to them is no change. */
  async #look({ pixels, atMs, isBlank }: Held): Promise<void> {
    if (isBlank) return;
    this.#isLeft = this.#isLooking || atMs - this.#lookedMs < LOOK_MS;
    if (this.#isLeft) return;
    this.#isLooking = true;
    this.#lookedMs = atMs;
    try {
      const planes = planesOf(pixels);
      const isNew = this.#seen === undefined || hasChanged(this.#seen, planes, this.#needs.scale);
      if (!isNew) return;
      if (!this.#allowance.take(atMs)) {
        this.#isLeft = true;
        return;
      }
      this.#seen = planes;
      const {
        codedWidth,
        codedHeight,
        displayWidth: widthPx = codedWidth,
        displayHeight: heightPx = codedHeight,
      } = pixels.form;
      const image = await drawPicture(pixels);
      // News of an excluded window may have come while it was drawn.
      if (!this.#isBlank) this.#needs.tell({ atMs: performance.timeOrigin + atMs, widthPx, heightPx, image });
    } catch (error) {
      this.#needs.fail(error instanceof Error ? error.message : String(error));
    } finally {
      this.#isLooking = false;
    }
  }

  #forget(): void {
    this.#held.length = 0;
    this.#last = undefined;
  }
}
