// Stage "keep". In: what was read. Out: the same, stored: media by content hash, evidence in one transaction each.
import { basename, extname } from 'node:path';
import { LogId, RecordingId, TrackId } from '../../domain/ids.ts';
import type { EventLog, Process, Recording, Track } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import { sayReplaced } from '../../evidence/redact/placeholders.ts';
import { shortHash } from '../../lib/short-hash.ts';
import { keepDocument } from '../documents/keep-document.ts';
import { hashContent } from '../files/whole-file.ts';
import { type Host, processChanged, processesChanged } from '../host.ts';
import { readRedactionCounts } from '../redaction/rules-setting.ts';
import { stageFile, type StagedFile } from '../stage-file.ts';
import type { ReadLog, ReadRecording, ReadSourceDocument, Work } from './work.ts';

export async function* keepEvidence(host: Host, work: Work, signal?: AbortSignal): AsyncGenerator<Progress, Work> {
  const total = work.recordings.length + work.logs.length + work.documents.length;
  const recordings: ReadRecording[] = [];
  const logs: ReadLog[] = [];
  const documents: ReadSourceDocument[] = [];
  const before = listKept(host, work.process);
  for (const read of work.recordings) {
    yield { stage: 'keep', done: recordings.length, total, unit: 'files' };
    recordings.push(await keepRecording(host, work.process, read, signal));
  }
  for (const read of work.logs) {
    yield { stage: 'keep', done: recordings.length + logs.length, total, unit: 'files' };
    logs.push(await keepLog(host, work.process, read, signal));
  }
  for (const read of work.documents) {
    yield { stage: 'keep', done: recordings.length + logs.length + documents.length, total, unit: 'files' };
    const keepIt = (staged: StagedFile, save: () => void): Promise<void> => keepWhole(host, work.process, staged, save);
    documents.push({
      ...read,
      kept: await keepDocument(host, read, { process: work.process, keepWhole: keepIt, signal }),
    });
  }
  yield { stage: 'keep', done: total, total, unit: 'files' };
  host.announce(processesChanged);
  host.announce(processChanged(work.process.id));
  const again = [...recordings, ...logs].filter(({ kept }) => kept && before.has(idOf(kept)));
  const told = [
    ...again.map(({ source }) => source.file),
    ...documents.flatMap((each) => (each.kept?.isNew ? [] : [each.name])),
  ];
  const redacted = sayRedacted(host, { recordings, logs, documents });
  return { ...work, recordings, logs, documents, warnings: [...work.warnings, ...told.map(sayKnown), ...redacted] };
}

/** People take a file in again when they are unsure whether they have: they are told, and nothing is there twice. */
const sayKnown = (file: string): string =>
  `${basename(file)}: already in this process; it was read again in its place, and nothing was added`;

/** One line for each in which something was: what is not there cannot be searched for, and somebody should know why. */
function sayRedacted({ store }: Host, kept: Pick<Work, 'recordings' | 'logs' | 'documents'>): string[] {
  const counts = readRedactionCounts(store);
  const named = [
    ...[...kept.recordings, ...kept.logs].flatMap((each) => (each.kept ? [[each.source.file, idOf(each.kept)]] : [])),
    ...kept.documents.flatMap((each) => (each.kept ? [[each.name, each.kept.id]] : [])),
  ];
  return named.flatMap(([file = '', id = '']) => {
    const redacted = counts[id];
    return redacted ? [`${basename(file)}: ${sayReplaced(redacted)}`] : [];
  });
}

const listKept = ({ store }: Host, { id }: Process): ReadonlySet<string> =>
  new Set([...store.listRecordings(id), ...store.listLogs(id)].map((each) => each.id));

const idOf = (kept: NonNullable<ReadRecording['kept'] | ReadLog['kept']>): string =>
  'recording' in kept ? kept.recording.id : kept.id;

async function keepRecording(
  host: Host,
  process: Process,
  read: ReadRecording,
  signal: AbortSignal | undefined,
): Promise<ReadRecording> {
  const texts = [...read.segments.map(({ text }) => text), ...read.events.map(({ title }) => title)];
  await host.lookAhead(process.id, texts, signal);
  const staged = read.media && (await stageFile(host.workspace, read.media.file, { folder: 'media', signal }));
  const known = findKnown(host, process, { read, staged });
  // The words it has by now are more than none, and what was made of them stays.
  if (known && read.transcriptFile === undefined) {
    await staged?.discard();
    return { ...read, kept: { recording: known, tracks: host.store.listTracks(known.id) } };
  }
  const recording = await describeRecording(host, process, { read, staged, known });
  const tracks = read.media && staged ? [describeTrack(recording.id, read.media, staged)] : [];
  const words = wordsOf(host, recording, read);
  await keepWhole(host, process, staged, () => host.store.saveRecording({ ...words, tracks, events: read.events }));
  return { ...read, kept: { recording, tracks } };
}

