// In: a process as plain data, a format and the path of a new file. Out: that file. Runs in the worker.
import { buildTables, writeTables } from '../../../db/write-tables.ts';
import type { LogColumns } from '../../domain/log.ts';
import type { EventLog } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { TablesDraft } from '../../needs/tables.ts';
import type { ExportInput, TextPieces } from '../../exports/export-input.ts';
import { getExport } from '../../exports/index.ts';
import { accessFiles } from '../files/create-files.ts';
import { writeWhole } from '../files/whole-file.ts';
import type { FilesAccess, WorkspaceFiles } from '../files/workspace-files.ts';
import { toUnwritable } from '../unwritable.ts';

/** ExportInput without its functions, which cannot travel to a worker. */
export interface ExportRequest extends Omit<ExportInput, 'logs'> {
  readonly format: string;
  /** Columns are null where the format needs none. */
  readonly logs: readonly { readonly log: EventLog; readonly columns: LogColumns | null }[];
  /** Where to write; half-written, it is for the caller to remove. */
  readonly file: string;
  readonly access: FilesAccess;
  /** What the file will be called in the end, for an error to name. */
  readonly target: string;
}

/** Writes the file and gives its size in bytes. @throws export/unwritable */
export async function* writeExport(request: ExportRequest): AsyncGenerator<Progress, number> {
  try {
    // Left by a worker that was ended because somebody else cancelled.
    await accessFiles(request.access).remove(request.file);
    return yield* writeFormat(request);
  } catch (error) {
    throw toUnwritable(request.target, error);
  }
}

async function* writeFormat(request: ExportRequest): AsyncGenerator<Progress, number> {
  const { access, file, format: name, logs, ...rest } = request;
  const files = accessFiles(access);
  const format = getExport(name);
  const input: ExportInput = {
    ...rest,
    logs: logs.map(({ log, columns }) => ({ log, readColumns: () => columns ?? refuseColumns(name) })),
  };
  if (format.kind === 'text') yield* writeText(files, file, await format.write(input));
  else if (files.seals(file)) yield* writeSealedTables(files, file, format.write(input));
  else for (const rows of writeTables(file, format.write(input))) yield progress(rows, 'rows');
  return (await files.sizeOf(file)) ?? 0;
}

/** In memory first: a database writes where it lies, as it is. */
async function* writeSealedTables(
  files: WorkspaceFiles,
  file: string,
  tables: TablesDraft,
): AsyncGenerator<Progress, void> {
  const building = buildTables(tables);
  let step = building.next();
  for (; !step.done; step = building.next()) yield progress(step.value, 'rows');
  await writeWhole(files, file, step.value);
}

async function* writeText(
  files: WorkspaceFiles,
  file: string,
  text: Awaited<TextPieces>,
): AsyncGenerator<Progress, void> {
  const draft = await files.draft(file);
  try {
    let written = 0;
    let waiting: string[] = [];
    let characters = 0;
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(waiting.join(''));
      await draft.write(bytes, written);
      written += bytes.length;
      [waiting, characters] = [[], 0];
    };
    for await (const piece of typeof text === 'string' ? [text] : text) {
      waiting.push(piece);
      characters += piece.length;
      if (characters < CHARACTERS_A_STEP) continue;
      await flush();
      yield progress(Math.floor(written / 1_000_000), 'MB');
    }
    await flush();
  } finally {
    await draft.close();
  }
}

const CHARACTERS_A_STEP = 1_000_000;

const progress = (done: number, unit: string): Progress => ({ stage: 'export', done, total: null, unit });

function refuseColumns(format: string): never {
  throw new Error(`the export format "${format}" reads events, but says that it needs none`);
}
