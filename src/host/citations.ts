// In: evidence pointers. Out: what they point at, read from the store once per recording and log.
import { cite, type EvidenceSource } from '../evidence/cite.ts';
import { countMissing, listFacts } from '../evidence/missing.ts';
import type { EvidenceRef } from '../domain/evidence.ts';
import type { ProcessId } from '../domain/ids.ts';
import type { Citation } from '../domain/views.ts';
import type { Store } from '../needs/store.ts';
import { listCorrected } from './corrected.ts';
import { viewProcess } from './views.ts';

/** One citation per pointer, in the same order; null where it resolves to nothing. */
export function citeAll(store: Store, refs: readonly EvidenceRef[]): (Citation | null)[] {
  const source = createEvidenceSource(store);
  return refs.map((ref) => cite(ref, source) ?? null);
}

/**
 * Over every fact of a process: how many there are, and how many point at nothing.
 * @throws process/missing
 */
export function countEvidence(store: Store, id: ProcessId): { facts: number; missing: number } {
  const { graph, insights } = viewProcess(store, id);
  const extractions = listCorrected(store, id).map(({ extraction }) => extraction);
  return countMissing(listFacts(extractions, graph, insights), createEvidenceSource(store));
}

/** Reads each recording and log at most once; use it for one request and let it go. */
export function createEvidenceSource(store: Store): EvidenceSource {
  return {
    recording: once((id) => {
      const recording = store.findRecording(id);
      return recording && { recording, segments: store.listSegments(id), events: store.listEvents(id) };
    }),
    log: once((id) => {
      const log = store.findLog(id);
      return log && { log, readRow: store.openLogRows(id) };
    }),
    correction: once((id) => store.findCorrection(id)),
    frame: (id, atMs) => store.findFrame(id, atMs),
    artifact: once((id) => {
      const artifact = store.findArtifact(id);
      return (
        artifact && {
          artifact,
          readPage: (page) => store.findArtifactPage(id, page),
          findPage: (words) => store.findPageWith(id, words),
        }
      );
    }),
  };
}

function once<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined || known.has(key)) return found as Value; // `has` says that this value was put there
    const value = read(key);
    known.set(key, value);
    return value;
  };
}
