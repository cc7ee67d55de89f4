import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTestFolder } from '../testing.ts';
import { createFfmpegFinder } from './find-ffmpeg.ts';
import { packPictures } from './pack-pictures.ts';
import { sampleFilm } from './sample-film.ts';

const ffmpeg = await createFfmpegFinder(process.env).find();
if (ffmpeg === undefined) console.warn('Skipped: films need ffmpeg.');
const never = new AbortController().signal;
const run = (...args: readonly string[]): Buffer => execFileSync(ffmpeg!.command, ['-v', 'error', ...args]);

/** Two seconds, each second of another pattern, with sides that are odd where they are asked for. */
function makeFilm(widthPx: number, heightPx: number): string {
  const film = join(createTestFolder(), 'film.mkv');
  const source = (name: string): string[] => ['-f', 'lavfi', '-t', '1', '-i', `${name}=s=${widthPx}x${heightPx}:r=4`];
  const joined = '[0]setsar=1[a];[1]setsar=1[b];[a][b]concat=n=2:v=1,format=yuv420p';
  run(...source('smptebars'), ...source('testsrc'), '-filter_complex', joined, '-c:v', 'ffv1', film);
  return film;
}

describe.skipIf(ffmpeg === undefined)('with ffmpeg', () => {
  test.each([
    [320, 200],
    [321, 201],
  ])('pictures of %i by %i become what ffmpeg packs of the film itself, in order', async (widthPx, heightPx) => {
    const file = makeFilm(widthPx, heightPx);
    const size = { widthPx, heightPx };
    const raws: Buffer[] = [];
    for await (const { raw } of sampleFilm(ffmpeg!, { file, size }, never)) raws.push(Buffer.from(raw));
    const jpegs = await packPictures(ffmpeg!, { raws, size }, never);
    const own = run('-i', file, ...'-vf fps=2 -c:v mjpeg -q:v 3 -pix_fmt yuvj420p -f image2pipe pipe:1'.split(' '));
    expect(jpegs.length).toBe(4);
    expect(Buffer.concat(jpegs).toString('hex')).toBe(own.toString('hex'));
  });

  test('none is none; a picture that is cut short is told; cancelled is cancelled', async () => {
    const size = { widthPx: 64, heightPx: 64 };
    expect(await packPictures(ffmpeg!, { raws: [], size }, never)).toEqual([]);
    const half = [Buffer.alloc(64 * 64)];
    await expect(packPictures(ffmpeg!, { raws: half, size }, never)).rejects.toThrow(
      /^a picture of a film: |^ffmpeg packed 0 of 1/,
    );
    await expect(packPictures(ffmpeg!, { raws: half, size }, AbortSignal.abort())).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
