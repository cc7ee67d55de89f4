// Stage "read". In: the files given. Out: what is in them. Nothing is stored yet, so one bad file costs nothing.
import { basename } from 'node:path';
import { MirrorError } from '../../domain/errors.ts';
import type { UiEvent } from '../../domain/evidence.ts';
import type { Progress } from '../../domain/progress.ts';
import type { ActivitySource, DocumentSource, LogSource, RecordingSource } from '../../domain/source.ts';
import { readEvents } from '../../ingest/read-events.ts';
import { readTranscript, type TranscriptReading } from '../../ingest/read-transcript.ts';
import type { MediaProbe } from '../../needs/media.ts';
import { createDocumentReader, type DocumentReader } from '../documents/document-reader.ts';
import { OUTSIDE } from '../files/create-files.ts';
import { readWhole } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';
import type { Host } from '../host.ts';
import type { ReadLog, ReadRecording, ReadSourceDocument, Work } from './work.ts';

/** A transcript may run on a little after its recording, by rounding; more means that the recording is cut. */
const OVERHANG_MS = 3000;

/** BCP 47 for a language that nobody has said. */
const UNKNOWN_LANGUAGE = 'und';

export async function* readSources(host: Host, work: Work, signal?: AbortSignal): AsyncGenerator<Progress, Work> {
  const recordings: ReadRecording[] = [];
  const logs: ReadLog[] = [];
  const documents: ReadSourceDocument[] = [];
  const warnings: string[] = [];
  const refused: MirrorError[] = [];
  const reader = createDocumentReader({ scratch: work.scratch, access: host.workspace.files.access });
  try {
    for (const [done, source] of work.sources.entries()) {
      yield { stage: 'read', done, total: work.sources.length, unit: 'files' };
      signal?.throwIfAborted();
      if (source.kind === 'log') logs.push(await readLog(host, source, signal));
      else if (source.kind === 'document')
        documents.push(...(await readDocument(reader, source, { warnings, refused, signal })));
      else if (source.kind === 'activity') recordings.push(await readActivity(host, source, { warnings, signal }));
      else recordings.push(await readRecording(host, source, warnings));
    }
  } finally {
    await reader.close();
  }
  if (recordings.length + logs.length + documents.length === 0 && refused[0]) throw refused[0];
  yield { stage: 'read', done: work.sources.length, total: work.sources.length, unit: 'files' };
  const logWarnings = logs.flatMap(({ source, warnings: own }) =>
    own.map((each) => `${basename(source.file)}: ${each}`),
  );
  return { ...work, recordings, logs, documents, warnings: [...work.warnings, ...warnings, ...logWarnings] };
}

/** The process a transcript file names for itself; undefined when none of the files does. */
export async function readProcessName(files: readonly string[]): Promise<string | undefined> {
  for (const file of files.filter((name) => name.toLowerCase().endsWith('.json'))) {
    const { process } = readTranscript(await readText(OUTSIDE, file), { file: basename(file) });
    if (process !== undefined) return process;
  }
  return undefined;
}

async function readLog(host: Host, source: LogSource, signal: AbortSignal | undefined): Promise<ReadLog> {
  const { format, columns, warnings } = await host.offThread.run(
    'readLogFile',
    [source.file, { ...source.choices, columns: source.columns, access: host.workspace.files.access }],
    signal,
  );
  return { source, format, columns, warnings, kept: undefined };
}

interface DocumentRun {
  readonly warnings: string[];
  readonly refused: MirrorError[];
  readonly signal: AbortSignal | undefined;
}

/** One of many that cannot be read is told of, and costs the others nothing. */
async function readDocument(
  reader: DocumentReader,
  { file, isOneOfMany = false }: DocumentSource,
  { warnings, refused, signal }: DocumentRun,
): Promise<ReadSourceDocument[]> {
  const name = basename(file);
  try {
    const read = await reader.read(file, name, signal);
    warnings.push(...read.warnings.map((warning) => `${name}: ${warning}`));
    return [{ ...read, kept: undefined }];
  } catch (error) {
    if (!isOneOfMany || !(error instanceof MirrorError)) throw error;
    refused.push(error);
    warnings.push(`left out: ${error.message}`);
    return [];
  }
}

