// In: a media file. Out: how ffmpeg is given it: by its path, or, where it is sealed, through a pipe as it opens. A plain
// copy never lies on the disk, and there is no address that somebody else on the machine could ask.
import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { streamForPipe } from './fast-start.ts';
import type { FfmpegProcess } from './ffmpeg-process.ts';

export interface FfmpegFeed {
  /** The input, for the line of arguments. */
  readonly args: readonly string[];
  /** What its standard input is. */
  readonly stdin: 'ignore' | 'pipe';
  /** Begins to write, where there is something to write. Resolves with what went wrong with the file itself, if something did. */
  pour(stdin: Writable | null | undefined): Promise<unknown>;
}

/**
 * A media file can name others, on the network too (playlists, subtitles): only files of this machine are opened, and of
 * a sealed one none. `file:` keeps a name that begins with a dash, or looks like an address, a name.
 */
export function feedFfmpeg(files: WorkspaceFiles, file: string): FfmpegFeed {
  if (!files.seals(file))
    return {
      args: ['-protocol_whitelist', 'file,pipe', '-i', `file:${file}`],
      stdin: 'ignore',
      pour: async () => undefined,
    };
  return {
    args: ['-protocol_whitelist', 'pipe', '-i', 'pipe:0'],
    stdin: 'pipe',
    pour: (stdin) => pourInto(stdin, streamForPipe(files, file)),
  };
}

async function pourInto(stdin: Writable | null | undefined, source: Readable): Promise<unknown> {
  if (!stdin) throw new Error('ffmpeg was started without a pipe to read from');
  let failure: unknown;
  source.once('error', (error) => (failure = error));
  try {
    await pipeline(source, stdin);
  } catch {
    // One that has enough, or was ended, closes its pipe; how it ended is told by its end. What the file itself is
    // refused for is kept above.
  }
  return isClosedPipe(failure) ? undefined : failure;
}

const isClosedPipe = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(?:EPIPE|ECONNRESET|ERR_STREAM_\w+|ABORT_ERR)$/.test(String(error.code));

/**
 * Waits for its end. Where what it was to read could not be opened, or what it wrote could not be kept, that is what went
 * wrong, whatever ffmpeg makes of it.
 * @param pipes each resolves with a failure, or with nothing
 */
export async function endFed(process: Pick<FfmpegProcess, 'end'>, pipes: readonly Promise<unknown>[]): Promise<void> {
  const ended = await Promise.allSettled([process.end()]);
  const failure = (await Promise.all(pipes)).find((each) => each !== undefined);
  if (failure !== undefined) throw failure;
  if (ended[0].status === 'rejected') throw ended[0].reason;
}

/** What ffmpeg writes, into a file of the workspace as it comes. Resolves with what went wrong with that, if something did. */
export async function keepOutput(files: WorkspaceFiles, output: Readable, path: string): Promise<unknown> {
  try {
    const draft = await files.draft(path);
    try {
      let at = 0;
      for await (const piece of output) {
        const bytes: Buffer = piece; // without an encoding a stream gives buffers
        await draft.write(bytes, at);
        at += bytes.length;
      }
    } finally {
      await draft.close();
    }
    return undefined;
  } catch (error) {
    return error;
  }
}
