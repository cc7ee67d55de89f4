// The whole pipeline as one list: what was given becomes evidence, steps, and a process graph with its findings.
import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Process } from '../domain/process.ts';
import type { Progress } from '../domain/progress.ts';
import type { MinedProcess } from '../needs/store.ts';
import { findSteps } from './flow/find-steps.ts';
import { ingestRest, ingestWords } from './flow/ingest-kept.ts';
import { keepEvidence } from './flow/keep-evidence.ts';
import { readSources } from './flow/read-sources.ts';
import { rebuildGraph } from './flow/rebuild-graph.ts';
import { findOrNameProcess, type FlowRequest, type Stage, type Work } from './flow/work.ts';
import type { Host } from './host.ts';

export const FLOW = [
  { stage: 'read', does: 'looks into every file given and parses it; nothing is stored yet', run: readSources },
  { stage: 'keep', does: 'copies media by content hash and stores the evidence', run: keepEvidence },
  { stage: 'words', does: 'what is said in recordings without a transcript is written down', run: ingestWords },
  { stage: 'steps', does: 'words and windows become steps, each with its evidence', run: findSteps },
  { stage: 'graph', does: 'steps and log rows fold into one graph; insights find what hurts', run: rebuildGraph },
  { stage: 'rest', does: 'pictures are read and everything can be searched (ingest/stages.ts)', run: ingestRest },
] as const satisfies readonly { stage: string; does: string; run: Stage }[];

export interface FlowResult {
  readonly process: Process;
  readonly recordings: number;
  readonly logs: number;
  readonly documents: number;
  readonly mined: MinedProcess;
  readonly warnings: readonly string[];
}

/**
 * Takes files into a process, from first look to findings.
 * A file that cannot be read stops the run before anything is stored.
 */
export async function* runFlow(
  host: Host,
  request: FlowRequest,
  signal?: AbortSignal,
): AsyncGenerator<Progress, FlowResult> {
  const scratch = join(host.workspace.incoming, randomUUID());
  try {
    return yield* runStages(host, { request, scratch }, signal);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

async function* runStages(
  host: Host,
  { request, scratch }: { readonly request: FlowRequest; readonly scratch: string },
  signal: AbortSignal | undefined,
): AsyncGenerator<Progress, FlowResult> {
  let work: Work = {
    process: findOrNameProcess(host, request),
    sources: request.sources,
    recordings: [],
    logs: [],
    documents: [],
    scratch,
    waitsFor: request.waitsFor ?? 'words',
    mined: undefined,
    warnings: [],
  };
  for (const { run } of FLOW) work = yield* run(host, work, signal);
  if (work.mined === undefined) throw new Error('the flow ended without a graph');
  const { process, recordings, logs, documents, mined, warnings } = work;
  const counts = { recordings: recordings.length, logs: logs.length, documents: documents.length };
  return { process, ...counts, mined, warnings };
}
