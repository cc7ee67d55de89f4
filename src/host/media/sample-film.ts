// In: a film. Out: two pictures a second of it, each small and grey to compare by and raw to pack, in order of time.
import type { Readable } from 'node:stream';
import { OUTSIDE } from '../files/create-files.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { endFed, feedFfmpeg } from './feed-ffmpeg.ts';
import { startFfmpeg } from './ffmpeg-process.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';

export interface FilmPicture {
  readonly atMs: number;
  readonly grey: Uint8Array;
  /** As `packPictures` takes it; overwritten when the next picture is asked for. */
  readonly raw: Buffer;
}

export interface FilmSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface FilmToSample {
  /** Of the workspace that it lies in. */
  readonly files?: WorkspaceFiles;
  readonly file: string;
  readonly size: FilmSize;
}

export const STEP_MS = 500;
/** Half of a screen's width: a change of a word is still dozens of pixels. */
const GREY_WIDTH_PX = 640;
/** So many pictures are read ahead, so that decoding does not stand still while one is looked at. */
const AHEAD = 2;

/**
 * ffmpeg decodes once and gives both; nothing is packed here, for few pictures are kept. Memory does not grow with the
 * film. Leaving, or aborting, ends it.
 * @throws media/unreadable in ffmpeg's own words
 */
export async function* sampleFilm(
  ffmpeg: Ffmpeg,
  { files = OUTSIDE, file, size }: FilmToSample,
  signal: AbortSignal,
): AsyncGenerator<FilmPicture, void> {
  const grey = { widthPx: GREY_WIDTH_PX, heightPx: evenHeight(size) };
  const feed = feedFfmpeg(files, file);
  const args = [...feed.args, ...argumentsFor(size, grey)];
  const process = startFfmpeg(ffmpeg, { args, stdio: [feed.stdin, 'pipe', 'pipe', 'pipe'], about: file }, signal);
  const poured = feed.pour(process.stdio[0]);
  try {
    // Both were asked for as pipes.
    const [pictures, greys] = [process.stdio[1] as Readable, process.stdio[3] as Readable];
    const bytes = { picture: rawBytes(size), grey: grey.widthPx * grey.heightPx };
    let at = 0;
    for await (const pair of readPairs({ pictures, greys }, bytes)) yield { atMs: at++ * STEP_MS, ...pair };
    await endFed(process, [poured]);
  } finally {
    await process.stop();
  }
}

const evenHeight = ({ widthPx, heightPx }: FilmSize): number =>
  Math.max(2, 2 * Math.round((GREY_WIDTH_PX * heightPx) / widthPx / 2));

/** A byte of brightness for each pixel, two of colour for each four. */
const rawBytes = ({ widthPx, heightPx }: FilmSize): number =>
  widthPx * heightPx + 2 * Math.ceil(widthPx / 2) * Math.ceil(heightPx / 2);

/** `start_time=0` keeps pictures at their time where a film begins late. */
function argumentsFor(size: FilmSize, grey: FilmSize): string[] {
  const filters = [
    `[0:v:0]fps=${1000 / STEP_MS}:start_time=0,split[a][b]`,
    // As it is shown: pixels of a film need not be square.
    `[a]scale=${size.widthPx}:${size.heightPx}[p]`,
    `[b]scale=${grey.widthPx}:${grey.heightPx}:flags=area,format=gray[g]`,
  ];
  const pictures = '-map [p] -pix_fmt yuv420p -f rawvideo pipe:1'.split(' ');
  const greys = '-map [g] -f rawvideo pipe:3'.split(' ');
  return ['-filter_complex', filters.join(';'), ...pictures, ...greys];
}

type Pair = Pick<FilmPicture, 'raw' | 'grey'>;

/**
 * The two streams step by step. ffmpeg writes them as it likes: while one of them is waited for, the other is read as
 * far as it comes, or each would wait for the other.
 */
async function* readPairs(
  streams: { readonly pictures: Readable; readonly greys: Readable },
  bytes: { readonly picture: number; readonly grey: number },
): AsyncGenerator<Pair, void> {
  let moved = Promise.withResolvers<void>();
  const both = [streams.pictures, streams.greys];
  const onMove = (): void => {
    if (Math.min(pictures.ready.length, greys.ready.length) >= AHEAD) for (const stream of both) stream.pause();
    moved.resolve();
  };
  const pictures = cutPlanes(streams.pictures, bytes.picture, onMove);
  const greys = cutPlanes(streams.greys, bytes.grey, onMove);
  for (;;) {
    while (pictures.ready.length > 0 && greys.ready.length > 0) {
      const raw = pictures.ready.shift()!;
      yield { raw, grey: greys.ready.shift()! };
      pictures.spare.push(raw);
    }
    if (both.every(({ closed }) => closed)) return;
    moved = Promise.withResolvers<void>();
    for (const stream of both) stream.resume();
    await moved.promise;
  }
}

interface Planes {
  readonly ready: Buffer[];
  /** Memory that is written over again: a picture of a large screen is megabytes, and comes twice a second. */
  readonly spare: Buffer[];
}

function cutPlanes(stream: Readable, planeBytes: number, onMove: () => void): Planes {
  const planes: Planes = { ready: [], spare: [] };
  let plane: Buffer | undefined;
  let filled = 0;
  stream.on('data', (bytes: Buffer) => {
    for (let at = 0; at < bytes.length; ) {
      plane ??= planes.spare.pop() ?? Buffer.allocUnsafeSlow(planeBytes);
      const copied = bytes.copy(plane, filled, at);
      [at, filled] = [at + copied, filled + copied];
      if (filled < planeBytes) continue;
      planes.ready.push(plane);
      [plane, filled] = [undefined, 0];
    }
    onMove();
  });
  // A stream that breaks is told of by the end of the process.
  stream.on('error', () => {});
  stream.once('close', onMove);
  return planes;
}
