// mirror export --process NAME --format FORMAT --out FILE
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MirrorError } from '../../domain/errors.ts';
import { EXPORTS } from '../../exports/index.ts';
import { toUnwritable } from '../../host/unwritable.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { findProcess } from '../find-process.ts';
import { follow, print, printJson } from '../output.ts';
import { withClient } from '../with-client.ts';

interface ExportOptions {
  readonly workspace: string;
  readonly process?: string;
  readonly format: string;
  readonly out: string;
  readonly json?: boolean;
}

export async function runExport(options: ExportOptions): Promise<void> {
  requireWorkspace(options.workspace);
  const { out } = options;
  if (out === '-' && options.json)
    throw new MirrorError('usage', { data: { detail: '--json and --out - would both write to the terminal' } });
  const format = chooseFormat(options);
  if (out === '-' && process.stdout.isTTY && format === 'ocel-sqlite')
    throw new MirrorError('usage', { data: { detail: 'A database is nothing to read; give --out FILE, or a pipe' } });
  const found = out === '-' ? undefined : statSync(out, { throwIfNoEntry: false });
  if (found?.isDirectory())
    throw new MirrorError('export/unwritable', { data: { file: out, detail: 'it is a folder' } });
  const isFile = out !== '-' && (found?.isFile() ?? true);
  const sizeBytes = await (isFile ? exportTo(resolve(out), format, options) : passOn(format, options));
  if (options.json) printJson({ file: out, format, sizeBytes });
  else if (out !== '-') print(`${out}: ${sizeBytes.toLocaleString('en')} bytes`);
}

/** "ocel" is what people call both of its forms; the name of the file says which. */
const chooseFormat = ({ format, out }: ExportOptions): string =>
  format === 'ocel' ? (/\.(?:sqlite3?|db)$/i.test(out) ? 'ocel-sqlite' : 'ocel-json') : format;

function exportTo(file: string, format: string, { workspace, process }: ExportOptions): Promise<number> {
  return withClient(workspace, async (client, signal) => {
    const { id } = await findProcess(client, process);
    return (await follow(client.process.exportTo({ processId: id, format, file }, { signal }))).sizeBytes;
  });
}

/** The terminal, a pipe or a device: whole first, then passed on, so that a failure writes nothing there. */
async function passOn(format: string, options: ExportOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-export-'));
  try {
    const file = join(folder, 'export');
    const sizeBytes = await exportTo(file, format, options);
    const to = options.out === '-' ? process.stdout : createWriteStream(options.out);
    await pipeline(createReadStream(file), to, { end: options.out !== '-' });
    return sizeBytes;
  } catch (error) {
    throw toUnwritable(options.out, error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** For `mirror export --help`. */
export function describeFormats(): string {
  const rows = Object.entries(EXPORTS).map(([name, { title, purpose }]) => `  ${name.padEnd(12)} ${title}: ${purpose}`);
  return ['', 'Formats:', ...rows].join('\n');
}
