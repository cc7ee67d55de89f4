// In: an ffmpeg and what it should do with one file of this machine. Out: how far it is, until it is done.
import type { Readable } from 'node:stream';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { endFed, feedFfmpeg, keepOutput } from './feed-ffmpeg.ts';
import { startFfmpeg } from './ffmpeg-process.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';

export interface FfmpegTask {
  readonly files: WorkspaceFiles;
  readonly input: string;
  /** Between input and output: streams, filters, format. The format must be one that is written without going back. */
  readonly args: readonly string[];
  readonly output: string;
}

/**
 * Yields milliseconds of the input that are done. Leaving, or aborting, ends the process before anything else happens.
 * @throws media/unreadable in ffmpeg's own words, file/changed-outside
 */
export async function* runFfmpeg(
  ffmpeg: Ffmpeg,
  { files, input, args, output }: FfmpegTask,
  signal: AbortSignal,
): AsyncGenerator<number, void> {
  const feed = feedFfmpeg(files, input);
  const isSealed = files.seals(output);
  const target = isSealed ? 'pipe:3' : `file:${output}`;
  const process = startFfmpeg(
    ffmpeg,
    {
      args: [...feed.args, ...args, '-progress', 'pipe:1', '-y', target],
      stdio: [feed.stdin, 'pipe', 'pipe', isSealed ? 'pipe' : 'ignore'],
      about: input,
    },
    signal,
  );
  const poured = feed.pour(process.stdio[0]);
  // They were asked for as pipes.
  const [told, written] = [process.stdio[1] as Readable, process.stdio[3] as Readable | null];
  const kept = isSealed && written ? keepOutput(files, written, output) : Promise.resolve();
  try {
    for await (const text of told.setEncoding('utf8')) {
      const times = [...String(text).matchAll(/^out_time_us=(\d+)/gm)];
      const last = times.at(-1)?.[1];
      if (last !== undefined) yield Math.round(Number(last) / 1000);
    }
    await endFed(process, [poured, kept]);
  } finally {
    await process.stop();
    await kept;
  }
}
