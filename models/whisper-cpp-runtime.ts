// The one place where whisper.cpp is loaded: a prebuilt library for each system, optional, in a process of its own.
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { MirrorError } from '../src/domain/errors.ts';

/** What is used of version 1.1.1, as it was found by trying: its own README names other keys. */
export interface WhisperCpp {
  /** A constructor that returns a promise, as the library has it. */
  readonly WhisperContext: new (options: {
    filePath: string;
    useGpu: boolean;
  }) => Promise<WhisperContext>;
  readonly WhisperVadContext: new (options: { filePath: string; useGpu: boolean }) => Promise<WhisperVadContext>;
}

export interface WhisperContext {
  /** 16-bit samples. The promise settles only at the end, whatever is called meanwhile. */
  transcribeData(samples: ArrayBuffer, options: object): { promise: Promise<WhisperResult> };
}

interface WhisperResult {
  readonly language?: string;
  /** Milliseconds. */
  readonly segments: readonly { readonly text: string; readonly t0: number; readonly t1: number }[];
}

export interface WhisperVadContext {
  /** Times in hundredths of a second. */
  detectSpeechData(samples: ArrayBuffer, options: object): Promise<readonly { t0: number; t1: number }[]>;
}

/** @throws engine/unfit where it has no library for this system, or that is not installed */
export function requireWhisperCpp(): WhisperCpp {
  try {
    // `import` of a native module fails on Node 20.
    return createRequire(import.meta.url)(`@fugood/node-whisper-${process.platform}-${process.arch}`) as WhisperCpp;
  } catch (cause) {
    throw unfit(`no library for ${process.platform} ${process.arch} is installed`, cause);
  }
}

/** The one file of a model of whisper.cpp. @throws engine/unfit */
export function findGgmlFile(folder: string): string {
  const name = readdirSync(folder).find((each) => each.endsWith('.bin'));
  if (name === undefined) throw unfit('the model has no .bin file');
  return join(folder, name);
}

/** The same as for other engines: two threads on one core are slower than one. */
export const threads = (): number => Math.max(1, availableParallelism() >> 1);

/** As the library takes them. */
export function toInt16(samples: Float32Array): ArrayBuffer {
  const whole = new Int16Array(samples.length);
  for (let at = 0; at < samples.length; at += 1) {
    whole[at] = Math.round(Math.max(-1, Math.min(1, samples[at]!)) * 32_767);
  }
  return whole.buffer;
}

export const unfit = (detail: string, cause?: unknown): MirrorError =>
  new MirrorError('engine/unfit', { data: { name: 'whisper.cpp', detail }, cause });
