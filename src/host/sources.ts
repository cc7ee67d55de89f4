// In: paths as a person gives them. Out: recordings with their sidecars, and event logs; or one line on what is wrong.
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { MirrorError } from '../domain/errors.ts';
import type { ActivitySource, DocumentSource, LogSource, RecordingSource } from '../domain/source.ts';
import { DOCUMENT_KINDS, promisedType } from '../ingest/documents/recognise.ts';
import { EVENTS_KIND, LOG_KINDS, MEDIA_KINDS, SIDECAR_KINDS, TRANSCRIPT_KINDS } from '../ingest/file-kinds.ts';

/**
 * A file to ingest with what lies beside it: FILE.vtt or FILE.srt, and FILE.events.jsonl. Paths become absolute.
 * @throws file/missing, file/empty, file/unknown-kind
 */
export function findRecordingSource(
  path: string,
  about: Pick<RecordingSource, 'actor' | 'role' | 'title'>,
): RecordingSource {
  requireFile(path);
  const file = resolve(path);
  const kind = extname(file).toLowerCase();
  const events = findBeside(file, [EVENTS_KIND]);
  if (isOneOf(TRANSCRIPT_KINDS, kind)) return { kind: 'recording', file, transcript: file, events, ...about };
  if (!isOneOf(MEDIA_KINDS, kind)) {
    throw new MirrorError('file/unknown-kind', {
      data: { file: basename(file), kinds: [...MEDIA_KINDS, ...TRANSCRIPT_KINDS, ...DOCUMENT_KINDS].join(' ') },
    });
  }
  return { kind: 'recording', file, transcript: findBeside(file, SIDECAR_KINDS), events, ...about };
}

/**
 * A document; one that is told by no other kind, or one that a person calls so.
 * @throws file/missing, file/empty, file/unknown-kind
 */
export function findDocumentSource(path: string): DocumentSource {
  requireFile(path);
  const file = resolve(path);
  if (promisedType(file) !== undefined) return { kind: 'document', file };
  throw new MirrorError('file/unknown-kind', {
    data: { file: basename(file), kinds: [...DOCUMENT_KINDS, '.txt', '.csv'].join(' ') },
  });
}

/** Whether the name is that of a document and of nothing else. */
export const isDocument = (path: string): boolean => isOneOf(DOCUMENT_KINDS, extname(path).toLowerCase());

/**
 * A log to import, or an export of ActivityWatch, which is told by how it begins.
 * @throws file/missing, file/empty, file/unknown-kind
 */
export function findImportSource(
  path: string,
  { columns, choices, actor, role }: Pick<LogSource, 'columns' | 'choices'> & Pick<ActivitySource, 'actor' | 'role'>,
): LogSource | ActivitySource {
  requireFile(path);
  const file = resolve(path);
  if (!LOG_KINDS.some((kind) => file.toLowerCase().endsWith(kind))) {
    throw new MirrorError('file/unknown-kind', {
      data: { file: basename(file), kinds: '.xes .xes.gz .csv .tsv .json .jsonocel .xml .xmlocel .sqlite' },
    });
  }
  return isActivityExport(file) ? { kind: 'activity', file, actor, role } : { kind: 'log', file, columns, choices };
}

export function isActivityExport(file: string): boolean {
  if (extname(file).toLowerCase() !== '.json') return false;
  const head = Buffer.alloc(64);
  const handle = openSync(file, 'r');
  try {
    return /^\uFEFF?\s*\{\s*"buckets"\s*:/.test(head.toString('utf8', 0, readSync(handle, head)));
  } finally {
    closeSync(handle);
  }
}

/** @throws file/missing, file/empty, file/no-file */
export function requireFile(file: string): void {
  const found = statSync(file, { throwIfNoEntry: false });
  if (found === undefined) throw new MirrorError('file/missing', { data: { file } });
  if (!found.isFile()) throw new MirrorError('file/no-file', { data: { file } });
  if (found.size === 0) throw new MirrorError('file/empty', { data: { file: basename(file) } });
}

function findBeside(file: string, endings: readonly string[]): string | undefined {
  const stem = file.slice(0, file.length - extname(file).length);
  return endings.flatMap((ending) => [stem + ending, file + ending]).find((path) => existsSync(path));
}

const isOneOf = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind);
