// Stages "words" and "rest". In: recordings whose evidence is stored. Out: the same, with what their sound and pictures hold.
import type { Progress } from '../../domain/progress.ts';
import type { Host } from '../host.ts';
import { indexMissing } from '../search/index-missing.ts';
import { mineAndStore } from './rebuild-graph.ts';
import { keptRecordingIds, type Work } from './work.ts';

/** What steps are made of. */
export async function* ingestWords(host: Host, work: Work, signal?: AbortSignal): AsyncGenerator<Progress, Work> {
  if (work.waitsFor === 'map') return work;
  // Writing down an hour of speech takes long: a new process is opened meanwhile with what is known by then.
  const takesLong = work.recordings.some((read) => read.transcriptFile === undefined);
  if (takesLong && host.store.findMined(work.process.id) === undefined)
    await mineAndStore(host, work.process, { signal });
  const warnings: string[] = [];
  for (const id of keptRecordingIds(work)) warnings.push(...(yield* host.ingest.followWords(host, id, signal)));
  return { ...work, warnings: [...work.warnings, ...warnings] };
}

/** What nothing on the map waits for: reading the pictures of an hour takes a quarter of one. */
export async function* ingestRest(host: Host, work: Work, signal?: AbortSignal): AsyncGenerator<Progress, Work> {
  const warnings: string[] = [];
  if (work.waitsFor === 'everything')
    for (const id of keptRecordingIds(work)) warnings.push(...(yield* host.ingest.follow(host, id, signal)));
  yield* indexMissing(host, signal);
  return { ...work, warnings: [...work.warnings, ...warnings] };
}
