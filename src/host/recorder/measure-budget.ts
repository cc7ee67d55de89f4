// How much recording the disk still takes.
import { budgetOf } from '../../capture/budget.ts';
import type { Budget } from '../../domain/capture.ts';
import type { Host } from '../host.ts';

export interface DiskNeeds {
  readonly freeBytes: (folder: string) => Promise<number>;
  readonly reserveBytes: number;
}

/** By what was written so far and in how many seconds; zeros before a recording. */
export async function measureBudget(
  host: Host,
  { freeBytes, reserveBytes }: DiskNeeds,
  written: { writtenBytes: number; seconds: number },
): Promise<Budget> {
  return budgetOf({ ...written, freeBytes: await freeBytes(host.workspace.live), reserveBytes });
}
