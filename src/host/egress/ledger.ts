// In: connections as they open and end. Out: egress.jsonl, a file that anybody can read with any program.
import type { EgressEntry } from '../../domain/egress.ts';
import { OUTSIDE } from '../files/create-files.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import { appendChained } from './append-chained.ts';
import { hashText } from './hash-text.ts';
import type { EgressCost, EgressEnd, EgressStart } from './ledger-lines.ts';
import { listEntries } from './read-ledger.ts';

export type { EgressStart };

/** A connection that has its line, until it ends. */
export interface LedgerEntry {
  readonly id: string;
  end(end: EgressEnd): void;
  /** What was heard of its cost, before or after the end. */
  tell(cost: EgressCost): void;
}

export interface Ledger {
  /**
   * Is on the disk when it returns: a connection without a line must not be.
   * @throws egress/ledger-held, disk/full and its like, and then nothing may be opened
   */
  begin(start: EgressStart): LedgerEntry;
  /** The newest first, at most `limit`. */
  list(limit: number): EgressEntry[];
}

/**
 * Lines are only ever added: one when a connection opens, with what it sends to a model, one when it ends, one for what
 * it cost. Each names the hash of the line before it (`chain.ts`), so that a line that is changed, taken away, added or
 * moved is found by whoever reads the file.
 */
export function createLedger(file: string, newId: () => string, files: WorkspaceFiles = OUTSIDE): Ledger {
  const append = (content: object): void => appendChained(file, content, files.now);
  return {
    begin: (start) => {
      const id = newId();
      const { payload } = start;
      append({ id, ...start, ...(payload !== undefined && { payloadSha256: hashText(payload) }) });
      return {
        id,
        end: (end) => append({ ends: id, ...end }),
        tell: (cost) => append({ tells: id, ...cost }),
      };
    },
    list: (limit) => listEntries(file, limit, files.access),
  };
}

/**
 * The bytes of a body as the text that the ledger keeps, which gives exactly these bytes again.
 * @throws TypeError for bytes that are no UTF-8: a body that the ledger cannot keep must not leave
 */
export function readPayload(bytes: Uint8Array = new Uint8Array()): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
