// In: the name of a process as it was typed, if it was. Out: that process; without a name the one that there is.
import type { MirrorClient } from '../api/client.ts';
import { MirrorError } from '../domain/errors.ts';
import type { ProcessId } from '../domain/ids.ts';

export interface FoundProcess {
  readonly id: ProcessId;
  readonly name: string;
}

/** @throws process/missing, process/none, process/which where it is not clear which one is meant */
export async function findProcess(client: MirrorClient, name: string | undefined): Promise<FoundProcess> {
  if (name !== undefined) return client.process.find({ name });
  const all = (await client.process.list()).map(({ process }) => process);
  const [only, ...others] = all;
  if (!only) throw new MirrorError('process/none');
  if (others.length === 0) return only;
  throw new MirrorError('process/which', { data: { names: all.map((each) => each.name).join(', ') } });
}
