// In: the store. Out: what the screens show.
import { MirrorError } from '../domain/errors.ts';
import { EMPTY_EXTRACTION, type Extraction } from '../domain/extraction.ts';
import type { ProcessId, RecordingId } from '../domain/ids.ts';
import type { DocumentSummary } from '../domain/artifact.ts';
import type { EventLog, Process, Recording, Track } from '../domain/process.ts';
import type { PlayableTrack, ProcessSummary, ProcessView, RecordingSummary, RecordingView } from '../domain/views.ts';
import type { Headline } from '../domain/insights.ts';
import { headline } from '../insights/find-insights.ts';
import type { MinedProcess, Store } from '../needs/store.ts';
import { listDocuments } from './documents/view-documents.ts';
import { findProcessCalled } from './flow/work.ts';
import { listCorrected } from './corrected.ts';

export function viewProcesses(store: Store): ProcessSummary[] {
  return store.listProcesses().map((process) => {
    const recordings = store.listRecordings(process.id);
    const logs = store.listLogs(process.id);
    const documents = store.listArtifacts(process.id);
    return {
      process,
      headline: store.findHeadline(process.id) ?? countAnew(store, process.id),
      recordings: recordings.length,
      logs: logs.length,
      documents: documents.length,
      updatedAtMs: Math.max(
        process.createdAtMs,
        ...[...recordings, ...logs, ...documents].map((each) => each.createdAtMs),
      ),
    };
  });
}

/** For a graph that an older Mirror stored. */
function countAnew(store: Store, id: ProcessId): Headline | null {
  const mined = store.findMined(id);
  return mined ? headline(mined.graph, mined.insights) : null;
}

/** @throws process/missing */
export function viewProcess(store: Store, id: ProcessId): ProcessView {
  const process = getProcess(store, id);
  const { graph, insights } = getMined(store, process);
  return {
    process,
    headline: headline(graph, insights),
    graph,
    insights,
    recordings: summariseRecordings(store, process),
    logs: store.listLogs(id),
    documents: listDocuments(store, id),
  };
}

/**
 * What a process is made of, whether or not it has a map yet.
 * @throws process/missing
 */
export function listContents(
  store: Store,
  id: ProcessId,
): { recordings: RecordingSummary[]; logs: EventLog[]; documents: DocumentSummary[] } {
  const recordings = summariseRecordings(store, getProcess(store, id));
  return { recordings, logs: store.listLogs(id), documents: listDocuments(store, id) };
}

/** @throws recording/missing */
export function viewRecording(store: Store, id: RecordingId): RecordingView {
  const recording = store.findRecording(id);
  if (recording === undefined) throw new MirrorError('recording/missing');
  const narrated = listCorrected(store, recording.processId).find((each) => each.recording.id === id);
  return {
    recording,
    process: getProcess(store, recording.processId),
    tracks: store.listTracks(id).map(toPlayable),
    segments: store.listSegments(id),
    events: store.listEvents(id),
    extraction: narrated?.extraction ?? EMPTY_EXTRACTION,
  };
}

/** @throws process/missing */
export function getProcess(store: Store, id: ProcessId): Process {
  const process = store.findProcess(id);
  if (process === undefined) throw missingProcess(store, id);
  return process;
}

/** @throws process/missing, naming the ones there are */
export function getProcessByName(store: Store, name: string): Process {
  const process = findProcessCalled(store, name);
  if (process === undefined) throw missingProcess(store, name);
  return process;
}

/**
 * A process is stored with its first evidence and mined in the same run; one without a graph was interrupted.
 * @throws process/not-ready
 */
export function getMined(store: Store, process: Process): MinedProcess {
  const mined = store.findMined(process.id);
  if (mined === undefined) throw new MirrorError('process/not-ready', { data: { name: process.name } });
  return mined;
}

function missingProcess(store: Store, name: string): MirrorError {
  const names = store.listProcesses().map((each) => `"${each.name}"`);
  return new MirrorError('process/missing', { data: { name, names: names.join(', ') || 'none yet' } });
}

function summariseRecordings(store: Store, process: Process): RecordingSummary[] {
  const narrated = new Map(listCorrected(store, process.id).map((each) => [each.recording.id, each.extraction]));
  return store.listRecordings(process.id).map((recording) => summarise(store, recording, narrated.get(recording.id)));
}

function summarise(store: Store, recording: Recording, extraction: Extraction | undefined): RecordingSummary {
  const tracks = store.listTracks(recording.id);
  const words = store.listSegments(recording.id).reduce((sum, { text }) => sum + countWords(text), 0);
  return {
    recording,
    hasVideo: tracks.some((track) => track.kind === 'screen'),
    hasAudio: tracks.some((track) => track.hasAudio),
    words,
    steps: extraction?.steps.filter((step) => !step.unsure).length ?? 0,
    failedStages: store.listStages(recording.id).filter(({ state }) => state === 'failed').length,
  };
}

const countWords = (text: string): number => text.split(/\s+/).filter(Boolean).length;

function toPlayable({ path: _path, sha256: _sha256, ...track }: Track): PlayableTrack {
  return { ...track, url: `media/${track.id}` };
}
