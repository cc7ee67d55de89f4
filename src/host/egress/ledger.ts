// In: connections as they open and end. Out: egress.jsonl, a file that anybody can read with any program.
import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { EgressEntry } from '../../domain/egress.ts';

const Start = EgressEntry.pick({ id: true, startedMs: true, host: true, purpose: true, isBeyond: true }).extend({
  model: z.string().nullable().optional(),
  agreedBy: z.string().nullable().optional(),
  payload: z.string().optional(),
  payloadSha256: z.string().optional(),
});
const End = EgressEntry.pick({ sentBytes: true, receivedBytes: true, outcome: true }).extend({
  ends: z.string(),
  endedMs: z.int(),
});
const Cost = EgressEntry.pick({ tokens: true, costUsd: true }).extend({ tells: z.string() });
const Line = z.union([Start, End, Cost]);

/** `payload`: the body as it is sent; the ledger keeps it with its SHA-256. */
export type EgressStart = Omit<z.infer<typeof Start>, 'id' | 'payloadSha256'>;
export type EgressEnd = Omit<z.infer<typeof End>, 'ends'>;
export type EgressCost = Omit<z.infer<typeof Cost>, 'tells'>;

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
   * @throws disk/full and its like, and then nothing may be opened
   */
  begin(start: EgressStart): LedgerEntry;
  /** The newest first, at most `limit`. */
  list(limit: number): EgressEntry[];
}

/** Lines are only ever added: one when a connection opens, one when it ends, one for what it cost. */
export function createLedger(file: string, newId: () => string): Ledger {
  return {
    begin: (start) => {
      const id = newId();
      const { payload } = start;
      append(file, { id, ...start, ...(payload !== undefined && { payloadSha256: hashText(payload) }) });
      return {
        id,
        end: (end) => append(file, { ends: id, ...end }),
        tell: (cost) => append(file, { tells: id, ...cost }),
      };
    },
    list: (limit) => readEntries(file).toReversed().slice(0, limit),
  };
}

/**
 * The bytes of a body as the text that the ledger keeps, which gives exactly these bytes again.
 * @throws TypeError for bytes that are no UTF-8: a body that the ledger cannot keep must not leave
 */
export function readPayload(bytes: Uint8Array = new Uint8Array()): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}

const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

function append(file: string, line: z.infer<typeof Line>): void {
  // A line break before it as well: a line that a crash has cut must not swallow this one.
  appendFileSync(file, `\n${JSON.stringify(line)}\n`, { flush: true, mode: 0o600 });
}

function readEntries(file: string): EgressEntry[] {
  const entries = new Map<string, EgressEntry>();
  for (const text of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const line = readLine(text);
    if (line === undefined) continue;
    if ('id' in line) {
      const { payload: _, payloadSha256 = null, model = null, agreedBy = null, ...start } = line;
      const open = { sentBytes: 0, receivedBytes: 0, endedMs: null, outcome: null, tokens: null, costUsd: null };
      entries.set(line.id, { ...start, model, agreedBy, payloadSha256, ...open });
    } else {
      const { ends, tells, ...more } = { ends: undefined, tells: undefined, ...line };
      const entry = entries.get((ends ?? tells)!);
      if (entry !== undefined) entries.set(entry.id, { ...entry, ...more });
    }
  }
  return [...entries.values()];
}

/** Undefined for an empty line, and for one that a crash has cut. */
function readLine(text: string): z.infer<typeof Line> | undefined {
  if (text === '') return undefined;
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
