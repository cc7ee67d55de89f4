// mirror export --process NAME --format FORMAT --out FILE
import { randomUUID } from 'node:crypto';
import { existsSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { MirrorError } from '../../domain/errors.ts';
import { getProcessByName } from '../../host/views.ts';
import { print, printJson } from '../output.ts';
import { requireWorkspace } from '../../host/workspace.ts';
import { withCore } from '../with-core.ts';

interface ExportOptions {
  readonly workspace: string;
  readonly process: string;
  readonly format: string;
  readonly out: string;
  readonly json?: boolean;
}

export async function runExport(options: ExportOptions): Promise<void> {
  requireWorkspace(options.workspace);
  await withCore(options.workspace, async (core) => {
    const { id } = getProcessByName(core.host.store, options.process);
    const { text } = await core.context.services.exportProcess(id, options.format);
    writeWhole(options.out, text);
    const sizeBytes = Buffer.byteLength(text);
    if (options.json) printJson({ file: options.out, format: options.format, sizeBytes });
    else print(`${options.out}: ${sizeBytes.toLocaleString('en')} bytes`);
  });
}

/** Under another name first, so that no reader ever sees half a file; a pipe or a device is written to, not replaced. */
function writeWhole(out: string, text: string): void {
  const file = existsSync(out) ? realpathSync(out) : out;
  const half = `${file}.${randomUUID()}.part`;
  try {
    if (existsSync(file) && !statSync(file).isFile()) return writeFileSync(file, text);
    writeFileSync(half, text);
    renameSync(half, file);
  } catch (cause) {
    rmSync(half, { force: true });
    throw new MirrorError('export/unwritable', {
      data: { file, detail: cause instanceof Error ? cause.message : '' },
      cause,
    });
  }
}
