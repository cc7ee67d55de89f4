// In: the environment. Out: an ffmpeg that runs here, with its version; Mirror reads its own recordings without one.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { z } from 'zod';
import { MirrorError } from '../../domain/errors.ts';

export interface Ffmpeg {
  readonly command: string;
  readonly version: string;
}

export interface FfmpegFinder {
  /**
   * Looked for once; not found, again at the next call, since somebody may be installing it.
   * @throws media/bad-ffmpeg when MIRROR_FFMPEG names something that does not run
   */
  find(): Promise<Ffmpeg | undefined>;
}

/** In this order: the one a person names, the one that came with Mirror, the one of the system. */
export function createFfmpegFinder(env: NodeJS.ProcessEnv, findBundled = findFfmpegStatic): FfmpegFinder {
  let found: Promise<Ffmpeg | undefined> | undefined;
  const look = async (): Promise<Ffmpeg | undefined> => {
    const named = env['MIRROR_FFMPEG'];
    if (named) {
      const ffmpeg = await tryToRun(named);
      if (ffmpeg === undefined) throw new MirrorError('media/bad-ffmpeg', { data: { command: named } });
      return ffmpeg;
    }
    const bundled = await findBundled();
    const own = bundled === undefined ? undefined : await tryToRun(bundled);
    return own ?? tryToRun('ffmpeg');
  };
  return {
    find: async () => {
      const looking = (found ??= look());
      try {
        const ffmpeg = await looking;
        if (ffmpeg === undefined) found = undefined;
        return ffmpeg;
      } catch (error) {
        found = undefined;
        throw error;
      }
    },
  };
}

/** An optional dependency: its package may be missing, and its file too, for it is fetched by an install script. */
async function findFfmpegStatic(): Promise<string | undefined> {
  try {
    const { default: path } = z.object({ default: z.string().nullable() }).parse(await import('ffmpeg-static'));
    return path !== null && existsSync(path) ? path : undefined;
  } catch {
    // Not there, whatever the way in which it is not: the next place is looked at.
    return undefined;
  }
}

/** Undefined when it cannot be started or does not answer as ffmpeg does. */
function tryToRun(command: string): Promise<Ffmpeg | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, ['-version'], { stdio: ['ignore', 'pipe', 'ignore'] });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
    child.once('error', () => resolve(undefined));
    child.once('close', (code) => {
      const version = /^ffmpeg version (\S+)/.exec(output)?.[1];
      resolve(code === 0 && version !== undefined ? { command, version } : undefined);
    });
  });
}