/** A recording of windows alone: nobody speaks in it. */
async function readActivity(
  host: Host,
  { file, actor, role }: ActivitySource,
  { warnings, signal }: { readonly warnings: string[]; readonly signal: AbortSignal | undefined },
): Promise<ReadRecording> {
  const seen = await host.offThread.run('readActivityFile', [file, host.workspace.files.access], signal);
  warnings.push(...seen.warnings.map((warning) => `${basename(file)}: ${warning}`));
  const day = new Date(seen.startedAtMs).toISOString().slice(0, 10);
  return {
    source: { kind: 'recording', file, actor, role, title: `Windows of ${actor ?? role ?? 'somebody'} from ${day}` },
    media: undefined,
    transcriptFile: file,
    segments: [],
    events: seen.events,
    actor: actor ?? null,
    role: role ?? null,
    language: 'en',
    durationMs: seen.durationMs,
    startedAtMs: seen.startedAtMs,
    kept: undefined,
  };
}

async function readRecording(host: Host, source: RecordingSource, warnings: string[]): Promise<ReadRecording> {
  const { files } = host.workspace;
  const { transcript: transcriptFile, file } = source;
  if (transcriptFile === undefined) return withoutWords(files, source, await host.media.probe(file));
  const probe = transcriptFile === file ? undefined : await host.media.probe(file);
  const spoken = readTranscript(await readText(files, transcriptFile), {
    file: basename(transcriptFile),
    narrator: source.actor,
  });
  warnings.push(...spoken.warnings.map((warning) => `${basename(transcriptFile)}: ${warning}`));
  if (probe) refuseCut(basename(file), probe, spoken);
  return {
    source,
    media: probe && { file, probe },
    transcriptFile,
    segments: spoken.segments,
    events: source.events === undefined ? spoken.events : await readEventsFile(files, source.events),
    actor: source.actor ?? spoken.narrator?.name ?? null,
    role: source.role ?? spoken.narrator?.role ?? null,
    language: spoken.language ?? 'en',
    durationMs: probe?.durationMs ?? spoken.durationMs,
    kept: undefined,
  };
}

/** Its words are written down later, by a model of this machine or by a person. */
async function withoutWords(files: WorkspaceFiles, source: RecordingSource, probe: MediaProbe): Promise<ReadRecording> {
  return {
    source,
    media: { file: source.file, probe },
    transcriptFile: undefined,
    segments: [],
    events: source.events === undefined ? [] : await readEventsFile(files, source.events),
    actor: source.actor ?? null,
    role: source.role ?? null,
    language: UNKNOWN_LANGUAGE,
    durationMs: probe.durationMs,
    kept: undefined,
  };
}

/** A recording written as a stream tells no length, so a cut one is known only by the words that are missing from it. */
function refuseCut(file: string, probe: MediaProbe, { segments }: TranscriptReading): void {
  const lastWordsMs = segments.at(-1)?.startMs ?? 0;
  if (lastWordsMs <= probe.durationMs + OVERHANG_MS) return;
  const detail = `it ends after ${seconds(probe.durationMs)} s, and its transcript speaks until ${seconds(lastWordsMs)} s`;
  throw new MirrorError('media/truncated', { data: { file, detail } });
}

const seconds = (ms: number): number => Math.round(ms / 1000);

async function readEventsFile(files: WorkspaceFiles, file: string): Promise<UiEvent[]> {
  return readEvents(await readText(files, file), { file: basename(file) });
}

async function readText(files: WorkspaceFiles, file: string): Promise<string> {
  const bytes = await readWhole(files, file);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new MirrorError('transcript/bad-format', {
      data: { file: basename(file), detail: 'it is not UTF-8 text' },
      cause,
    });
  }
}