async function keepLog(host: Host, process: Process, read: ReadLog, signal: AbortSignal | undefined): Promise<ReadLog> {
  const staged = await stageFile(host.workspace, read.source.file, { folder: 'artifacts', signal });
  const id = LogId.parse(`log-${shortHash(`${process.id} ${staged.sha256}`)}`);
  const kept: EventLog = {
    id,
    processId: process.id,
    name: host.store.findLog(id)?.name ?? basename(read.source.file),
    format: read.format,
    sha256: staged.sha256,
    path: staged.path,
    events: read.columns.caseOf.length,
    cases: read.columns.cases.length,
    warnings: [...read.warnings],
    createdAtMs: host.clock.nowMs(),
  };
  await keepWhole(host, process, staged, () => host.store.saveLog(kept, read.columns));
  return { ...read, kept };
}

/** The file first, then the row that names it; when the row cannot be written the file goes again. */
async function keepWhole(
  host: Host,
  process: Process,
  staged: StagedFile | undefined,
  save: () => void,
): Promise<void> {
  try {
    await staged?.keep();
    if (host.store.findProcess(process.id) === undefined) host.store.saveProcess(process);
    save();
  } catch (error) {
    await staged?.discard();
    throw error;
  }
}

/** The id is made of the content, so that taking in the same recording twice gives one recording. */
async function describeRecording(
  host: Host,
  process: Process,
  { read, staged, known: same }: Given & { readonly known: Recording | undefined },
): Promise<Recording> {
  const words = read.transcriptFile === undefined ? '' : await hashContent(host.workspace.files, read.transcriptFile);
  const id =
    same?.id ?? RecordingId.parse(`recording-${shortHash([process.id, staged?.sha256 ?? '', words].join(' '))}`);
  // Taken in again without saying who it was, it stays who it was.
  const known = host.store.findRecording(id);
  const actor = read.actor ?? known?.actor ?? null;
  const role = read.role ?? known?.role ?? null;
  const others = host.store.listRecordings(process.id).filter((recording) => recording.id !== id);
  return {
    id,
    processId: process.id,
    title: read.source.title ?? givenTitle(read, known) ?? ownTitle(others, { ...read, actor, role }),
    actor,
    role,
    language: read.language,
    durationMs: read.durationMs,
    state: 'ingesting',
    problem: null,
    startedAtMs: read.startedAtMs ?? null,
    timeZone: null,
    createdAtMs: known?.createdAtMs ?? host.clock.nowMs(),
  };
}

/** What a person has written over the words of the file stays, whoever brings that file again. */
function wordsOf({ store }: Host, recording: Recording, { segments }: ReadRecording) {
  const isEdited = store.findRecording(recording.id)?.transcriptBy === 'person';
  if (!isEdited) return { recording, segments };
  return { recording: { ...recording, transcriptBy: 'person' }, segments: store.listSegments(recording.id) };
}

interface Given {
  readonly read: ReadRecording;
  readonly staged: StagedFile | undefined;
}

/** A recording of the same media that lacks its words, or of which this one brings none. */
function findKnown({ store }: Host, process: Process, { read, staged }: Given): Recording | undefined {
  if (staged === undefined) return undefined;
  const same = store
    .listRecordings(process.id)
    .filter(({ id }) => store.listTracks(id).some(({ sha256 }) => sha256 === staged.sha256));
  if (read.transcriptFile === undefined) return same[0];
  return same.find(({ transcriptBy = 'model:' }) => transcriptBy.startsWith('model:'));
}

/** A title that a person gave it, rather than one made of its file. */
function givenTitle(read: ReadRecording, known: Recording | undefined): string | undefined {
  if (known === undefined) return undefined;
  const made = { ...read, actor: known.actor, role: known.role };
  return known.title === titleFor(made) || known.title === longTitleFor(made) ? undefined : known.title;
}

/** Its file's name, which people give it for what it is about; one of the same name is told apart by who it was. */
function ownTitle(others: readonly Recording[], read: ReadRecording): string {
  const title = titleFor(read);
  return others.some((other) => other.title === title) ? longTitleFor(read) : title;
}

const titleFor = ({ source }: ReadRecording): string => basename(source.file, extname(source.file));

function longTitleFor(read: ReadRecording): string {
  const who = [read.actor, read.role].filter(Boolean).join(', ');
  return who === '' ? titleFor(read) : `${titleFor(read)}: ${who}`;
}

function describeTrack(
  recordingId: RecordingId,
  media: NonNullable<ReadRecording['media']>,
  staged: StagedFile,
): Track {
  return {
    id: TrackId.parse(`track-${shortHash(`${recordingId} ${staged.sha256}`)}`),
    kind: media.probe.video ? 'screen' : 'microphone',
    path: staged.path,
    mimeType: media.probe.mimeType,
    sizeBytes: staged.sizeBytes,
    sha256: staged.sha256,
    durationMs: media.probe.durationMs,
    widthPx: media.probe.video?.widthPx ?? null,
    heightPx: media.probe.video?.heightPx ?? null,
    hasAudio: media.probe.hasAudio,
  };
}
