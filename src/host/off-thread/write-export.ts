// In: a process as plain data, a format and the path of a new file. Out: that file. Runs in the worker.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { writeTables } from '../../../db/write-tables.ts';
import type { LogColumns } from '../../domain/log.ts';
import type { EventLog } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { ExportInput, TextPieces } from '../../exports/export-input.ts';
import { getExport } from '../../exports/index.ts';
import { toUnwritable } from '../unwritable.ts';

/** ExportInput without its functions, which cannot travel to a worker. */
export interface ExportRequest extends Omit<ExportInput, 'logs'> {
  readonly format: string;
  /** Columns are null where the format needs none. */
  readonly logs: readonly { readonly log: EventLog; readonly columns: LogColumns | null }[];
  /** Where to write; half-written, it is for the caller to remove. */
  readonly file: string;
  /** What the file will be called in the end, for an error to name. */
  readonly target: string;
}

/** Writes the file and gives its size in bytes. @throws export/unwritable */
export async function* writeExport(request: ExportRequest): AsyncGenerator<Progress, number> {
  try {
    // Left by a worker that was ended because somebody else cancelled.
    rmSync(request.file, { force: true });
    return yield* writeFormat(request);
  } catch (error) {
    throw toUnwritable(request.target, error);
  }
}

async function* writeFormat({ file, format: name, logs, ...rest }: ExportRequest): AsyncGenerator<Progress, number> {
  const format = getExport(name);
  const input: ExportInput = {
    ...rest,
    logs: logs.map(({ log, columns }) => ({ log, readColumns: () => columns ?? refuseColumns(name) })),
  };
  if (format.kind === 'text') yield* writeText(file, await format.write(input));
  else for (const rows of writeTables(file, format.write(input))) yield progress(rows, 'rows');
  return (await stat(file)).size;
}

async function* writeText(file: string, text: Awaited<TextPieces>): AsyncGenerator<Progress, void> {
  const handle = openSync(file, 'w');
  try {
    let [written, told] = [0, 0];
    for await (const piece of typeof text === 'string' ? [text] : text) {
      written += writeAll(handle, Buffer.from(piece));
      if (written - told < BYTES_A_STEP) continue;
      told = written;
      yield progress(Math.floor(written / 1_000_000), 'MB');
    }
  } finally {
    closeSync(handle);
  }
}

const BYTES_A_STEP = 1_000_000;

/** A full disk takes a part of what it is given and says how much. */
function writeAll(handle: number, bytes: Buffer): number {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
  return bytes.length;
}

const progress = (done: number, unit: string): Progress => ({ stage: 'export', done, total: null, unit });

function refuseColumns(format: string): never {
  throw new Error(`the export format "${format}" reads events, but says that it needs none`);
}
