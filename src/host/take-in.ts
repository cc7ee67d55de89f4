// In: files to take into a process. Out: what came of it; and nothing left half-way when whoever asked for it leaves.
import { basename, isAbsolute } from 'node:path';
import type { TakeIn } from '../api/services.ts';
import { MirrorError } from '../domain/errors.ts';
import type { Progress } from '../domain/progress.ts';
import type { Taken } from '../domain/source.ts';
import { headline } from '../insights/find-insights.ts';
import type { Detached } from './detached.ts';
import { runFlow } from './flow.ts';
import { findProcessCalled } from './flow/work.ts';
import type { Host } from './host.ts';
import { finishProcess } from './resume.ts';
import { requireFile } from './sources.ts';

interface Running {
  readonly detached: Detached;
  readonly signal: AbortSignal | undefined;
  /** Where something is left for later, it is begun in the background as soon as the flow is over. */
  readonly goesOn: boolean;
}

/**
 * Runs the flow. Stopped half-way, what was kept whole by then is finished in the background: a process without its
 * graph would open for nobody until the next start. Closing the core stops it as well; the next start finishes that.
 * @throws usage for a path that depends on where the caller stands, and what the stages throw
 */
export async function* takeIn(
  host: Host,
  request: TakeIn,
  { detached, signal, goesOn }: Running,
): AsyncGenerator<Progress, Taken> {
  for (const { file } of request.sources) {
    if (!isAbsolute(file)) throw notAbsolute(file);
    await requireGiven(host, file);
  }
  let isDone = false;
  const stop = AbortSignal.any([detached.stopping, ...(signal ? [signal] : [])]);
  try {
    const waitsFor = request.waitsFor ?? 'words';
    const flow = { process: { name: request.process }, sources: request.sources, waitsFor };
    const { process, mined, recordings, logs, documents, warnings } = yield* runFlow(host, flow, stop);
    isDone = waitsFor === 'everything' || !goesOn;
    const { graph, insights } = mined;
    return {
      process,
      headline: headline(graph, insights),
      events: graph.events,
      recordings,
      logs,
      documents,
      warnings: [...warnings],
    };
  } finally {
    if (!isDone) detached.start(`finish ${request.process}`, (stopping) => finish(host, request.process, stopping));
  }
}

async function* finish(host: Host, name: string, signal: AbortSignal): AsyncGenerator<Progress, void> {
  const process = findProcessCalled(host.store, name);
  if (process) yield* finishProcess(host, process, signal);
}

/** What a window has sent lies in the workspace, sealed where that is. @throws as requireFile */
async function requireGiven({ workspace: { files } }: Host, file: string): Promise<void> {
  if (!files.seals(file)) return requireFile(file);
  const sizeBytes = await files.sizeOf(file);
  if (sizeBytes === undefined) throw new MirrorError('file/missing', { data: { file } });
  if (sizeBytes === 0) throw new MirrorError('file/empty', { data: { file: basename(file) } });
}

const notAbsolute = (file: string): MirrorError =>
  new MirrorError('usage', { data: { detail: `"${file}" is no absolute path` } });
