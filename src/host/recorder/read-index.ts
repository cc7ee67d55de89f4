// The index beside a file that is being written: one line for each chunk that is on the disk, written after it.
import { z } from 'zod';
import { Cause } from '../../domain/capture.ts';
import { readTextIfThere } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { wholeLines } from './live-folder.ts';

const Head = z.object({ cause: Cause });

/** Where the file stood after the chunk. */
const Entry = z.object({
  chunk: z.int().min(0),
  endByte: z.int().min(0),
  units: z.int().min(0),
  mediaMs: z.int().min(0),
  clockMs: z.int().min(0),
});
export type IndexEntry = z.infer<typeof Entry>;

export interface PieceIndex {
  readonly cause: Cause;
  readonly entries: readonly IndexEntry[];
}

export const headLine = (cause: Cause): string => `${JSON.stringify({ cause } satisfies z.infer<typeof Head>)}\n`;
export const entryLine = (entry: IndexEntry): string => `${JSON.stringify(entry)}\n`;

/** A line that breaks off is no line: its chunk was never acknowledged. */
export async function readIndex(files: WorkspaceFiles, file: string): Promise<PieceIndex> {
  const [head, ...lines] = wholeLines((await readTextIfThere(files, file)) ?? '');
  return {
    cause: head === undefined ? 'start' : Head.parse(JSON.parse(head)).cause,
    entries: lines.map((line) => Entry.parse(JSON.parse(line))),
  };
}
