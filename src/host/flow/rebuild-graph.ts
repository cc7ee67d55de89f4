// Stage "graph". In: all that is stored of one process. Out: its graph and findings, stored in place of the old ones.
import type { NarratedRecording } from '../../domain/extraction.ts';
import type { Process } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { Instances } from '../../domain/log.ts';
import { headline } from '../../insights/find-insights.ts';
import type { MinedProcess } from '../../needs/store.ts';
import { applyToFindings } from '../../steps/corrections/apply-to-findings.ts';
import { isOnFinding } from '../../steps/corrections/effective.ts';
import { listCorrected } from '../corrected.ts';
import { type Host, processChanged } from '../host.ts';
import { VERSION } from '../version.ts';
import { getProcess } from '../views.ts';
import type { Work } from './work.ts';

export async function* rebuildGraph(host: Host, work: Work, signal?: AbortSignal): AsyncGenerator<Progress, Work> {
  yield { stage: 'graph', done: 0, total: 1, unit: 'process' };
  const mined = await mineAndStore(host, work.process, { signal });
  yield { stage: 'graph', done: 1, total: 1, unit: 'process' };
  return { ...work, mined };
}

/**
 * Mines everything stored of a process and puts it in place of what was mined before.
 * @throws process/missing when somebody has removed it meanwhile
 */
export async function mineAndStore(host: Host, process: Process, options: Mining = {}): Promise<MinedProcess> {
  const through = lastCorrection(host, process);
  const found = await mine(host, process, { instances: 'paired', ...options });
  getProcess(host.store, process.id);
  const mined = trim(judge(host, process, found));
  save(host, mined);
  host.store.writeSetting(throughKey(process), through);
  host.store.writeSetting(byKey(process), VERSION);
  host.announce(processChanged(process.id));
  return mined;
}

/** Mines everything stored of a process, corrections worked in, without storing the result; findings are unjudged. */
export const mineStored = (
  host: Host,
  process: Process,
  instances: Instances,
  signal?: AbortSignal,
): Promise<MinedProcess> => mine(host, process, { instances, signal });

interface Mining {
  readonly signal?: AbortSignal | undefined;
  /** The recordings as corrected, where they have just been read; otherwise they are read. */
  readonly corrected?: readonly NarratedRecording[] | undefined;
}

function mine(
  host: Host,
  process: Process,
  { instances, signal, corrected }: Mining & { readonly instances: Instances },
): Promise<MinedProcess> {
  const narrated = corrected ?? listCorrected(host.store, process.id);
  const corrections = host.store.listCorrections(process.id);
  const logs = host.store.listLogs(process.id).map((log) => ({ log, columns: host.store.readRowColumns(log.id) }));
  return host.offThread.run('mineProcess', [{ process, narrated, corrections, logs, instances }], signal);
}

/** Stores today's judgements with what was mined last; false when nothing is mined yet. */
export function storeJudgements(host: Host, process: Process): boolean {
  const mined = host.store.findMined(process.id);
  if (mined === undefined) return false;
  save(host, judge(host, process, mined));
  host.announce(processChanged(process.id));
  return true;
}

const save = ({ store }: Host, mined: MinedProcess): void =>
  store.saveMined(mined.graph.processId, mined, headline(mined.graph, mined.insights));

/**
 * Whether what was mined last holds every correction, and this Mirror mined it: a run killed while mining leaves some
 * out, and another Mirror counts and words findings in another way than the questions and exports made beside them.
 */
export const isMined = (host: Host, process: Process): boolean =>
  host.store.findMined(process.id) !== undefined &&
  (host.store.readSetting(throughKey(process)) ?? null) === lastCorrection(host, process) &&
  host.store.readSetting(byKey(process)) === VERSION;

/** Thousands of people make millions of pairs, and every screen would carry them; `mirror graph` mines them all anew. */
const trim = ({ graph, insights }: MinedProcess): MinedProcess => ({
  graph: { ...graph, resourceHandoffs: graph.resourceHandoffs.slice(0, STORED_PAIRS) },
  insights,
});

const STORED_PAIRS = 200;

// Judged when it is stored: somebody may have judged a finding while the worker was mining.
const judge = ({ store }: Host, { id }: Process, mined: MinedProcess): MinedProcess => ({
  ...mined,
  insights: applyToFindings(mined.insights, store.listCorrections(id)).insights,
});

/** The last one that moves something on the map: judgements on findings need no mining. */
const lastCorrection = ({ store }: Host, { id }: Process): string | null =>
  store.listCorrections(id).findLast((entry, _, log) => !isOnFinding(entry, log))?.id ?? null;

const throughKey = ({ id }: Process): string => `mined through ${id}`;

const byKey = ({ id }: Process): string => `mined by ${id}`;
