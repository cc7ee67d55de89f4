// What the core asks of the place where facts are kept. One writer; every save is one transaction.
import type { Artifact, ArtifactPage } from '../domain/artifact.ts';
import type { Piece, Receipt } from '../domain/capture.ts';
import type { Approval } from '../domain/comparison.ts';
import type { ChatTurn, Thread, ThreadId, ThreadSummary } from '../domain/chat.ts';
import type { Correction } from '../domain/correction.ts';
import type { Extraction, NarratedRecording } from '../domain/extraction.ts';
import type { Frame, ScreenWord, Segment, UiEvent } from '../domain/evidence.ts';
import type { ProcessGraph } from '../domain/graph.ts';
import type {
  ApprovalId,
  ArtifactId,
  CorrectionId,
  JobId,
  LogId,
  ProcessId,
  RecordingId,
  TrackId,
} from '../domain/ids.ts';
import type { RecordingStage, SpeechSpan, StageState } from '../domain/ingest.ts';
import type { Headline, Insights } from '../domain/insights.ts';
import type { LogColumns, RowColumns } from '../domain/log.ts';
import type { EventLog, Process, Recording, RecordingState, Track } from '../domain/process.ts';
import type { Progress } from '../domain/progress.ts';
import type { Proposal, ProposalId } from '../domain/proposal.ts';
import type { SearchEntry } from '../domain/search.ts';
import type { LogRow } from '../domain/views.ts';
import type { WriterEntry, WriterId } from '../domain/writer.ts';

export interface RecordingDraft {
  readonly recording: Recording;
  readonly tracks: readonly Track[];
  readonly segments: readonly Segment[];
  readonly events: readonly UiEvent[];
}

/** A frame without its words. */
export interface Picture extends Omit<Frame, 'text' | 'words'> {
  /** Whether it has text, which may be an empty one. */
  readonly isRead: boolean;
}

/** A picture of a recording, by its time, with its words in the order in which one reads them. */
export interface ReadFrame {
  readonly atMs: number;
  readonly text: string;
  readonly words: readonly ScreenWord[];
}

export interface WrittenSpeech {
  readonly segments: readonly Segment[];
  /** `person`, or what names the model. */
  readonly by: string;
  /** Where it turned out which one is spoken. */
  readonly language?: string | undefined;
}

