// A way for sound, from a device to what is recorded. In: tracks of a device, one after the other. Out: a stream that is
// held back and blanked, its samples, and its loudness. Close it: it holds a worker.
import { canReadStreams } from './can-read-streams.ts';
import type { SoundNews, SoundOrder } from './sound.worker.ts';
import { loudness } from './loudness.ts';
import { openWorkletPath } from './worklet-path.ts';

export interface SoundPath {
  /** What a media recorder takes; the same through changes of the device. */
  readonly stream: MediaStream;
  /** Takes the place of what was connected before; `null` for nothing. */
  connect(track: MediaStreamTrack | null): void;
  /** Resolves when the first sound heard after the call is given out. */
  begin(): Promise<void>;
  /** Resolves when the last sound heard before the call has been given out. */
  end(): Promise<void>;
  /** Resolves when all samples given out so far have been told: those that follow are of a new file. */
  cut(): Promise<void>;
  blank(isBlank: boolean): void;
  close(): void;
}

export interface SoundPathOptions {
  /** How long it is held back. */
  readonly delayMs: number;
  /** 0 to 1 by ear, ten times a second; also while nothing is recorded. */
  readonly onLevel?: (level: number) => void;
  /** A quarter of a second a time, mono at 16 kHz. */
  readonly onSamples?: (samples: Int16Array<ArrayBuffer>) => void;
  readonly onFailure: (error: unknown) => void;
}

/** Parts of 10 ms that may wait while the machine is busy. */
const MOST_WAITING = 1000;

/** Elsewhere the page's sound graph does it, which loses sound on a machine that is too busy. */
export const openSoundPath = (options: SoundPathOptions): SoundPath =>
  canReadStreams() ? openWorkerPath(options) : openWorkletPath(options);

function openWorkerPath({ delayMs, onLevel, onSamples, onFailure }: SoundPathOptions): SoundPath {
  const worker = new Worker(new URL('./sound.worker.ts', import.meta.url), { type: 'module' });
  const generator = new MediaStreamTrackGenerator({ kind: 'audio' });
  const waiting = new Map<SoundNews['kind'], (() => void)[]>();
  worker.addEventListener('message', ({ data }: MessageEvent<SoundNews>) => {
    if (data.kind === 'level') onLevel?.(loudness(data.rms));
    else if (data.kind === 'samples') onSamples?.(data.samples);
    else waiting.get(data.kind)?.shift()?.();
  });
  worker.addEventListener('error', (event) => onFailure(new Error(event.message)));
  const order = (wish: SoundOrder, transfer: Transferable[] = []): void => worker.postMessage(wish, transfer);
  const orderAndWait = (kind: 'begin' | 'end' | 'cut'): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(kind, [...(waiting.get(kind) ?? []), resolve]);
      order({ kind });
    });
  const { writable } = generator;
  order({ kind: 'open', writable, delayMs, givesSamples: onSamples !== undefined }, [writable]);
  return {
    stream: new MediaStream([generator]),
    connect: (source) => {
      onLevel?.(0);
      if (source === null) return order({ kind: 'take', readable: null });
      const track = source as MediaStreamAudioTrack; // tracks of microphones and of a computer's sound are
      const { readable } = new MediaStreamTrackProcessor({ track, maxBufferSize: MOST_WAITING });
      order({ kind: 'take', readable }, [readable]);
    },
    begin: () => orderAndWait('begin'),
    end: () => orderAndWait('end'),
    cut: () => orderAndWait('cut'),
    blank: (isBlank) => order({ kind: 'blank', isBlank }),
    close: () => {
      generator.stop();
      order({ kind: 'close' });
    },
  };
}
