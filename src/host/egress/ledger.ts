// In: connections as they open and end. Out: egress.jsonl, a file that anybody can read with any program.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { EgressEntry } from '../../domain/egress.ts';

export type EgressStart = Pick<EgressEntry, 'startedMs' | 'host' | 'purpose' | 'isBeyond'>;
type EgressEnd = Pick<EgressEntry, 'sentBytes' | 'receivedBytes' | 'outcome'> & { readonly endedMs: number };

export interface Ledger {
  /**
   * Is on the disk when it returns: a connection without a line must not be. Answers what to call at the end.
   * @throws disk/full and its like, and then nothing may be opened
   */
  begin(start: EgressStart): (end: EgressEnd) => void;
  /** The newest first, at most `limit`. */
  list(limit: number): EgressEntry[];
}

const Line = z.union([
  EgressEntry.pick({ startedMs: true, host: true, purpose: true, isBeyond: true }).extend({ id: z.string() }),
  EgressEntry.pick({ sentBytes: true, receivedBytes: true, endedMs: true, outcome: true }).extend({ ends: z.string() }),
]);

/** Lines are only ever added: one when a connection opens, one when it ends. */
export function createLedger(file: string, newId: () => string): Ledger {
  return {
    begin: (start) => {
      const id = newId();
      append(file, { id, ...start }, true);
      return (end) => append(file, { ends: id, ...end }, false);
    },
    list: (limit) => readEntries(file).toReversed().slice(0, limit),
  };
}

function append(file: string, line: z.infer<typeof Line>, flush: boolean): void {
  // A line break before it as well: a line that a crash has cut must not swallow this one.
  appendFileSync(file, `\n${JSON.stringify(line)}\n`, { flush, mode: 0o600 });
}

function readEntries(file: string): EgressEntry[] {
  const entries = new Map<string, EgressEntry>();
  for (const text of existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []) {
    const line = readLine(text);
    if (line === undefined) continue;
    if ('ends' in line) {
      const { ends, ...end } = line;
      const entry = entries.get(ends);
      if (entry !== undefined) entries.set(ends, { ...entry, ...end });
    } else {
      const { id, ...start } = line;
      entries.set(id, { ...start, sentBytes: 0, receivedBytes: 0, endedMs: null, outcome: null });
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
