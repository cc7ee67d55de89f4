// What every engine must say about the same log: enough to see that all of them did the same work.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Answers {
  readonly cases: number;
  /** Pairs of activities that directly follow each other somewhere, and how often they do in all. */
  readonly edges: number;
  readonly passings: number;
  readonly sumMs: number;
  /** Over all edges. */
  readonly sumOfMinimaMs: number;
  readonly sumOfMaximaMs: number;
  readonly sumOfMediansMs: number;
  /** Activities that cases start and end with, weighted by how often they do. */
  readonly starts: number;
  readonly ends: number;
  /** Between different people: pairs, and how often work passes between them in all. */
  readonly peoplePairs: number;
  readonly handoffs: number;
  readonly variants: number;
  readonly commonestVariant: number;
  /** Over all activities, cases in which it occurs more than once. */
  readonly reworkCases: number;
}

/** One engine's run in a process of its own. */
export interface Run {
  readonly cpuMs: number;
  readonly peakRssMb: number;
  readonly answers: Answers;
}

/** A sum in which the numbering counts, so that two counts that are swapped do not go unnoticed. */
export const weigh = (counts: readonly (readonly [id: number, count: number])[]): number =>
  counts.reduce((sum, [id, count]) => sum + (id + 1) * count, 0);

/**
 * Clears away what loading the modules left behind, so that nobody's mining pays for it; what the work itself leaves is
 * its own.
 */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect();
}

/** CPU time of this process, all its threads, while `work` runs; and the most memory it has held so far. */
export async function measure(work: () => Answers | Promise<Answers>): Promise<Run> {
  collectGarbage();
  const before = process.cpuUsage();
  const answers = await work();
  const { user, system } = process.cpuUsage(before);
  return {
    cpuMs: (user + system) / 1000,
    peakRssMb: Math.round(process.resourceUsage().maxRSS / 1024),
    answers,
  };
}