export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface Job {
  readonly id: JobId;
  readonly kind: string;
  readonly subject: string;
  readonly state: JobState;
  readonly progress: Progress | null;
  readonly problem: string | null;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

/** What entries of the search are of. */
export type SearchSource = { readonly recordingId: RecordingId } | { readonly artifactId: ArtifactId };

/** A text that can be found, with the vector an embedder made of it. */
export interface VectorEntry extends SearchEntry {
  readonly vector: Float32Array;
}

export interface MinedProcess {
  readonly graph: ProcessGraph;
  readonly insights: Insights;
}

export interface WriterCost {
  readonly atMs: number;
  readonly writerId: string;
  readonly usd: number;
}

export interface Store {
  listProcesses(): Process[];
  findProcess(id: ProcessId): Process | undefined;
  findProcessByName(name: string): Process | undefined;
  saveProcess(process: Process): void;
  /** With everything that hangs on it. */
  removeProcess(id: ProcessId): void;

  listRecordings(processId: ProcessId): Recording[];
  findRecording(id: RecordingId): Recording | undefined;
  /** Inserts or replaces the recording with its tracks and evidence; what was derived from it is dropped. */
  saveRecording(draft: RecordingDraft): void;
  setRecordingState(id: RecordingId, state: RecordingState, problem: string | null): void;
  setRecordingTitle(id: RecordingId, title: string): void;
  removeRecording(id: RecordingId): void;
  listTracks(id: RecordingId): Track[];
  findTrack(id: TrackId): Track | undefined;
  listSegments(id: RecordingId): Segment[];
  listEvents(id: RecordingId): UiEvent[];
  findSegment(id: RecordingId, index: number): Segment | undefined;
  findEvent(id: RecordingId, index: number): UiEvent | undefined;

  /** A file of a recording in the making; on the disk when this returns. */
  savePiece(piece: Piece): void;
  listPieces(id: RecordingId): Piece[];
  /** The recording made of its pieces, with its receipt, in their place. */
  saveCaptured(draft: RecordingDraft, made: { readonly receipt: Receipt; readonly frames: readonly Frame[] }): void;
  findReceipt(id: RecordingId): Receipt | undefined;
  /** Of a recording that was thrown away. */
  forgetPieces(id: RecordingId): void;
  /** In order of time. */
  listFrames(id: RecordingId): Frame[];
  findFrame(id: RecordingId, atMs: number): Frame | undefined;
  /** Without what stands on them, in order of time: a day of work has thousands. */
  listPictures(id: RecordingId): Picture[];
  /** In place of all that the recording had. */
  saveFrames(id: RecordingId, frames: readonly Frame[]): void;
  /** What was read on pictures of the recording, each named by its time; the others keep what they have. */
  saveScreens(id: RecordingId, screens: readonly ReadFrame[]): void;

  /** Where somebody speaks, in place of what was found before; in order of time. */
  saveSpans(id: RecordingId, spans: readonly SpeechSpan[]): void;
  listSpans(id: RecordingId): SpeechSpan[];
  /** In place of the words it had; the recording is marked for its steps to be found anew. */
  saveTranscript(id: RecordingId, written: WrittenSpeech): void;
  /** Whoever wrote its words, they may be written anew; until then they stand. */
  forgetWriter(id: RecordingId): void;

  /** Inserts or changes the row of this recording and stage. */
  saveStage(stage: RecordingStage): void;
  /** In the order in which they are worked off; those never planned are not there. */
  listStages(id: RecordingId): RecordingStage[];
  listStagesIn(states: readonly StageState[]): RecordingStage[];

  /** In the place of those the source had; `model` is who made the vectors. Texts must come from this store: they are not cleaned again. */
  saveSearchEntries(
    source: SearchSource,
    made: { readonly entries: readonly VectorEntry[]; readonly model: string },
  ): void;
  /** Documents that have no entries with vectors of this model, and recordings with words that have none at all. */
  listUnsearchable(model: string): SearchSource[];

  saveExtraction(id: RecordingId, extraction: Extraction): void;
  /** Recordings of the process whose steps have been extracted, oldest first. */
  listNarrated(processId: ProcessId): NarratedRecording[];

  /** Adds to what people corrected; nothing is ever changed there. */
  appendCorrection(correction: Correction): void;
  /** Oldest first, those taken back included. */
  listCorrections(processId: ProcessId): Correction[];
  findCorrection(id: CorrectionId): Correction | undefined;

  /** Keeps a graph that a person signed off; nothing is ever changed there but that it can be withdrawn. */
  appendApproval(approval: Approval): void;
  withdrawApproval(id: ApprovalId, atMs: number): void;
  /** Oldest first, withdrawn ones included. */
  listApprovals(processId: ProcessId): Approval[];
  findApproval(id: ApprovalId): Approval | undefined;

  listLogs(processId: ProcessId): EventLog[];
  findLog(id: LogId): EventLog | undefined;
  saveLog(log: EventLog, columns: LogColumns): void;
  readLogColumns(id: LogId): LogColumns;
  /** The same without the names of cases, for mining. */
  readRowColumns(id: LogId): RowColumns;
  /** Reads single rows without unpacking the columns; undefined for a row the log has not. Let it go soon: it holds them. */
  openLogRows(id: LogId): (row: number) => LogRow | undefined;
  setLogName(id: LogId, name: string): void;
  /** With its rows; the graph of its process is dropped. */
  removeLog(id: LogId): void;

  /** Oldest first; attachments follow their mail. */
  listArtifacts(processId: ProcessId): Artifact[];
  findArtifact(id: ArtifactId): Artifact | undefined;
  /** Inserts or replaces the document with its pages. */
  saveArtifact(artifact: Artifact, pages: readonly ArtifactPage[]): void;
  setArtifactName(id: ArtifactId, name: string): void;
  /** With its pages and what was attached to it. */
  removeArtifact(id: ArtifactId): void;
  /** In order, without their text: `characters` says how much there is. */
  listArtifactPages(id: ArtifactId): { page: number; name: string | null; characters: number }[];
  findArtifactPage(id: ArtifactId, page: number): ArtifactPage | undefined;
  /** The first page on which the words stand; undefined when none has them. */
  findPageWith(id: ArtifactId, words: string): ArtifactPage | undefined;

  /** Whether anything stored has its file at this path inside the workspace. */
  isKept(path: string): boolean;

  /** Replaces the derived graph and findings of the process, and the counts it is known by. */
  saveMined(processId: ProcessId, mined: MinedProcess, headline?: Headline): void;
  /** Without reading the graph; undefined when there is none, or an older Mirror stored it without. */
  findHeadline(processId: ProcessId): Headline | undefined;
  findMined(processId: ProcessId): MinedProcess | undefined;

  saveJob(job: Job): void;
  listJobs(): Job[];

  readSetting(key: string): unknown;
  writeSetting(key: string, value: unknown): void;

  /** The newest first; with `text` those alone that have each of its words in a question or an answer. */
  listThreads(processId: ProcessId, text: string): ThreadSummary[];
  findThread(id: ThreadId): Thread | undefined;
  /** At the end of its thread, which begins with it where it is new; or in the place of the turn with its id. */
  saveTurn(thread: { readonly id: ThreadId; readonly processId: ProcessId }, turn: ChatTurn): void;
  removeThread(id: ThreadId): void;

  /** By title. */
  listWriters(): WriterEntry[];
  /** Inserts the writer, or changes the one with its id. Keys are never in it. */
  saveWriter(writer: WriterEntry): void;
  removeWriter(id: WriterId): void;
  /** Of a request that was sent, whether or not its answer is kept. */
  addWriterCost(cost: WriterCost): void;
  /** Of all writers, since a time. */
  spentUsd(sinceMs: number): number;

  /** Of agents; oldest first, decided ones included. */
  listProposals(processId: ProcessId): Proposal[];
  findProposal(id: ProposalId): Proposal | undefined;
  /** Inserts the proposal, or changes the one with its id. */
  saveProposal(proposal: Proposal): void;

  /** Whatever `save` saves is saved as one: all of it or nothing. Nothing slow in it. */
  together(save: () => void): void;

  close(): void;
}
