// The way of one device's sound. In: parts of about 10 ms as they are heard. Out: the same, held back and silent where they
// must be; its loudness at once; and for transcription its samples, none left out. Close it: it holds parts.
import { SAMPLE_RATE } from '../../src/domain/capture.ts';
import { createResampler, type Resampler } from './resample.ts';

export interface SoundWayNeeds {
  readonly delayMs: number;
  readonly givesSamples: boolean;
  readonly give: (part: AudioData) => void;
  /** A quarter of a second of mono at 16 kHz. */
  readonly tell: (samples: Int16Array<ArrayBuffer>) => void;
  /** Root of the mean square of a tenth of a second. */
  readonly tellLevel: (rms: number) => void;
}

interface Held {
  readonly part: AudioData;
  readonly atMs: number;
  isBlank: boolean;
}

const LEVEL_S = 0.1;
const CHUNK_S = 0.25;
const LOUDEST = 0x7fff;
/**
 * A machine that is too busy loses sound before it gets here, a few milliseconds at a time. Less than this, added up, is
 * jitter of the device's clock.
 */
const HOLE_US = 50_000;
/** Longer than this is sleep: the next file begins on its own time. */
const SLEEP_US = 5_000_000;

export class SoundWay {
  readonly #needs: SoundWayNeeds;
  readonly #held: Held[] = [];
  readonly #chunk = new Int16Array(SAMPLE_RATE * CHUNK_S);
  #reader: ReadableStreamDefaultReader<AudioData> | undefined;
  #resampler: { readonly rate: number; readonly push: Resampler['push'] } | undefined;
  #filled = 0;
  #isBlank = false;
  #isOn = false;
  /** Parts heard before are not given out. */
  #beginMs = Number.POSITIVE_INFINITY;
  #begun: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When the next part should begin, by the device's clock, if nothing was lost since this was last certain. */
  #nextUs: number | undefined;
  #level = { squares: 0, samples: 0 };
  /** How the last part was made and where it ended, so that silence can follow it. */
  #lastOut = { sampleRate: 48_000, numberOfChannels: 1, endUs: 0, atMs: 0 };
  #fillTimer: ReturnType<typeof setInterval> | undefined;

  constructor(needs: SoundWayNeeds) {
    this.#needs = needs;
  }

