// In: an evidence pointer, and a way to look at what is stored. Out: what it points at, ready to be read and played.
import type { Artifact, ArtifactPage } from '../domain/artifact.ts';
import type { Correction } from '../domain/correction.ts';
import type {
  AnswerRef,
  ArtifactRef,
  EvidenceRef,
  EventRef,
  Frame,
  FrameRef,
  LogRef,
  SpeechRef,
} from '../domain/evidence.ts';
import type { ArtifactId, CorrectionId, LogId, RecordingId } from '../domain/ids.ts';
import type { EventLog, RecordingEvidence } from '../domain/process.ts';
import { addressOfFrame } from '../domain/picture.ts';
import type { Citation, LogRow } from '../domain/views.ts';

/** What is stored, by id; undefined when it is not there (any more). */
export interface EvidenceSource {
  recording(id: RecordingId): RecordingEvidence | undefined;
  log(id: LogId): { readonly log: EventLog; readRow(row: number): LogRow | undefined } | undefined;
  correction(id: CorrectionId): Correction | undefined;
  frame(id: RecordingId, atMs: number): Frame | undefined;
  artifact(id: ArtifactId): CitedArtifact | undefined;
}

export interface CitedArtifact {
  readonly artifact: Artifact;
  readPage(page: number): ArtifactPage | undefined;
  /** The first page on which exactly these words stand. */
  findPage(words: string): ArtifactPage | undefined;
}

/** What a pointer points at, or undefined when it resolves to nothing: then the fact that carries it must not be shown. */
export function cite(ref: EvidenceRef, source: EvidenceSource): Citation | undefined {
  switch (ref.kind) {
    case 'speech':
      return citeSpeech(ref, source);
    case 'event':
      return citeEvent(ref, source);
    case 'log':
      return citeLog(ref, source);
    case 'answer':
      return citeAnswer(ref, source);
    case 'artifact':
      return citeArtifact(ref, source);
    case 'frame':
      return citeFrame(ref, source);
  }
}

function citeSpeech(ref: SpeechRef, source: EvidenceSource): Citation | undefined {
  const found = source.recording(ref.recordingId);
  const segment = found?.segments[ref.segment];
  if (found === undefined || segment === undefined) return undefined;
  if (segment.text.slice(ref.charStart, ref.charEnd) !== ref.quote) return undefined;
  return { ref, ...speaker(found), text: ref.quote, context: segment.text, rows: [] };
}

function citeEvent(ref: EventRef, source: EvidenceSource): Citation | undefined {
  const found = source.recording(ref.recordingId);
  const event = found?.events[ref.event];
  if (found === undefined || event === undefined || event.title !== ref.title) return undefined;
  return { ref, ...speaker(found), text: `${event.title} (${event.app})`, context: null, rows: [] };
}

function citeLog(ref: LogRef, source: EvidenceSource): Citation | undefined {
  const found = source.log(ref.logId);
  if (found === undefined) return undefined;
  const rows = ref.rows.map((row) => found.readRow(row)).filter((row) => row !== undefined);
  if (rows.length < ref.rows.length) return undefined;
  const text = ref.count === 1 ? `1 row of ${found.log.name}` : `${ref.count} rows of ${found.log.name}`;
  return { ref, source: found.log.name, actor: null, role: null, text, context: null, rows };
}

/** The picture itself is shown and played from; its words are those read from it, once somebody has. */
function citeFrame(ref: FrameRef, source: EvidenceSource): Citation | undefined {
  const found = source.recording(ref.recordingId);
  const frame = source.frame(ref.recordingId, ref.atMs);
  if (found === undefined || frame === undefined) return undefined;
  const { atMs, widthPx, heightPx, text } = frame;
  const url = addressOfFrame(ref.recordingId, atMs);
  const picture = { atMs, widthPx, heightPx, url, isRead: text !== null };
  return { ref, ...speaker(found), text: firstWords(text), context: text, rows: [], picture };
}

/** A screen has hundreds of words, and the picture is beside them. */
const FIRST_CHARACTERS = 120;

function firstWords(text: string | null): string {
  const words = text?.replaceAll(/\s+/g, ' ').trim();
  if (!words) return 'The screen';
  return words.length <= FIRST_CHARACTERS ? words : `${words.slice(0, words.lastIndexOf(' ', FIRST_CHARACTERS))} …`;
}

/** The question is what the words must be read with. */
function citeAnswer(ref: AnswerRef, source: EvidenceSource): Citation | undefined {
  const command = source.correction(ref.correctionId)?.command;
  if (command?.do !== 'answer' || command.words !== ref.quote) return undefined;
  const found = source.recording(command.question.recordingId);
  return found && { ref, ...speaker(found), text: ref.quote, context: command.question.text, rows: [] };
}

/** The words with the page they stand on; without words, the page itself; without a page, the document. */
function citeArtifact(ref: ArtifactRef, source: EvidenceSource): Citation | undefined {
  const found = source.artifact(ref.artifactId);
  if (found === undefined) return undefined;
  const { name, title } = found.artifact;
  const cited = { ref, actor: null, role: null, rows: [] };
  if (ref.page === undefined && ref.quote === undefined)
    return { ...cited, source: name, text: title ?? name, context: null };
  const page = ref.page === undefined ? found.findPage(ref.quote ?? '') : found.readPage(ref.page);
  if (page === undefined) return undefined;
  const place = `${name}, ${page.name ?? `page ${page.page}`}`;
  if (ref.quote === undefined) return { ...cited, source: place, text: place, context: around(page.text, 0, 0) };
  const at = page.text.indexOf(ref.quote);
  if (at < 0) return undefined;
  return { ...cited, source: place, text: ref.quote, context: around(page.text, at, at + ref.quote.length) };
}

/** What is read along with words: a page may have thousands. */
const AROUND = 300;

function around(text: string, from: number, to: number): string {
  const start = from <= AROUND ? 0 : text.indexOf(' ', from - AROUND) + 1;
  const last = to + AROUND >= text.length ? text.length : text.lastIndexOf(' ', to + AROUND);
  // A text without blanks has no better place to cut.
  const [first, end] = [
    start > from || start === 0 ? Math.max(0, Math.min(start, from)) : start,
    last < to ? to : last,
  ];
  return `${first > 0 ? '… ' : ''}${text.slice(first, end)}${end < text.length ? ' …' : ''}`;
}

function speaker({ recording }: RecordingEvidence): Pick<Citation, 'source' | 'actor' | 'role'> {
  return { source: recording.title, actor: recording.actor, role: recording.role };
}
