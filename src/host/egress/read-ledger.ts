// In: the file of the ledger. Out: its newest entries, and what one of them sent. Run in a worker: payloads may be large.
import type { EgressEntry, EgressPayload } from '../../domain/egress.ts';
import { hashText } from './hash-text.ts';
import { findPayload, readEntries } from './ledger-lines.ts';
import { readLinesBackwards } from './read-lines.ts';

/** The newest first, at most `limit`; older lines are left unread. */
export function listEntries(file: string, limit: number): EgressEntry[] {
  const taken: EgressEntry[] = [];
  for (const entry of readEntries(readLinesBackwards(file))) if (taken.push(entry) >= limit) break;
  return taken;
}

/** Undefined where there is no such entry, or it keeps none. */
export function findEntryPayload(file: string, id: string): EgressPayload | undefined {
  const payload = findPayload(readLinesBackwards(file), id);
  return payload === undefined ? undefined : { payload, sha256: hashText(payload) };
}