  /** Reads until the input ends or another takes its place. What was heard before is still given out. */
  async take(readable: ReadableStream<AudioData> | null): Promise<void> {
    void this.#reader?.cancel();
    this.#reader = undefined;
    clearInterval(this.#fillTimer);
    if (!readable) {
      this.#fillTimer = setInterval(() => this.#fill(), FILL_MS);
      return;
    }
    const reader = readable.getReader();
    this.#reader = reader;
    this.#nextUs = undefined;
    for (;;) {
      const { value, done } = await reader.read();
      if (this.#reader !== reader) return value?.close();
      if (done) break;
      this.#measure(value);
      this.#held.push({ part: value, atMs: performance.now(), isBlank: this.#isBlank });
      this.#timer ??= setTimeout(() => this.#moveOn(), this.#needs.delayMs);
    }
    this.#reader = undefined;
  }

  /** Resolves when the first part that is heard from now on has been given out; at once where there is no device. */
  begin(): Promise<void> {
    this.#beginMs = performance.now();
    if (!this.#reader) this.#isOn = true;
    if (!this.#reader) return Promise.resolve();
    // A pause is no hole that sound was lost in.
    this.#nextUs = undefined;
    return new Promise((resolve) => {
      this.#begun = resolve;
    });
  }

  /** Resolves when all that was heard until now has been given out; nothing is, after that. */
  end(): Promise<void> {
    const endMs = performance.now();
    return new Promise((resolve) => {
      setTimeout(() => {
        this.#moveOn(endMs);
        this.#isOn = false;
        this.#beginMs = Number.POSITIVE_INFINITY;
        this.cut();
        resolve();
      }, this.#needs.delayMs);
    });
  }

  /** Samples so far are told: those that follow belong to a new file. */
  cut(): void {
    if (this.#filled === 0) return;
    this.#needs.tell(this.#chunk.slice(0, this.#filled));
    this.#filled = 0;
  }

  blank(isBlank: boolean): void {
    this.#isBlank = isBlank;
    if (isBlank) for (const each of this.#held) each.isBlank = true;
  }

  close(): void {
    clearTimeout(this.#timer);
    clearInterval(this.#fillTimer);
    void this.#reader?.cancel();
    this.#reader = undefined;
    for (const { part } of this.#held.splice(0)) part.close();
  }

  /** Gives out what was held for long enough, and what was heard before `untilMs` in any case. */
  #moveOn(untilMs = Number.NEGATIVE_INFINITY): void {
    const dueMs = Math.max(untilMs, performance.now() - this.#needs.delayMs);
    for (let first = this.#held[0]; first && first.atMs <= dueMs; first = this.#held[0]) {
      this.#held.shift();
      this.#isOn ||= first.atMs >= this.#beginMs;
      if (this.#isOn) this.#giveOut(first);
      else first.part.close();
    }
    clearTimeout(this.#timer);
    const [next] = this.#held;
    const waitMs = next && Math.max(0, next.atMs + this.#needs.delayMs - performance.now());
    // Some parts at a time: waking up a hundred times a second costs more than what is done then.
    this.#timer = waitMs === undefined ? undefined : setTimeout(() => this.#moveOn(), waitMs + TOGETHER_MS);
  }

  #giveOut({ part, isBlank }: Held): void {
    if (this.#needs.givesSamples) this.#keep(part, isBlank);
    this.#noteOut(part);
    this.#give(part, isBlank ? undefined : readPlanes(part));
    part.close();
    this.#begun?.();
    this.#begun = undefined;
  }

  /**
   * A media recorder takes pictures for as old as they come, and sound for as old as it says it is: without the time that
   * it was held back, it would be ahead of its picture.
   */
  #give({ sampleRate, numberOfFrames, numberOfChannels, timestamp }: Shape, planes?: Float32Array<ArrayBuffer>): void {
    const data = planes ?? new Float32Array(numberOfFrames * numberOfChannels);
    const heldUs = timestamp + this.#needs.delayMs * 1000;
    this.#needs.give(
      new AudioData({ format: 'f32-planar', sampleRate, numberOfFrames, numberOfChannels, timestamp: heldUs, data }),
    );
  }

  #noteOut({ sampleRate, numberOfChannels, timestamp, duration }: Shape & Pick<AudioData, 'duration'>): void {
    this.#lastOut = { sampleRate, numberOfChannels, endUs: timestamp + duration, atMs: performance.now() };
  }

  /**
   * A film with sound waits for its sound: where the device is gone, silence keeps the picture coming. Samples are not
   * made up, so that it is seen that the device brings none.
   */
  #fill(): void {
    if (!this.#isOn || this.#held.length > 0) return;
    const { sampleRate, numberOfChannels, endUs, atMs } = this.#lastOut;
    const numberOfFrames = Math.round(((performance.now() - atMs) / 1000) * sampleRate);
    if (numberOfFrames <= 0) return;
    const duration = (numberOfFrames / sampleRate) * 1e6;
    const part = { sampleRate, numberOfChannels, numberOfFrames, timestamp: endUs, duration };
    this.#noteOut(part);
    this.#give(part);
  }

  #keep(part: AudioData, isBlank: boolean): void {
    const { sampleRate, numberOfFrames, timestamp, duration } = part;
    if (this.#resampler?.rate !== sampleRate)
      this.#resampler = { rate: sampleRate, ...createResampler(sampleRate, SAMPLE_RATE) };
    const dueUs = this.#nextUs ?? timestamp;
    const holeUs = timestamp - dueUs;
    const isJitter = holeUs >= 0 && holeUs <= HOLE_US;
    this.#nextUs = (isJitter ? dueUs : timestamp) + duration;
    // What was lost is silence of the same length: every word stays where it was said.
    if (holeUs > HOLE_US && holeUs < SLEEP_US)
      this.#append(this.#resampler.push(new Float32Array(Math.round((holeUs / 1e6) * sampleRate))));
    this.#append(this.#resampler.push(isBlank ? new Float32Array(numberOfFrames) : readMono(part)));
  }

  #append(samples: Float32Array): void {
    for (const sample of samples) {
      this.#chunk[this.#filled] = Math.round(Math.max(-1, Math.min(1, sample)) * LOUDEST);
      this.#filled += 1;
      if (this.#filled === this.#chunk.length) this.cut();
    }
  }

  #measure(part: AudioData): void {
    for (const sample of readMono(part)) this.#level.squares += sample * sample;
    this.#level.samples += part.numberOfFrames;
    if (this.#level.samples < part.sampleRate * LEVEL_S) return;
    this.#needs.tellLevel(Math.sqrt(this.#level.squares / this.#level.samples));
    this.#level = { squares: 0, samples: 0 };
  }
}

const TOGETHER_MS = 50;
const FILL_MS = 100;

/** The mean of its channels. */
function readMono(part: AudioData): Float32Array {
  const { numberOfFrames, numberOfChannels } = part;
  const mono = new Float32Array(numberOfFrames);
  part.copyTo(mono, { planeIndex: 0, format: 'f32-planar' });
  for (let channel = 1; channel < numberOfChannels; channel += 1) {
    const other = new Float32Array(numberOfFrames);
    part.copyTo(other, { planeIndex: channel, format: 'f32-planar' });
    for (let at = 0; at < numberOfFrames; at += 1) mono[at]! += other[at]!;
  }
  return numberOfChannels === 1 ? mono : mono.map((each) => each / numberOfChannels);
}

type Shape = Pick<AudioData, 'sampleRate' | 'numberOfFrames' | 'numberOfChannels' | 'timestamp'>;

/** One channel after the other. */
function readPlanes(part: AudioData): Float32Array<ArrayBuffer> {
  const { numberOfFrames, numberOfChannels } = part;
  const planes = new Float32Array(numberOfFrames * numberOfChannels);
  for (let channel = 0; channel < numberOfChannels; channel += 1)
    part.copyTo(planes.subarray(channel * numberOfFrames), { planeIndex: channel, format: 'f32-planar' });
  return planes;
}
