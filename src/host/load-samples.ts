// In: a host. Out: the bundled sample process in it, once, however often and by how many doors it is asked for.
import type { ProcessId } from '../domain/ids.ts';
import type { Progress } from '../domain/progress.ts';
import type { Detached } from './detached.ts';
import { runFlow } from './flow.ts';
import type { Host } from './host.ts';
import { finishProcess } from './resume.ts';
import { readSample } from './samples.ts';

interface Loading {
  readonly detached: Detached;
  /** Whether the door stays open, so that the rest is made in the background. */
  readonly goesOn: boolean;
  readonly signal: AbortSignal | undefined;
}

export async function* loadSamples(
  host: Host,
  { detached, goesOn, signal }: Loading,
): AsyncGenerator<Progress, { processId: ProcessId; warnings: string[] }> {
  const { process, warnings } = yield* detached.watch('samples', (stop) => runFlow(host, readSample(), stop), signal);
  if (goesOn) detached.start(`finish ${process.id}`, (stop) => finishProcess(host, process, stop));
  return { processId: process.id, warnings: [...warnings] };
}
