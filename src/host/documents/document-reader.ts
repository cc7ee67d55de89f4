// In: documents of anybody. Out: what is in them, read in a thread of its own that is ended when it takes too long.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisedType } from '../../ingest/documents/recognise.ts';
import { tooLarge } from '../../ingest/documents/document-reading.ts';
import { MirrorError } from '../../domain/errors.ts';
import { createOffThread } from '../off-thread/pool.ts';
import type { FilesAccess } from '../files/workspace-files.ts';
import type { DocumentFile } from '../off-thread/read-document-file.ts';

export interface ReadDocument extends Omit<DocumentFile, 'attachments'> {
  readonly file: string;
  readonly name: string;
  readonly attachments: readonly ReadDocument[];
}

export interface DocumentReader {
  /** @throws document/unreadable, document/locked, document/too-large */
  read(file: string, name: string, signal?: AbortSignal): Promise<ReadDocument>;
  close(): Promise<void>;
}

export interface ReaderOptions {
  /** Where files inside documents are put; whoever opens the reader removes it. */
  readonly scratch: string;
  /** Of the workspace that the scratch lies in. */
  readonly access?: FilesAccess;
  /** For one document; a thick PDF takes seconds. */
  readonly longestMs?: number;
}

const LONGEST_MS = 120_000;
const MOST_MEMORY_MB = 1536;
/** A mail in a mail in a mail. */
const DEEPEST = 4;
/** In all documents inside one. */
const MOST_INSIDE = 500;

/** Opens the thread at the first document. It is not the one that mines: a hostile file must make nobody wait. */
export function createDocumentReader({ scratch, access, longestMs = LONGEST_MS }: ReaderOptions): DocumentReader {
  const thread = createOffThread({ resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB } });

  const readOne = async (file: string, name: string, signal: AbortSignal | undefined): Promise<DocumentFile> => {
    const late = AbortSignal.timeout(longestMs);
    const stop = AbortSignal.any([late, ...(signal ? [signal] : [])]);
    try {
      return await thread.run('readDocumentFile', [file, { name, folder: join(scratch, randomUUID()), access }], stop);
    } catch (error) {
      signal?.throwIfAborted();
      if (late.aborted) throw tooLarge(name, `reading it takes longer than ${longestMs / 1000} s`);
      if (isOutOfMemory(error)) throw tooLarge(name, `reading it takes more than ${MOST_MEMORY_MB} MB of memory`);
      throw error;
    }
  };

  return {
    read: async (file, name, signal) => {
      const inside = { left: MOST_INSIDE };
      const readAll = async (path: string, called: string, depth: number): Promise<ReadDocument> => {
        const { attachments, ...reading } = await readOne(path, called, signal);
        const warnings = [...reading.warnings];
        const kept: ReadDocument[] = [];
        for (const each of attachments) {
          const refused = whyNot(each.name, depth, inside);
          if (refused !== undefined) {
            warnings.push(`"${each.name}" was left out: ${refused}`);
            continue;
          }
          try {
            kept.push(await readAll(each.file, each.name, depth + 1));
          } catch (error) {
            if (!(error instanceof MirrorError)) throw error;
            warnings.push(`"${each.name}" was left out: ${String(error.data['detail'] ?? 'it asks for a password')}`);
          }
        }
        return { ...reading, warnings, file: path, name: called, attachments: kept };
      };
      return readAll(file, name, 1);
    },
    close: () => thread.close(),
  };
}

function whyNot(name: string, depth: number, inside: { left: number }): string | undefined {
  if (promisedType(name) === undefined) return 'Mirror does not read this kind of file';
  if (depth >= DEEPEST) return `it is more than ${DEEPEST - 1} mails deep`;
  inside.left -= 1;
  return inside.left < 0 ? `there are more than ${MOST_INSIDE} files in it` : undefined;
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
