// In: a workspace as an interrupted run may have left it. Out: the same, with every recording's steps and every graph made.
import type { Process } from '../domain/process.ts';
import type { Progress } from '../domain/progress.ts';
import { extractStored } from './flow/find-steps.ts';
import { isMined, mineAndStore } from './flow/rebuild-graph.ts';
import type { Host } from './host.ts';

/**
 * Evidence is stored before steps are; what a killed run did not get to is made up for at the next opening.
 * One process that cannot be worked out keeps nobody from the others: it is reported and left as it is.
 */
export async function resumeUnfinished(host: Host, report: (error: unknown, process: Process) => void): Promise<void> {
  for (const process of host.store.listProcesses()) {
    try {
      await runToEnd(finishProcess(host, process));
    } catch (error) {
      report(error, process);
    }
  }
}

/** Makes what is missing of one process: steps of recordings whose evidence is kept, and its graph. */
export async function* finishProcess(
  host: Host,
  process: Process,
  signal?: AbortSignal,
): AsyncGenerator<Progress, void> {
  const narrated = new Set(host.store.listNarrated(process.id).map(({ recording }) => recording.id));
  const recordings = host.store.listRecordings(process.id);
  const unfinished = recordings.filter(({ id, state }) => state === 'ingesting' || !narrated.has(id));
  for (const [done, { id }] of unfinished.entries()) {
    yield { stage: 'steps', done, total: unfinished.length, unit: 'recordings' };
    await extractStored(host, id, signal);
  }
  if (unfinished.length > 0 || !isMined(host, process)) await mineAndStore(host, process, { signal });
}

async function runToEnd(work: AsyncGenerator<Progress, void>): Promise<void> {
  for await (const _ of work) continue;
}
