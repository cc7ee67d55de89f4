// In: which cases of a process. Out: how they perform, computed in the worker.
import type { PerformanceWish, SpectrumWish } from '../api/services.ts';
import type { Performance, Spectrum } from '../domain/performance.ts';
import { namePart } from '../insights/compare/name-side.ts';
import type { Host } from './host.ts';
import { readStored } from './read-stored.ts';
import { getProcess } from './views.ts';

/** @throws process/missing, performance/no-log, performance/empty */
export async function measurePerformance(
  host: Host,
  { processId, slice, period, limit }: PerformanceWish,
  signal?: AbortSignal,
): Promise<Performance> {
  const stored = readStored(host.store, getProcess(host.store, processId));
  const graph = host.store.findMined(processId)?.graph;
  const present = { activities: graph?.activities ?? [], transitions: graph?.transitions ?? [] };
  const scope = namePart('observed', slice);
  return host.offThread.run('measurePerformance', [{ stored, slice, scope, present, period, limit }], signal);
}

/** @throws process/missing, performance/no-log, performance/empty, performance/no-way */
export async function measureSpectrum(
  host: Host,
  { processId, slice, ...way }: SpectrumWish,
  signal?: AbortSignal,
): Promise<Spectrum> {
  const stored = readStored(host.store, getProcess(host.store, processId));
  const scope = namePart('observed', slice);
  return host.offThread.run('measureSpectrum', [{ stored, slice, scope, ...way }], signal);
}
