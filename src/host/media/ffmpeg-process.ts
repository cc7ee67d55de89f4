// In: an ffmpeg and its arguments. Out: its process, which ends with whoever started it, and its failure in its own words.
import { type ChildProcess, type StdioOptions, spawn } from 'node:child_process';
import { basename } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';

export interface FfmpegProcess {
  readonly stdio: ChildProcess['stdio'];
  /** Until it has ended by itself. @throws media/unreadable, naming `about`; what the signal was aborted with */
  end(): Promise<void>;
  /** Ends it where it has not ended, and comes back when it is gone. */
  stop(): Promise<void>;
}

export interface FfmpegStart {
  readonly args: readonly string[];
  /** The third is where it complains: a pipe. */
  readonly stdio: StdioOptions;
  /** The file that it is about, for whoever reads that it failed. */
  readonly about: string;
}

const MOST_COMPLAINT = 4000;
/** It asks nothing, and says nothing but what went wrong. */
const QUIET = '-nostdin -hide_banner -v error'.split(' ');

/** Starts it; aborting ends it. Whoever starts it stops it in the end. */
export function startFfmpeg(
  { command }: Ffmpeg,
  { args, stdio, about }: FfmpegStart,
  signal: AbortSignal,
): FfmpegProcess {
  signal.throwIfAborted();
  const child = spawn(command, [...QUIET, ...args], { stdio });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-MOST_COMPLAINT);
  });
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  // Whoever stops early still waits for the end; a failure to start is told by `end` as well.
  ended.catch(() => {});
  const onAbort = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', onAbort, { once: true });
  return {
    stdio: child.stdio,
    end: async () => {
      const code = await ended;
      signal.throwIfAborted();
      if (code === 0) return;
      const detail = complaint.trim().split('\n').at(-1)?.trim() || `ffmpeg ended with ${String(code)}`;
      throw new MirrorError('media/unreadable', { data: { file: basename(about), detail } });
    },
    stop: async () => {
      signal.removeEventListener('abort', onAbort);
      child.kill('SIGKILL');
      await ended.catch(() => {});
    },
  };
}
