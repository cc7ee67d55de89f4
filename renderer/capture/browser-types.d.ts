// What Chromium has and TypeScript's library does not know yet.

interface MediaRecorderOptions {
  /** Milliseconds between two pictures that stand by themselves. */
  videoKeyFrameIntervalDuration?: number;
}

interface AudioContextOptions {
  /** No output device: the context runs by the system's clock. */
  sinkId?: { type: 'none' };
}

interface DisplayMediaStreamOptions {
  systemAudio?: 'include' | 'exclude';
  surfaceSwitching?: 'include' | 'exclude';
  selfBrowserSurface?: 'include' | 'exclude';
  monitorTypeSurfaces?: 'include' | 'exclude';
}

/** The scope of an AudioWorklet. */
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

declare function registerProcessor(
  name: string,
  processor: new (options: { processorOptions: never }) => AudioWorkletProcessor,
): void;

declare const sampleRate: number;
