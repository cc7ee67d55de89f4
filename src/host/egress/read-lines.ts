// In: a file of lines. Out: its lines, from the end or from the beginning, without the whole file in memory.
import { OUTSIDE } from '../files/create-files.ts';
import { PLAIN_NOW } from '../files/plain-files.ts';
import { readPieces } from '../files/whole-file.ts';
import type { FilesNow, OpenFileNow, WorkspaceFiles } from '../files/workspace-files.ts';

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
export function* readLinesBackwards(file: string, files: FilesNow = PLAIN_NOW): Generator<Buffer, void> {
  if (files.sizeOf(file) === undefined) return;
  const opened = files.open(file);
  try {
    // The part of a line that stands before what was read so far.
    let rest: Buffer[] = [];
    for (let end = opened.sizeBytes; end > 0; ) {
      const start = Math.max(0, end - BLOCK_BYTES);
      const block = readBlock(opened, start, end);
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
    opened.close();
  }
}

const BREAK = 0x0a;

function readBlock(file: OpenFileNow, start: number, end: number): Buffer {
  const block = Buffer.alloc(end - start);
  // Cut by another program meanwhile: what is not there any more is no line.
  return block.subarray(0, file.read(block, start));
}

/** In order, leaving out empty ones. */
export async function* readLines(file: string, files: WorkspaceFiles = OUTSIDE): AsyncGenerator<FileLine, void> {
  if ((await files.sizeOf(file)) === undefined) return;
  let rest: Buffer[] = [];
  let offset = 0;
  let number = 1;
  for await (const chunk of readPieces(files, file)) {
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
