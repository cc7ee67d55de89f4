// In: the ledger of a workspace. Out: the same lines elsewhere, for whoever audits it: they can be verified there as well.
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { MirrorError } from '../../domain/errors.ts';
import { OUTSIDE } from '../files/create-files.ts';
import { readWhole, streamFile } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { toUnwritable } from '../unwritable.ts';
import { readHead } from './append-chained.ts';

export const LEDGER_NAME = 'egress.jsonl';
export const ledgerOf = (workspace: string): string => join(resolve(workspace), LEDGER_NAME);

/** What a window takes at once. */
const TEXT_BYTES = 32_000_000;

/**
 * Byte for byte up to the newest whole line, also while somebody writes. What is there is replaced once it is whole.
 * @throws export/unwritable
 */
export async function copyLedger(
  file: string,
  to: string,
  files: WorkspaceFiles = OUTSIDE,
): Promise<{ readonly sizeBytes: number }> {
  const next = `${to}.${randomUUID()}`;
  try {
    const sizeBytes = await wholeBytes(files, file);
    const target = createWriteStream(next, { mode: 0o600, flags: 'wx', flush: true });
    if (sizeBytes === 0) await new Promise<void>((done, failed) => void target.on('error', failed).end(done));
    else await pipeline(streamFile(files, file, { to: sizeBytes }), target);
    await rename(next, to);
    return { sizeBytes };
  } catch (error) {
    throw toUnwritable(to, error);
  } finally {
    await rm(next, { force: true });
  }
}

/** @throws ledger/too-large */
export async function readLedgerText(
  file: string,
  files: WorkspaceFiles = OUTSIDE,
): Promise<{ readonly name: string; readonly text: string }> {
  const sizeBytes = await wholeBytes(files, file);
  if (sizeBytes > TEXT_BYTES)
    throw new MirrorError('ledger/too-large', { data: { size: `${Math.ceil(sizeBytes / 1e6)} MB` } });
  const text = sizeBytes === 0 ? '' : (await readWhole(files, file)).subarray(0, sizeBytes).toString('utf8');
  return { name: LEDGER_NAME, text };
}

/** A line that is being written at this moment stands behind what was noted as the newest. */
async function wholeBytes(files: WorkspaceFiles, file: string): Promise<number> {
  const sizeBytes = (await files.sizeOf(file)) ?? 0;
  return Math.min(sizeBytes, readHead(file, files.now)?.bytes ?? sizeBytes);
}
