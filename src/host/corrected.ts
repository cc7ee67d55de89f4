// In: the store. Out: what recordings tell, with people's corrections worked in. Only here the two are put together.
import type { Correction } from '../domain/correction.ts';
import type { NarratedRecording } from '../domain/extraction.ts';
import type { CorrectionId, ProcessId } from '../domain/ids.ts';
import type { Store } from '../needs/store.ts';
import { applyToClusters } from '../steps/corrections/apply-to-clusters.ts';
import { applyToFindings } from '../steps/corrections/apply-to-findings.ts';
import { applyCorrections } from '../steps/corrections/apply.ts';
import { listEffective, narrowTo, recordingOf } from '../steps/corrections/effective.ts';
import { relateToLog } from '../steps/corrections/relate-to-log.ts';
import { listLabels, relabelLog } from '../steps/corrections/relabel-log.ts';

/** As the store's `listNarrated`, corrected: what is mined, shown and exported. What is stored stays the machine's own. */
export const listCorrected = (store: Store, processId: ProcessId): NarratedRecording[] =>
  readTold(store, processId).corrected;

/** What the recordings of a process tell and what people said about it: read once for all that one request needs. */
export interface ToldProcess {
  /** As extracted. */
  readonly narrated: readonly NarratedRecording[];
  readonly log: readonly Correction[];
  readonly corrected: NarratedRecording[];
}

export function readTold(store: Store, processId: ProcessId): ToldProcess {
  const narrated = store.listNarrated(processId);
  const log = store.listCorrections(processId);
  return { narrated, log, corrected: correctAll(narrated, log).recordings };
}

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
  const ofLog = relateToLog(log, recordings, (label) => label).stale;
  const stale = [...corrected.flatMap((each) => each.stale), ...unheard, ...related, ...ofLog];
  return { recordings, stale: new Set(stale.map(({ id }) => id)) };
}

/** Corrections in force of which something is not there now: shown, never dropped, and in force again when it is back. */
export function findStale(store: Store, processId: ProcessId): ReadonlySet<CorrectionId> {
  const log = store.listCorrections(processId);
  const mined = store.findMined(processId);
  const ofFindings = mined ? applyToFindings(mined.insights, log).stale : [];
  const isOfLabels = listEffective(log).some(
    ({ command }) => command.do === 'relateLog' || (command.do === 'rename' && command.logLabel !== null),
  );
  // The columns of a log are large; they are read only when somebody said something of its names.
  const ofLabels = isOfLabels ? relabelLog(readLogLabels(store, processId), log).stale : [];
  return new Set([
    ...correctAll(store.listNarrated(processId), log).stale,
    ...[...ofFindings, ...ofLabels].map(({ id }) => id),
  ]);
}

/** The activities of all event logs of a process, as the logs name them, each once. */
export const readLogLabels = (store: Store, processId: ProcessId): string[] =>
  listLabels(store.listLogs(processId).map(({ id }) => store.readLogColumns(id)));
