// In: what a person names on the terminal: a process, or one recording or log of it. Out: that one thing.
import type { MirrorClient } from '../api/client.ts';
import { MirrorError } from '../domain/errors.ts';
import type { LogId, ProcessId, RecordingId } from '../domain/ids.ts';

export interface PartOptions {
  readonly process: string;
  /** Its id, or its title where no other has the same. */
  readonly recording?: string;
  /** Its id or its name. */
  readonly log?: string;
}

export type Part =
  | { readonly kind: 'process'; readonly id: ProcessId; readonly name: string }
  | { readonly kind: 'recording'; readonly id: RecordingId; readonly name: string }
  | { readonly kind: 'event log'; readonly id: LogId; readonly name: string };

/** @throws process/missing, part/missing, usage when both a recording and a log are named */
export async function findPart(client: MirrorClient, options: PartOptions): Promise<Part> {
  const { recording, log } = options;
  if (recording !== undefined && log !== undefined)
    throw new MirrorError('usage', { data: { detail: 'Name a recording or a log, not both' } });
  const { id, name } = await client.process.find({ name: options.process });
  if (recording === undefined && log === undefined) return { kind: 'process', id, name };
  const { recordings, logs } = await client.process.contents({ processId: id });
  const parts: Part[] =
    recording === undefined
      ? logs.map((each) => ({ kind: 'event log', id: each.id, name: each.name }))
      : recordings.map((each) => ({ kind: 'recording', id: each.recording.id, name: each.recording.title }));
  return chooseOne(parts, recording ?? log ?? '', name);
}

function chooseOne(parts: readonly Part[], wanted: string, process: string): Part {
  const byId = parts.filter(({ id }) => id === wanted);
  const found = byId.length > 0 ? byId : parts.filter(({ name }) => name === wanted);
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new MirrorError('part/missing', {
    data: { wanted, process, many: found.length === 0 ? 'Nothing' : `More than one` },
  });
}
