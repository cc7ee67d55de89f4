// In: what a person names on the terminal: a process, or one recording, log or document of it. Out: that one thing.
import type { MirrorClient } from '../api/client.ts';
import { MirrorError } from '../domain/errors.ts';
import type { ArtifactId, LogId, ProcessId, RecordingId } from '../domain/ids.ts';

export interface PartOptions {
  readonly process: string;
  /** Its id, or its title where no other has the same. */
  readonly recording?: string;
  /** Its id or its name. */
  readonly log?: string;
  /** Its id or its name. */
  readonly document?: string;
}

export type Part =
  | { readonly kind: 'process'; readonly id: ProcessId; readonly name: string }
  | { readonly kind: 'recording'; readonly id: RecordingId; readonly name: string }
  | { readonly kind: 'event log'; readonly id: LogId; readonly name: string }
  | { readonly kind: 'document'; readonly id: ArtifactId; readonly name: string };

/** @throws process/missing, part/missing, usage when more than one part is named */
export async function findPart(client: MirrorClient, options: PartOptions): Promise<Part> {
  const { recording, log, document } = options;
  const wanted = [recording, log, document].filter((each) => each !== undefined);
  if (wanted.length > 1)
    throw new MirrorError('usage', { data: { detail: 'Name a recording, a log or a document, only one of them' } });
  const { id, name } = await client.process.find({ name: options.process });
  const [part] = wanted;
  if (part === undefined) return { kind: 'process', id, name };
  return chooseOne(await listParts(client, id, options), part, name);
}

async function listParts(client: MirrorClient, processId: ProcessId, { recording, log }: PartOptions): Promise<Part[]> {
  const { recordings, logs, documents } = await client.process.contents({ processId });
  if (recording !== undefined)
    return recordings.map((each) => ({ kind: 'recording', id: each.recording.id, name: each.recording.title }));
  if (log !== undefined) return logs.map((each) => ({ kind: 'event log', id: each.id, name: each.name }));
  return documents.map(({ artifact }) => ({ kind: 'document', id: artifact.id, name: artifact.name }));
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
