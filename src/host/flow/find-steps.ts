// Stage "steps". In: recordings whose evidence is stored. Out: the same, with their steps stored.
import type { Dictionary } from '../../domain/dictionary.ts';
import type { ProcessId, RecordingId } from '../../domain/ids.ts';
import type { Progress } from '../../domain/progress.ts';
import { learnDictionary } from '../../steps/corrections/learn-dictionary.ts';
import type { Host } from '../host.ts';
import { keptRecordingIds, type Work } from './work.ts';

export async function* findSteps(host: Host, work: Work, signal?: AbortSignal): AsyncGenerator<Progress, Work> {
  const ids = keptRecordingIds(work);
  const warnings: string[] = [];
  for (const [done, id] of ids.entries()) {
    yield { stage: 'steps', done, total: ids.length, unit: 'recordings' };
    warnings.push(...(yield* followExtraction(host, id, signal)));
  }
  yield { stage: 'steps', done: ids.length, total: ids.length, unit: 'recordings' };
  return { ...work, warnings: [...work.warnings, ...warnings] };
}

/** As `followExtraction`, for who does not watch. */
export async function extractStored(host: Host, id: RecordingId, signal?: AbortSignal): Promise<string[]> {
  const work = followExtraction(host, id, signal);
  for (;;) {
    const { value, done } = await work.next();
    if (done) return value;
  }
}

/**
 * Extracts the steps of one stored recording anew, with the words that corrections of the whole process taught, and
 * returns the warnings. Its evidence is not touched. A long recording tells how far it has come.
 */
async function* followExtraction(
  host: Host,
  id: RecordingId,
  signal?: AbortSignal,
): AsyncGenerator<Progress, string[]> {
  const recording = host.store.findRecording(id);
  if (recording === undefined) return [];
  const evidence = { recording, segments: host.store.listSegments(id), events: host.store.listEvents(id) };
  const dictionary = learnStored(host, recording.processId);
  const extraction = yield* host.offThread.follow('extractSteps', [evidence, dictionary], signal);
  // Somebody may have removed it meanwhile.
  if (host.store.findRecording(id) === undefined) return [];
  host.store.saveExtraction(id, extraction);
  host.store.setRecordingState(id, 'ready', null);
  return extraction.warnings.map((warning) => `${recording.title}: ${warning}`);
}

const learnStored = ({ store }: Host, id: ProcessId): Dictionary =>
  learnDictionary(
    store.listCorrections(id),
    store.listNarrated(id).map(({ extraction }) => extraction),
  );
