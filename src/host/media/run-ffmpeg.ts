// In: an ffmpeg and what it should do with one file of this machine. Out: how far it is, until it is done.
import { spawn } from 'node:child_process';
import { basename } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';

export interface FfmpegTask {
  readonly input: string;
  /** Between input and output: streams, filters, format. */
  readonly args: readonly string[];
  readonly output: string;
}

const MOST_COMPLAINT = 4000;

/**
 * Yields milliseconds of the input that are done. Leaving, or aborting, ends the process before anything else happens.
 * @throws media/unreadable in ffmpeg's own words
 */
export async function* runFfmpeg(
  { command }: Ffmpeg,
  task: FfmpegTask,
  signal: AbortSignal,
): AsyncGenerator<number, void> {
  signal.throwIfAborted();
  const child = spawn(command, argumentsFor(task), { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr
    .setEncoding('utf8')
    .on('data', (text: string) => (complaint = (complaint + text).slice(-MOST_COMPLAINT)));
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  // Whoever stops reading below still waits for the end; a failure to start is told there as well.
  ended.catch(() => {});
  const onAbort = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    for await (const text of child.stdout.setEncoding('utf8')) {
      const times = [...String(text).matchAll(/^out_time_us=(\d+)/gm)];
      const last = times.at(-1)?.[1];
      if (last !== undefined) yield Math.round(Number(last) / 1000);
    }
    const code = await ended;
    signal.throwIfAborted();
    if (code !== 0) throw unreadable(task.input, complaint, `ffmpeg ended with ${String(code)}`);
  } finally {
    signal.removeEventListener('abort', onAbort);
    child.kill('SIGKILL');
    await ended.catch(() => {});
  }
}

/**
 * A media file can name others, on the network too (playlists, subtitles): only files of this machine are opened.
 * `file:` keeps a name that begins with a dash, or looks like an address, a name.
 */
const argumentsFor = ({ input, args, output }: FfmpegTask): string[] => [
  ...'-nostdin -hide_banner -v error -protocol_whitelist file -i'.split(' '),
  `file:${input}`,
  ...args,
  ...'-progress pipe:1 -y'.split(' '),
  `file:${output}`,
];

function unreadable(file: string, complaint: string, otherwise: string): MirrorError {
  const detail = complaint.trim().split('\n').at(-1)?.trim() || otherwise;
  return new MirrorError('media/unreadable', { data: { file: basename(file), detail } });
}
