// The sound's way where it cannot be read as a stream. In: a microphone or the computer's sound. Out: the same, held back and
// silent where it must be; its loudness at once; and for transcription its samples.
import type { SoundNews } from './sound.worker.ts';

export type WorkletOrder =
  | { readonly kind: 'begin' | 'end' | 'cut' | 'close' }
  | { readonly kind: 'blank'; readonly isBlank: boolean };

export interface WorkletOptions {
  /** Whether samples are wanted, or only the stream. */
  readonly givesSamples: boolean;
  readonly delayMs: number;
}

const LEVELS_PER_SECOND = 10;
const CHUNKS_PER_SECOND = 4;
const LOUDEST = 0x7fff;

class SoundPath extends AudioWorkletProcessor {
  readonly #givesSamples: boolean;
  readonly #delay: number;
  readonly #held: readonly Float32Array[];
  /** 1 where a source gave the sample that is held there. */
  readonly #given: Uint8Array;
  readonly #chunk = new Int16Array(Math.round(sampleRate / CHUNKS_PER_SECOND));
  #at = 0;
  #filled = 0;
  /** Samples until the first one that may be given out, and until the last one that may. */
  #untilBegin = Number.POSITIVE_INFINITY;
  #untilEnd = Number.POSITIVE_INFINITY;
  #isOn = false;
  #isBlank = false;
  #isClosed = false;
  #squares = 0;
  #counted = 0;

  constructor({ processorOptions }: { processorOptions: WorkletOptions }) {
    super();
    this.#givesSamples = processorOptions.givesSamples;
    this.#delay = Math.max(1, Math.round((sampleRate * processorOptions.delayMs) / 1000));
    this.#held = [new Float32Array(this.#delay), new Float32Array(this.#delay)];
    this.#given = new Uint8Array(this.#delay);
    this.port.addEventListener('message', ({ data }: MessageEvent<WorkletOrder>) => this.#obey(data));
    this.port.start();
  }

  process([input = []]: Float32Array[][], [output = []]: Float32Array[][]): boolean {
    const length = output[0]?.length ?? 128;
    this.#measure(input[0]);
    this.#moveOn(length);
    for (let sample = 0; sample < length; sample += 1) {
      const at = this.#at;
      for (let channel = 0; channel < this.#held.length; channel += 1) {
        const held = this.#held[channel]!; // there are two, and #at stays below their length
        const out = output[channel];
        if (out) out[sample] = this.#isOn ? held[at]! : 0;
        if (channel === 0 && this.#isOn && this.#givesSamples && this.#given[at] === 1) this.#keep(held[at]!);
        held[at] = this.#isBlank ? 0 : (input[channel]?.[sample] ?? input[0]?.[sample] ?? 0);
      }
      // Without a source there are no samples, and none are made up: the silence of a dead device is not recorded.
      this.#given[at] = input.length > 0 ? 1 : 0;
      this.#at = at + 1 === this.#delay ? 0 : at + 1;
    }
    return !this.#isClosed;
  }

  #obey(order: WorkletOrder): void {
    if (order.kind === 'begin') this.#untilBegin = this.#delay;
    if (order.kind === 'end') this.#untilEnd = this.#delay;
    if (order.kind === 'close') this.#isClosed = true;
    if (order.kind === 'cut') {
      this.#flush();
      this.#tell({ kind: 'cut' });
    }
    if (order.kind !== 'blank') return;
    this.#isBlank = order.isBlank;
    if (order.isBlank) for (const held of this.#held) held.fill(0);
  }

  /** To a block, which is a few milliseconds, not to the sample. */
  #moveOn(length: number): void {
    this.#untilBegin -= length;
    this.#untilEnd -= length;
    if (this.#untilBegin <= 0) {
      this.#untilBegin = Number.POSITIVE_INFINITY;
      this.#isOn = true;
      this.#tell({ kind: 'begin' });
    }
    if (this.#untilEnd > 0) return;
    this.#untilEnd = Number.POSITIVE_INFINITY;
    this.#isOn = false;
    this.#flush();
    this.#tell({ kind: 'end' });
  }

  #keep(sample: number): void {
    this.#chunk[this.#filled] = Math.round(Math.max(-1, Math.min(1, sample)) * LOUDEST);
    this.#filled += 1;
    if (this.#filled === this.#chunk.length) this.#flush();
  }

  #flush(): void {
    if (this.#filled === 0) return;
    const samples = this.#chunk.slice(0, this.#filled);
    this.#filled = 0;
    this.port.postMessage({ kind: 'samples', samples } satisfies SoundNews, [samples.buffer]);
  }

  #measure(channel: Float32Array | undefined): void {
    if (channel === undefined) return;
    for (let sample = 0; sample < channel.length; sample += 1) {
      const value = channel[sample]!;
      this.#squares += value * value;
    }
    this.#counted += channel.length;
    if (this.#counted < sampleRate / LEVELS_PER_SECOND) return;
    this.#tell({ kind: 'level', rms: Math.sqrt(this.#squares / this.#counted) });
    [this.#squares, this.#counted] = [0, 0];
  }

  #tell(news: SoundNews): void {
    this.port.postMessage(news);
  }
}

registerProcessor('sound-path', SoundPath);
