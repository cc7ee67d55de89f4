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
  /** Asks up to when nothing excluded can have been seen; `clear` brings the answer. */
  readonly look: () => void;
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
const MOST_HELD = 16;
/** A frame is asked about when it is so old: the answer is there, as a rule, when it is due. */
const ASK_MS = 300;
/** Between an answer that came too early for the frame that waits and the next question. */
const ASK_AGAIN_MS = 100;
/** For so long after the end what was seen before it may still wait. */
const END_MS = 2_000;
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
  /** Frames seen until then may be given out. */
  #clearMs = Number.NEGATIVE_INFINITY;
  #askedMs = Number.NEGATIVE_INFINITY;
  #isAsking = false;
  #ending: { readonly atMs: number; readonly resolve: () => void } | undefined;

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
      this.#ending = { atMs: performance.now(), resolve };
      setTimeout(() => this.#moveOn(), DELAY_MS);
    });
  }

  /** Nothing excluded was to be seen until then, unless `blank` has said so before. */
  clear(untilMs: number): void {
    this.#isAsking = false;
    this.#clearMs = Math.max(this.#clearMs, untilMs);
    this.#moveOn();
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
    this.#ending?.resolve();
    this.#ending = undefined;
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
    const nowMs = performance.now();
    const [first] = this.#held;
    let dueMs = this.#lastOutMs + STILL_MS;
    if (first && this.#isClear(first)) dueMs = first.atMs + DELAY_MS;
    else if (first && !this.#isAsking) {
      const askMs = Math.max(first.atMs + ASK_MS, this.#askedMs + ASK_AGAIN_MS);
      if (askMs <= nowMs) this.#ask(nowMs);
      else dueMs = Math.min(dueMs, askMs);
    }
    this.#timer = setTimeout(() => this.#moveOn(), Math.max(0, dueMs - nowMs));
  }

  #ask(nowMs: number): void {
    this.#isAsking = true;
    this.#askedMs = nowMs;
    this.#needs.look();
  }

  #isClear({ atMs, isBlank }: Held): boolean {
    return isBlank || atMs <= this.#clearMs;
  }

  #moveOn(): void {
    const nowMs = performance.now();
    for (
      let first = this.#held[0];
      first && first.atMs + DELAY_MS <= nowMs && this.#isClear(first);
      first = this.#held[0]
    ) {
      this.#held.shift();
      this.#last = first;
      this.#isOn ||= first.atMs >= this.#beginMs;
      if (!this.#isOn || first.atMs > (this.#ending?.atMs ?? nowMs)) continue;
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
    this.#endIfOver(nowMs);
    this.#schedule();
  }

  #endIfOver(nowMs: number): void {
    // A timer may be a moment early.
    if (!this.#ending || nowMs < this.#ending.atMs + DELAY_MS - 1) return;
    const { atMs, resolve } = this.#ending;
    const [first] = this.#held;
    if (first && first.atMs <= atMs && nowMs < atMs + END_MS) return;
    this.#ending = undefined;
    this.#isOn = false;
    this.#beginMs = Number.POSITIVE_INFINITY;
    resolve();
  }

  /** Its time is that at which it is given out: so a media recorder sees it, whatever a frame says of itself. */
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
