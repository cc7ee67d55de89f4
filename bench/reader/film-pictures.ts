// In: a film of the samples. Out: pictures of it as files, as the stages of an ingest would have them.
import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFfmpegFinder, type Ffmpeg } from '../../src/host/media/find-ffmpeg.ts';
import { packPictures } from '../../src/host/media/pack-pictures.ts';
import { sampleFilm } from '../../src/host/media/sample-film.ts';
import { createPictureChooser } from '../../src/ingest/screen/choose-pictures.ts';

const SAMPLES = new URL('../../samples/customer-onboarding/', import.meta.url);
const SIZE = { widthPx: 1280, heightPx: 800 };

const fileOf = (film: string): string => new URL(`${film}.webm`, SAMPLES).pathname;

async function getFfmpeg(): Promise<Ffmpeg> {
  const ffmpeg = await createFfmpegFinder(process.env).find();
  if (ffmpeg === undefined) throw new Error('The pages of the samples are taken from their films by ffmpeg.');
  return ffmpeg;
}

/** The picture that is shown at this moment. Returns its file. */
export async function takeAt(film: string, atMs: number, folder: string): Promise<string> {
  const { command } = await getFfmpeg();
  const file = join(folder, `${film}-${atMs}.jpg`);
  const seek = ['-v', 'error', '-y', '-ss', String(atMs / 1000), '-i', fileOf(film)];
  execFileSync(command, [...seek, ...'-frames:v 1 -q:v 3 -pix_fmt yuvj420p'.split(' '), file]);
  return file;
}

/** The pictures that the stage "frames" keeps of it, in order. */
export async function takeChosen(film: string, folder: string): Promise<string[]> {
  const ffmpeg = await getFfmpeg();
  const never = new AbortController().signal;
  const chooser = createPictureChooser();
  const raws: Buffer[] = [];
  for await (const { atMs, grey, raw } of sampleFilm(ffmpeg, { file: fileOf(film), size: SIZE }, never))
    if (chooser.look(grey, atMs)) raws.push(Buffer.from(raw));
  const jpegs = await packPictures(ffmpeg, { raws, size: SIZE }, never);
  return Promise.all(
    jpegs.map(async (jpeg, at) => {
      const file = join(folder, `${film}-chosen-${at}.jpg`);
      await writeFile(file, jpeg);
      return file;
    }),
  );
}
