// Stage "frames". In: a film of a screen that somebody took in. Out: a picture for each time the screen had changed.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MirrorError } from '../../../domain/errors.ts';
import type { Frame } from '../../../domain/evidence.ts';
import type { Track } from '../../../domain/process.ts';
import { createPictureChooser } from '../../../ingest/screen/choose-pictures.ts';
import { writeWhole } from '../../files/whole-file.ts';
import type { Host } from '../../host.ts';
import { packPictures } from '../../media/pack-pictures.ts';
import { type FilmSize, sampleFilm } from '../../media/sample-film.ts';
import { hashInputs, type IngestStage } from '../stage.ts';
import { keepMaker } from './keep-maker.ts';

/** Mirror's own recorder takes its pictures while it records, from what no codec has touched: those are better. */
export const framesStage: IngestStage = {
  name: 'frames',
  plan: async (host, { id }) => {
    const film = findFilm(host.store.listTracks(id));
    if (film === undefined) return { skip: 'There is no picture in it.' };
    if (host.store.findReceipt(id) !== undefined) return { skip: 'Its pictures were taken while it was recorded.' };
    const ffmpeg = await host.ffmpeg.find();
    if (ffmpeg === undefined) return { skip: `${NO_FFMPEG.title}. ${NO_FFMPEG.hint}`, isTold: true };
    const madeBy = `mirror:frames-1 ffmpeg ${ffmpeg.version}`;
    const essence = (name: string): string | undefined => name.split(' ')[0];
    return { inputHash: hashInputs(film.sha256), madeBy: keepMaker(host, id, { stage: 'frames', madeBy, essence }) };
  },
  run: async function* (host, { id, durationMs }, signal) {
    const film = findFilm(host.store.listTracks(id));
    const ffmpeg = await host.ffmpeg.find();
    if (film === undefined || ffmpeg === undefined) throw NO_FFMPEG;
    const total = Math.ceil(durationMs / 1000);
    const chooser = createPictureChooser();
    const frames: Frame[] = [];
    const chosen: { readonly atMs: number; readonly raw: Buffer }[] = [];
    const keepChosen = async (): Promise<void> => {
      const jpegs = await packPictures(ffmpeg, { raws: chosen.map(({ raw }) => raw), size: film }, signal);
      for (const [at, { atMs }] of chosen.splice(0).entries())
        frames.push({ atMs, ...(await keepPicture(host, jpegs[at]!, film)), text: null });
    };
    let told = -TELL_EVERY_MS;
    for await (const { atMs, grey, raw } of sampleFilm(
      ffmpeg,
      { files: host.workspace.files, file: host.workspace.file(film.path), size: film },
      signal,
    )) {
      if (atMs - told >= TELL_EVERY_MS) {
        yield { stage: 'frames', done: Math.min(total, Math.floor(atMs / 1000)), total, unit: 'seconds' };
        told = atMs;
      }
      const choice = chooser.look(grey, atMs);
      if (choice) chosen.push({ atMs: choice.sinceMs, raw: Buffer.from(raw) });
      if (chosen.length * raw.length >= MOST_UNPACKED_BYTES) await keepChosen();
    }
    await keepChosen();
    return {
      save: () => host.store.saveFrames(id, withKnownText(host.store.listFrames(id), frames)),
      counts: { pictures: frames.length },
      warnings: [],
    };
  },
};

/** The same pictures as before have been read already, and are not read again. */
function withKnownText(before: readonly Frame[], frames: readonly Frame[]): Frame[] {
  const keyOf = ({ atMs, sha256 }: Frame): string => `${atMs} ${sha256}`;
  const known = new Map(before.map((frame) => [keyOf(frame), frame]));
  return frames.map((frame) => known.get(keyOf(frame)) ?? frame);
}

const TELL_EVERY_MS = 10_000;
/** Ten pictures of a screen of 1280 by 800. */
const MOST_UNPACKED_BYTES = 16_000_000;

const NO_FFMPEG = new MirrorError('media/ffmpeg-missing', {
  data: { file: 'The film', what: 'what is on the screen' },
});

type Film = Track & FilmSize;

function findFilm(tracks: readonly Track[]): Film | undefined {
  const isFilm = (track: Track): track is Film =>
    track.kind === 'screen' && track.widthPx !== null && track.heightPx !== null;
  return tracks.find(isFilm);
}

/** Under the hash of its bytes, whole or not at all: what a killed run leaves is found by the next. */
async function keepPicture(
  { workspace }: Host,
  jpeg: Buffer,
  { widthPx, heightPx }: FilmSize,
): Promise<Omit<Frame, 'atMs' | 'text'>> {
  const sha256 = createHash('sha256').update(jpeg).digest('hex');
  const path = `media/${sha256}.jpg`;
  const { files } = workspace;
  const target = workspace.file(path);
  if ((await files.sizeOf(target)) === undefined) {
    const draft = join(workspace.incoming, randomUUID());
    await writeWhole(files, draft, jpeg);
    await mkdir(dirname(target), { recursive: true });
    await files.rename(draft, target);
  }
  return { path, sha256, widthPx, heightPx };
}
