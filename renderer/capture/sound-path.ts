// A way for sound, from a device to what is recorded. In: tracks of a device, one after the other. Out: a stream that is
// held back and blanked, its samples, and its loudness. Close it: it holds an audio context.
import type { SoundNews, SoundOptions, SoundOrder } from './sound.worklet.ts';
import workletUrl from './sound.worklet.ts?worker&url';

export interface SoundPath {
  /** What a media recorder takes; the same through changes of the device. */
  readonly stream: MediaStream;
  /** Takes the place of what was connected before; `null` for nothing. */
  connect(track: MediaStreamTrack | null): void;
  /** Resolves when the first sound taken in after the call is given out. */
  begin(): Promise<void>;
  /** Resolves when the last sound taken in before the call has been given out. */
  end(): Promise<void>;
  /** Resolves when all samples given out so far have been told: those that follow are of a new file. */
  cut(): Promise<void>;
  blank(isBlank: boolean): void;
  close(): Promise<void>;
}

export interface SoundPathOptions {
  /** Without it the device's own. */
  readonly sampleRate?: number;
  readonly channels: 1 | 2;
  /** How long it is held back. */
  readonly delayMs: number;
  /** 0 to 1 by ear, ten times a second; also while nothing is recorded. */
  readonly onLevel?: (level: number) => void;
  /** Half a second a time, at the given rate. */
  readonly onSamples?: (samples: Int16Array<ArrayBuffer>) => void;
}

export async function openSoundPath(options: SoundPathOptions): Promise<SoundPath> {
  const { channels, delayMs, onLevel, onSamples, ...rate } = options;
  const context = new AudioContext({ ...rate, latencyHint: 'playback', sinkId: { type: 'none' } });
  try {
    await context.audioWorklet.addModule(workletUrl);
    await context.resume();
  } catch (error) {
    await context.close();
    throw error;
  }
  const processorOptions: SoundOptions = { givesSamples: onSamples !== undefined, delayMs };
  const node = new AudioWorkletNode(context, 'sound-path', {
    channelCount: channels,
    channelCountMode: 'explicit',
    outputChannelCount: [channels],
    processorOptions,
  });
  const destination = new MediaStreamAudioDestinationNode(context, { channelCount: channels });
  node.connect(destination);
  const waiting = new Map<SoundNews['kind'], (() => void)[]>();
  node.port.addEventListener('message', ({ data }: MessageEvent<SoundNews>) => {
    if (data.kind === 'level') onLevel?.(loudness(data.rms));
    else if (data.kind === 'samples') onSamples?.(data.samples);
    else waiting.get(data.kind)?.shift()?.();
  });
  node.port.start();
  const order = (wish: SoundOrder): void => node.port.postMessage(wish);
  const orderAndWait = (wish: SoundOrder, answer: SoundNews['kind']): Promise<void> =>
    new Promise((resolve) => {
      waiting.set(answer, [...(waiting.get(answer) ?? []), resolve]);
      order(wish);
    });
  let source: MediaStreamAudioSourceNode | undefined;
  return {
    stream: destination.stream,
    connect: (track) => {
      source?.disconnect();
      source = track ? new MediaStreamAudioSourceNode(context, { mediaStream: new MediaStream([track]) }) : undefined;
      source?.connect(node);
      onLevel?.(0);
    },
    begin: () => orderAndWait({ kind: 'begin' }, 'began'),
    end: () => orderAndWait({ kind: 'end' }, 'ended'),
    cut: () => orderAndWait({ kind: 'cut' }, 'cut'),
    blank: (isBlank) => order({ kind: 'blank', isBlank }),
    close: async () => {
      order({ kind: 'close' });
      source?.disconnect();
      await context.close();
    },
  };
}

/** Below it is the noise of a quiet room. */
const QUIET_DB = -60;

/** 0 to 1 by ear: decibels below full scale, from -60 to 0. `rms` is that of samples between -1 and 1. */
export function loudness(rms: number): number {
  if (rms <= 0) return 0;
  return Math.min(1, Math.max(0, 1 - (20 * Math.log10(rms)) / QUIET_DB));
}
