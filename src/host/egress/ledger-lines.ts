// In: lines of the ledger, the newest first. Out: the entries that they tell of.
import { z } from 'zod';
import { EgressEntry } from '../../domain/egress.ts';

/** A connection opens. Lines from before the chain have neither model nor payload. */
const Start = EgressEntry.pick({ id: true, startedMs: true, host: true, purpose: true, isBeyond: true }).extend({
  model: z.string().nullable().optional(),
  agreedBy: z.string().nullable().optional(),
  payload: z.string().optional(),
  payloadSha256: z.string().optional(),
});
/** It ends. */
const End = EgressEntry.pick({ sentBytes: true, receivedBytes: true, outcome: true }).extend({
  ends: z.string(),
  endedMs: z.int(),
});
/** What it cost becomes known. */
const Cost = EgressEntry.pick({ tokens: true, costUsd: true }).extend({ tells: z.string() });
const Line = z.union([Start, End, Cost]);
type Line = z.infer<typeof Line>;

/** `payload`: the body as it is sent; the ledger keeps it with its SHA-256. */
export type EgressStart = Omit<z.infer<typeof Start>, 'id' | 'payloadSha256'>;
export type EgressEnd = Omit<z.infer<typeof End>, 'ends'>;
export type EgressCost = Omit<z.infer<typeof Cost>, 'tells'>;

/** The newest first; what a crash has cut is left out, and what never ended says so. */
export function* readEntries(lines: Iterable<Buffer>): Generator<EgressEntry, void> {
  const ends = new Map<string, EgressEnd>();
  const costs = new Map<string, EgressCost>();
  for (const bytes of lines) {
    const line = readLine(bytes);
    if (line === undefined) continue;
    if ('ends' in line) {
      const { ends: id, ...end } = line;
      ends.set(id, end);
    } else if ('tells' in line) {
      const { tells: id, ...cost } = line;
      costs.set(id, cost);
    } else {
      const { payload: _, ...start } = line;
      yield { ...OPEN, ...start, ...ends.get(line.id), ...costs.get(line.id) };
    }
  }
}

const OPEN = {
  model: null,
  agreedBy: null,
  payloadSha256: null,
  sentBytes: 0,
  receivedBytes: 0,
  endedMs: null,
  outcome: null,
  tokens: null,
  costUsd: null,
} as const;

/** Of the entry with this id; undefined where there is no such one, or it keeps none. */
export function findPayload(lines: Iterable<Buffer>, id: string): string | undefined {
  for (const bytes of lines) {
    // Looked for as it is written: parsing every payload on the way would take as long as all of them are.
    if (!bytes.includes(JSON.stringify(id))) continue;
    const line = readLine(bytes);
    if (line !== undefined && 'id' in line && line.id === id) return line.payload;
  }
  return undefined;
}

/** Undefined for one that a crash has cut. */
function readLine(bytes: Buffer): Line | undefined {
  let json: unknown;
  try {
    json = JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
  return Line.safeParse(json).data;
}
