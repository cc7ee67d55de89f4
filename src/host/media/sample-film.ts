// In: a film. Out: two pictures a second of it, each small and grey to compare by and packed as it is, in order of time.
import { type ChildProcess, spawn } from 'node:child_process';
import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { MirrorError } from '../../domain/errors.ts';
import type { Ffmpeg } from './find-ffmpeg.ts';

export interface FilmPicture {
  readonly atMs: number;
  readonly grey: Uint8Array;
  readonly jpeg: Buffer;
}

export interface FilmSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

export const STEP_MS = 500;
/** Half of a screen's width: a change of a word is still dozens of pixels. */
const GREY_WIDTH_PX = 640;
/** Of each kind are at most so many read ahead, where the other kind is not what is waited for. */
const AHEAD = 8;
const MOST_COMPLAINT = 4000;

/**
 * ffmpeg decodes once and gives both; memory does not grow with the film. Leaving, or aborting, ends it.
 * @throws media/unreadable in ffmpeg's own words
 */
export async function* sampleFilm(
  { command }: Ffmpeg,
  { file, size }: { readonly file: string; readonly size: FilmSize },
  signal: AbortSignal,
): AsyncGenerator<FilmPicture, void> {
  signal.throwIfAborted();
  const grey = { widthPx: GREY_WIDTH_PX, heightPx: evenHeight(size) };
  const child = spawn(command, argumentsFor(file, size, grey), { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
  let complaint = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-MOST_COMPLAINT);
  });
  const ended = watchEnd(child);
  const onAbort = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    // Both were asked for as pipes.
    const [packed, raw] = [child.stdio[1] as Readable, child.stdio[3] as Readable];
    for await (const [at, { jpeg, plane }] of readPairs(packed, raw, grey.widthPx * grey.heightPx))
      yield { atMs: at * STEP_MS, jpeg, grey: plane };
    const code = await ended;
    signal.throwIfAborted();
    if (code !== 0) throw unreadable(file, complaint, `ffmpeg ended with ${String(code)}`);
  } finally {
    signal.removeEventListener('abort', onAbort);
    child.kill('SIGKILL');
    await ended.catch(() => {});
  }
}

function watchEnd(child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve, reject) => child.once('error', reject).once('close', resolve));
  // Whoever stops reading still waits for the end; a failure to start is told there as well.
  ended.catch(() => {});
  return ended;
}

const evenHeight = ({ widthPx, heightPx }: FilmSize): number =>
  Math.max(2, 2 * Math.round((GREY_WIDTH_PX * heightPx) / widthPx / 2));

/** Files of this machine only, see run-ffmpeg.ts. `start_time=0` keeps pictures at their time where a film begins late. */
function argumentsFor(file: string, size: FilmSize, grey: FilmSize): string[] {
  const filters = [
    `[0:v:0]fps=${1000 / STEP_MS}:start_time=0,split[a][b]`,
    // As it is shown: pixels of a film need not be square.
    `[a]scale=${size.widthPx}:${size.heightPx}[p]`,
    `[b]scale=${grey.widthPx}:${grey.heightPx}:flags=area,format=gray[g]`,
  ];
  const quiet = '-nostdin -hide_banner -v error -protocol_whitelist file,pipe'.split(' ');
  const packed = '-map [p] -c:v mjpeg -q:v 3 -pix_fmt yuvj420p -f mpjpeg pipe:1'.split(' ');
  const raw = '-map [g] -f rawvideo pipe:3'.split(' ');
  return [...quiet, '-i', `file:${file}`, '-filter_complex', filters.join(';'), ...packed, ...raw];
}

interface Pair {
  readonly jpeg: Buffer;
  readonly plane: Uint8Array;
}

/**
 * The two streams step by step. ffmpeg writes them as it likes: while one of them is waited for, the other is read as
 * far as it comes, or each would wait for the other.
 */
async function* readPairs(packed: Readable, raw: Readable, planeBytes: number): AsyncGenerator<[number, Pair], void> {
  const jpegs: Buffer[] = [];
  const planes: Buffer[] = [];
  let moved = Promise.withResolvers<void>();
  let open = 2;
  const feed = (stream: Readable, cut: (bytes: Buffer) => Buffer, parts: () => number): void => {
    let rest: Buffer = Buffer.alloc(0);
    stream.on('data', (bytes: Buffer) => {
      rest = cut(rest.length === 0 ? bytes : Buffer.concat([rest, bytes]));
      if (parts() > AHEAD && jpegs.length > 0 && planes.length > 0) stream.pause();
      moved.resolve();
    });
    // A stream that breaks is told of by the end of the process.
    stream.on('error', () => {});
    stream.once('close', () => {
      open -= 1;
      moved.resolve();
    });
  };
  feed(
    packed,
    (bytes) => cutParts(bytes, jpegs),
    () => jpegs.length,
  );
  feed(
    raw,
    (bytes) => cutPlanes(bytes, planeBytes, planes),
    () => planes.length,
  );
  for (let at = 0; ; ) {
    while (jpegs.length > 0 && planes.length > 0) yield [at++, { jpeg: jpegs.shift()!, plane: planes.shift()! }];
    if (open === 0) return;
    moved = Promise.withResolvers<void>();
    packed.resume();
    raw.resume();
    await moved.promise;
  }
}

/** In memory of its own each, for whoever keeps one must not keep what came with it. */
function cutPlanes(bytes: Buffer, planeBytes: number, into: Buffer[]): Buffer {
  let at = 0;
  for (; bytes.length - at >= planeBytes; at += planeBytes) into.push(Buffer.from(bytes.subarray(at, at + planeBytes)));
  return bytes.subarray(at);
}

/** Parts of a multipart stream (RFC 2046) as ffmpeg's `mpjpeg` writes it: each says how long it is. */
function cutParts(bytes: Buffer, into: Buffer[]): Buffer {
  let at = 0;
  for (;;) {
    const head = bytes.indexOf('\r\n\r\n', at);
    if (head < 0) return bytes.subarray(at);
    const length = Number(/content-length: *(\d+)/i.exec(bytes.toString('latin1', at, head))?.[1] ?? Number.NaN);
    const start = head + 4;
    if (!(bytes.length >= start + length)) return bytes.subarray(at);
    into.push(Buffer.from(bytes.subarray(start, start + length)));
    at = start + length;
  }
}

function unreadable(file: string, complaint: string, otherwise: string): MirrorError {
  const detail = complaint.trim().split('\n').at(-1)?.trim() || otherwise;
  return new MirrorError('media/unreadable', { data: { file: basename(file), detail } });
}
