// In: a document that was read. Out: its file in the workspace by content hash, its pages and what was attached to it stored.
import { ArtifactId } from '../../domain/ids.ts';
import type { Process } from '../../domain/process.ts';
import { shortHash } from '../../lib/short-hash.ts';
import type { Host } from '../host.ts';
import { stageFile, type StagedFile } from '../stage-file.ts';
import type { ReadDocument } from './document-reader.ts';

export interface KeptDocument {
  readonly id: ArtifactId;
  /** False for one that was there before. */
  readonly isNew: boolean;
}

interface Keep {
  readonly process: Process;
  /** The mail it was attached to. */
  readonly parentId?: ArtifactId;
  /** Puts the file in its place and runs `save`, or leaves nothing behind. */
  readonly keepWhole: (staged: StagedFile, save: () => void) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

/** The id is made of content and place: a file added again changes nothing, and one attached to two mails is in both. */
export async function keepDocument(host: Host, read: ReadDocument, keep: Keep): Promise<KeptDocument> {
  const { process, parentId = null, keepWhole, signal } = keep;
  const texts = read.pages.map(({ text }) => text);
  await host.lookAhead(process.id, texts, signal);
  const staged = await stageFile(host.workspace, read.file, { folder: 'artifacts', signal });
  const id = ArtifactId.parse(`artifact-${shortHash([process.id, staged.sha256, parentId ?? ''].join(' '))}`);
  const known = host.store.findArtifact(id);
  await keepWhole(staged, () =>
    host.store.saveArtifact(
      {
        id,
        processId: process.id,
        recordingId: known?.recordingId ?? null,
        parentId,
        // A name that a person gave it stays.
        name: known?.name ?? tidyFileName(read.name),
        title: read.title,
        mimeType: read.mimeType,
        path: staged.path,
        sizeBytes: staged.sizeBytes,
        sha256: staged.sha256,
        warnings: [...read.warnings],
        createdAtMs: known?.createdAtMs ?? host.clock.nowMs(),
      },
      read.pages,
    ),
  );
  for (const attachment of read.attachments) await keepDocument(host, attachment, { ...keep, parentId: id });
  return { id, isNew: known === undefined };
}

/** A name is shown and offered for saving; it never becomes a path of ours. */
const tidyFileName = (name: string): string =>
  name
    .replaceAll(/[\\/\p{Cc}\p{Cf}]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200) || 'document';
