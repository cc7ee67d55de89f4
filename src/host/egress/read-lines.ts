// In: a file of lines. Out: its lines, from the end or from the beginning, without the whole file in memory.
import { closeSync, createReadStream, existsSync, fstatSync, openSync, readSync } from 'node:fs';

export interface FileLine {
  /** Without the line break; never empty. */
  readonly bytes: Buffer;
  /** Counted from 1, empty ones too, as editors do. */
  readonly number: number;
  /** Where it begins. */
  readonly offset: number;
}

const BLOCK_BYTES = 1 << 18;

/** From the last to the first, leaving out empty ones; nothing where there is no file. */
export function* readLinesBackwards(file: string): Generator<Buffer, void> {
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    // The part of a line that stands before what was read so far.
    let rest: Buffer[] = [];
    for (let end = fstatSync(handle).size; end > 0; ) {
      const start = Math.max(0, end - BLOCK_BYTES);
      const block = readBlock(handle, start, end);
      let lineEnd = block.length;
      for (;;) {
        const at = lineEnd === 0 ? -1 : block.lastIndexOf(BREAK, lineEnd - 1);
        const piece = block.subarray(at + 1, lineEnd);
        if (at === -1) {
          rest.unshift(piece);
          break;
        }
        const line = Buffer.concat([piece, ...rest]);
        rest = [];
        lineEnd = at;
        if (line.length > 0) yield line;
      }
      end = start;
    }
    const first = Buffer.concat(rest);
    if (first.length > 0) yield first;
  } finally {
    closeSync(handle);
  }
}

const BREAK = 0x0a;

function readBlock(handle: number, start: number, end: number): Buffer {
  const block = Buffer.alloc(end - start);
  let filled = 0;
  while (filled < block.length) {
    const read = readSync(handle, block, filled, block.length - filled, start + filled);
    // Cut by another program meanwhile: what is not there any more is no line.
    if (read === 0) return block.subarray(0, filled);
    filled += read;
  }
  return block;
}

/** In order, leaving out empty ones. */
export async function* readLines(file: string): AsyncGenerator<FileLine, void> {
  if (!existsSync(file)) return;
  let rest: Buffer[] = [];
  let offset = 0;
  let number = 1;
  for await (const chunk of createReadStream(file, { highWaterMark: BLOCK_BYTES }) as AsyncIterable<Buffer>) {
    let from = 0;
    for (let at = chunk.indexOf(BREAK); at !== -1; at = chunk.indexOf(BREAK, from)) {
      const bytes = Buffer.concat([...rest, chunk.subarray(from, at)]);
      if (bytes.length > 0) yield { bytes, number, offset };
      offset += bytes.length + 1;
      number += 1;
      rest = [];
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  const bytes = Buffer.concat(rest);
  if (bytes.length > 0) yield { bytes, number, offset };
}
