// In: the store. Out: what recordings tell, with people's corrections worked in. Only here the two are put together.
import type { Correction } from '../domain/correction.ts';
import type { NarratedRecording } from '../domain/extraction.ts';
import type { CorrectionId, ProcessId } from '../domain/ids.ts';
import type { Store } from '../needs/store.ts';
import { applyToClusters } from '../steps/corrections/apply-to-clusters.ts';
import { applyToFindings } from '../steps/corrections/apply-to-findings.ts';
import { applyCorrections } from '../steps/corrections/apply.ts';
import { listEffective, narrowTo, recordingOf } from '../steps/corrections/effective.ts';
import { relabelLog } from '../steps/corrections/relabel-log.ts';

/** As the store's `listNarrated`, corrected: what is mined, shown and exported. What is stored stays the machine's own. */
export const listCorrected = (store: Store, processId: ProcessId): NarratedRecording[] =>
  correctAll(store.listNarrated(processId), store.listCorrections(processId)).recordings;

export interface CorrectedRecordings {
  readonly recordings: NarratedRecording[];
  /** Ids of corrections in force of which something is not there. */
  readonly stale: ReadonlySet<CorrectionId>;
}

/** Replays the log of a process on all its recordings. */
export function correctAll(narrated: readonly NarratedRecording[], log: readonly Correction[]): CorrectedRecordings {
  const corrected = narrated.map(({ recording, extraction }) => {
    const replayed = applyCorrections(extraction, narrowTo(recording.id, log));
    return { recording, extraction: replayed.extraction, stale: replayed.stale };
  });
  const recordings = corrected.map(({ recording, extraction }) => ({ recording, extraction }));
  const present = new Set(narrated.map(({ recording }) => recording.id));
  const unheard = listEffective(log).filter(({ command, anchors }) => {
    const ids = command.do === 'judgeFinding' ? [] : anchors.map(recordingOf);
    return ids.some((id) => id !== null && !present.has(id));
  });
  const related = applyToClusters([], log, recordings).stale;
  const stale = [...corrected.flatMap((each) => each.stale), ...unheard, ...related];
  return { recordings, stale: new Set(stale.map(({ id }) => id)) };
}

/** Corrections in force of which something is not there now: shown, never dropped, and in force again when it is back. */
export function findStale(store: Store, processId: ProcessId): ReadonlySet<CorrectionId> {
  const log = store.listCorrections(processId);
  const mined = store.findMined(processId);
  const ofFindings = mined ? applyToFindings(mined.insights, log).stale : [];
  return new Set([
    ...correctAll(store.listNarrated(processId), log).stale,
    ...ofFindings.map(({ id }) => id),
    ...findStaleLabels(store, { processId, log }),
  ]);
}

/** Renamings of what a log names, where no log names it so. */
function findStaleLabels(
  store: Store,
  { processId, log }: { processId: ProcessId; log: readonly Correction[] },
): CorrectionId[] {
  const renamings = listEffective(log).filter(({ command }) => command.do === 'rename' && command.logLabel !== null);
  // The columns of a log are large; they are read only when somebody renamed something in one.
  if (renamings.length === 0) return [];
  const perLog = store
    .listLogs(processId)
    .map(({ id }) => new Set(relabelLog(store.readLogColumns(id).activities, log).stale.map((each) => each.id)));
  return renamings.map(({ id }) => id).filter((id) => perLog.every((stale) => stale.has(id)));
}
