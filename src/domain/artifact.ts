// Documents taken into a process: what they are, and their text page by page.
import { z } from 'zod';
import { ArtifactId, ProcessId, RecordingId } from './ids.ts';

/** What a document is read as. Pictures have no text yet. */
export const DocumentKind = z.enum(['pdf', 'docx', 'xlsx', 'email', 'image', 'text']);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** One document of a process, kept as it came. */
export const Artifact = z.object({
  id: ArtifactId,
  processId: ProcessId,
  /** The recording it was added to; null where it was added to the process. */
  recordingId: RecordingId.nullable(),
  /** The mail it was attached to. */
  parentId: ArtifactId.nullable(),
  /** The name of its file, or the one a person gave it. */
  name: z.string(),
  /** What the document calls itself. */
  title: z.string().nullable(),
  mimeType: z.string(),
  /** Inside the workspace, by content hash. */
  path: z.string(),
  sizeBytes: z.int().min(0),
  sha256: z.string().length(64),
  /** What of it could not be read, one sentence each. */
  warnings: z.array(z.string()),
  createdAtMs: z.int(),
});
export type Artifact = z.infer<typeof Artifact>;

/** A page, a sheet or the body of a mail. */
export const ArtifactPage = z.object({
  /** Counted from 1. */
  page: z.int().min(1),
  /** Of a sheet or a slide; null where the number says it. */
  name: z.string().nullable(),
  text: z.string(),
});
export type ArtifactPage = z.infer<typeof ArtifactPage>;

/** A document in a list. */
export const DocumentSummary = z.object({
  artifact: Artifact.omit({ path: true, sha256: true, warnings: true }),
  kind: DocumentKind,
  pages: z.int().min(0),
  warnings: z.array(z.string()),
  /** Of the original, relative to the app's own address. */
  url: z.string(),
});
export type DocumentSummary = z.infer<typeof DocumentSummary>;

/** A document with what its pages are called; their text is asked for page by page. */
export const DocumentView = DocumentSummary.extend({
  process: z.object({ id: ProcessId, name: z.string() }),
  pageList: z.array(ArtifactPage.omit({ text: true }).extend({ characters: z.int().min(0) })),
});
export type DocumentView = z.infer<typeof DocumentView>;

const KINDS: Readonly<Record<string, DocumentKind>> = {
  'application/pdf': 'pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'message/rfc822': 'email',
};

/** What a document of this media type is read as. */
export const kindOf = (mimeType: string): DocumentKind =>
  KINDS[mimeType] ?? (mimeType.startsWith('image/') ? 'image' : 'text');
