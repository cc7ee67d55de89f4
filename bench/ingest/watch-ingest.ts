// In: a film. Out: how long its ingest takes, and the most memory that all its processes held together.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../src/host/ingest/testing/killed-runs.ts';
import { measureTree } from '../capture/process-tree.ts';

export interface Watched {
  readonly wallSeconds: number;
  readonly peakMb: number;
  readonly secondsByStage: Readonly<Record<string, number>>;
}

const LOOK_EVERY_MS = 1000;

/** Memory that processes share counts once. */
export async function watchIngest({
  folder,
  models,
  film,
}: {
  readonly folder: string;
  readonly models: string;
  readonly film: string;
}): Promise<Watched> {
  mkdirSync(folder);
  let pid: number | undefined;
  let peakMb = 0;
  let [stage, sinceMs] = ['', performance.now()];
  const stages = new Map<string, number>();
  const hear = (line: string): void => {
    const [name = '', amount] = line.split(' ');
    if (name === 'open') pid = Number(amount);
    if (name === stage) return;
    const nowMs = performance.now();
    stages.set(stage, (stages.get(stage) ?? 0) + nowMs - sinceMs);
    [stage, sinceMs] = [name, nowMs];
  };
  const look = setInterval(() => {
    if (pid !== undefined) peakMb = Math.max(peakMb, measureTree(pid).pssMb);
  }, LOOK_EVERY_MS);
  const isEnough = (said: readonly string[]): boolean => (hear(said.at(-1) ?? ''), false);
  const { ms } = await ingest({ workspace: join(folder, 'workspace'), models, film }, { isEnough });
  clearInterval(look);
  const rounded = [...stages]
    .filter(([name]) => name !== '')
    .map(([name, each]) => [name, Math.round(each / 100) / 10]);
  return {
    wallSeconds: Math.round(ms / 100) / 10,
    peakMb: Math.round(peakMb),
    secondsByStage: Object.fromEntries(rounded),
  };
}
