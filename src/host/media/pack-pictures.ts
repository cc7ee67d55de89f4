// In: raw pictures of a film. Out: each as a JPEG.
import type { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { startFfmpeg } from './ffmpeg-process.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';
import type { FilmSize } from './sample-film.ts';

/**
 * In order, by one process: starting it costs as much as packing a dozen. The same picture gives the same bytes.
 * @param raws as `sampleFilm` gives them (I420), of one size
 * @throws media/unreadable in ffmpeg's own words
 */
export async function packPictures(
  ffmpeg: Ffmpeg,
  { raws, size }: { readonly raws: readonly Buffer[]; readonly size: FilmSize },
  signal: AbortSignal,
): Promise<Buffer[]> {
  if (raws.length === 0) return [];
  const raw = `-f rawvideo -pix_fmt yuv420p -video_size ${size.widthPx}x${size.heightPx} -i pipe:0`.split(' ');
  // Square pixels, said: without it a JPEG has no JFIF header.
  const packed = '-vf setsar=1 -c:v mjpeg -q:v 3 -pix_fmt yuvj420p -f mpjpeg pipe:1'.split(' ');
  const start = { args: [...raw, ...packed], stdio: 'pipe', about: 'a picture of a film' } as const;
  const process = startFfmpeg(ffmpeg, start, signal);
  try {
    // All were asked for as pipes.
    const [input, output] = [process.stdio[0] as Writable, process.stdio[1] as Readable];
    // One that ends early does not take all of them; how it ended is told below.
    input.on('error', () => {});
    for (const each of raws) input.write(each);
    input.end();
    const [parts] = await Promise.all([buffer(output), process.end()]);
    const jpegs = cutParts(parts);
    if (jpegs.length !== raws.length) throw new Error(`ffmpeg packed ${jpegs.length} of ${raws.length} pictures`);
    return jpegs;
  } finally {
    await process.stop();
  }
}

/** Parts of a multipart stream (RFC 2046) as ffmpeg's `mpjpeg` writes it: each says how long it is. */
function cutParts(bytes: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const head = bytes.indexOf('\r\n\r\n', at);
    const length = Number(/content-length: *(\d+)/i.exec(bytes.toString('latin1', at, Math.max(at, head)))?.[1]);
    if (Number.isNaN(length)) return parts;
    const start = head + 4;
    parts.push(bytes.subarray(start, start + length));
    at = start + length;
  }
}
