// In: a workspace as an interrupted run may have left it. Out: the same, with all made of each recording that can be made.
import type { Process } from '../domain/process.ts';
import type { Progress } from '../domain/progress.ts';
import { extractStored } from './flow/find-steps.ts';
import { isMined, mineAndStore } from './flow/rebuild-graph.ts';
import type { Host } from './host.ts';
import { indexMissing } from './search/index-missing.ts';

type Report = (error: unknown, process: Process) => void;

/**
 * Evidence is stored before steps are; what a killed run did not get to is made up for at the next opening. What takes
 * long (sound, pictures) is not waited for: `finishAll` sees to it.
 * One process that cannot be worked out keeps nobody from the others: it is reported and left as it is.
 */
export async function resumeUnfinished(host: Host, report: Report): Promise<void> {
  for await (const _ of eachProcess(host, report, (process) => findMissingSteps(host, process))) continue;
}

/** The whole of it, for every process, where it is not done yet. */
export const finishAll = (host: Host, signal: AbortSignal, report: Report): AsyncGenerator<Progress, void> =>
  eachProcess(
    host,
    (error, process) => (signal.throwIfAborted(), report(error, process)),
    (process) => finishProcess(host, process, signal),
  );

/**
 * Makes what is missing of one process: steps and a graph of what is known already, so that it can be opened; what is
 * said in its recordings, and steps and graph anew where that told something; then what their pictures hold.
 */
export async function* finishProcess(
  host: Host,
  process: Process,
  signal?: AbortSignal,
): AsyncGenerator<Progress, void> {
  yield* findMissingSteps(host, process, signal);
  const recordings = host.store.listRecordings(process.id);
  for (const { id } of recordings) yield* host.ingest.followWords(host, id, signal);
  if (host.store.findProcess(process.id) !== undefined) yield* findMissingSteps(host, process, signal);
  yield* indexMissing(host, signal);
  for (const { id } of recordings) yield* host.ingest.follow(host, id, signal);
  if (host.store.findProcess(process.id) !== undefined) yield* findMissingSteps(host, process, signal);
}

async function* findMissingSteps(host: Host, process: Process, signal?: AbortSignal): AsyncGenerator<Progress, void> {
  const narrated = new Set(host.store.listNarrated(process.id).map(({ recording }) => recording.id));
  const recordings = host.store.listRecordings(process.id);
  const unfinished = recordings.filter(({ id, state }) => state === 'ingesting' || !narrated.has(id));
  for (const [done, { id }] of unfinished.entries()) {
    yield { stage: 'steps', done, total: unfinished.length, unit: 'recordings' };
    await extractStored(host, id, signal);
  }
  if (unfinished.length > 0 || !isMined(host, process)) await mineAndStore(host, process, { signal });
}

async function* eachProcess(
  host: Host,
  report: Report,
  work: (process: Process) => AsyncGenerator<Progress, void>,
): AsyncGenerator<Progress, void> {
  for (const process of host.store.listProcesses()) {
    try {
      yield* work(process);
    } catch (error) {
      report(error, process);
    }
  }
}
