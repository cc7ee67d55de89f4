// In: the file of the ledger. Out: its newest entries, and what one of them sent. Run in a worker: payloads may be large.
import type { EgressEntry, EgressPayload } from '../../domain/egress.ts';
import { accessFiles, OUTSIDE } from '../files/create-files.ts';
import type { FilesAccess } from '../files/workspace-files.ts';
import { hashText } from './hash-text.ts';
import { findPayload, readEntries } from './ledger-lines.ts';
import { readLinesBackwards } from './read-lines.ts';

/** The newest first, at most `limit`; older lines are left unread. */
export function listEntries(file: string, limit: number, access: FilesAccess = OUTSIDE.access): EgressEntry[] {
  const taken: EgressEntry[] = [];
  for (const entry of readEntries(readLinesBackwards(file, accessFiles(access).now)))
    if (taken.push(entry) >= limit) break;
  return taken;
}

/** Undefined where there is no such entry, or it keeps none. */
export function findEntryPayload(
  file: string,
  id: string,
  access: FilesAccess = OUTSIDE.access,
): EgressPayload | undefined {
  const payload = findPayload(readLinesBackwards(file, accessFiles(access).now), id);
  return payload === undefined ? undefined : { payload, sha256: hashText(payload) };
}
