// In: a file. Out: a SHA-256 that has taken it in.
import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** Small enough that other work of the process gets its turn in between: one piece takes about half a millisecond. */
const PIECE_BYTES = 1024 * 1024;

/** The hash stays open: more bytes can follow. Tells of each piece by its size. */
export async function* hashFile(file: string, signal: AbortSignal): AsyncGenerator<number, Hash> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(file, { highWaterMark: PIECE_BYTES, signal })) {
    // A stream without an encoding gives buffers.
    hash.update(piece as Buffer);
    yield (piece as Buffer).length;
  }
  return hash;
}

/** Runs the work to its end without looking at what it tells. */
export async function drain<Result>(work: AsyncGenerator<unknown, Result>): Promise<Result> {
  for (;;) {
    const { value, done } = await work.next();
    if (done) return value;
  }
}
