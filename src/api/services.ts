// What the door needs of the house: implemented once, by the host.
import type { AnswerWish, WrittenAnswer } from '../domain/answer.ts';
import type { DocumentSummary } from '../domain/artifact.ts';
import type { ApprovalSummary, Comparison, GraphPart, GraphSide, LogSlice, SideChoices } from '../domain/comparison.ts';
import type { Conformance } from '../domain/conformance.ts';
import type { Command, Correction, CorrectionList } from '../domain/correction.ts';
import type { EvidenceRef } from '../domain/evidence.ts';
import type { ProcessGraph } from '../domain/graph.ts';
import type { ApprovalId, CorrectionId, LogId, ProcessId, QuestionId, RecordingId } from '../domain/ids.ts';
import type { Instances } from '../domain/log.ts';
import type { PictureSummary, PictureView } from '../domain/picture.ts';
import type { EventLog, Process } from '../domain/process.ts';
import type { AskedQuestion } from '../domain/question.ts';
import type { Performance, Period, Spectrum } from '../domain/performance.ts';
import type { Progress } from '../domain/progress.ts';
import type { SearchAnswer, SearchQuery } from '../domain/search.ts';
import type { Source, Taken } from '../domain/source.ts';
import type {
  Check,
  Citation,
  ExportChoice,
  ExportedFile,
  ProcessSummary,
  ProcessView,
  RecordingSummary,
  RecordingView,
} from '../domain/views.ts';
import type { AgentService } from './agent-service.ts';
import type { ChatService } from './chat-service.ts';
import type { IngestService } from './ingest-service.ts';
import type { DocumentService, IntakeService } from './intake-service.ts';
import type { EgressService, ModelService } from './model-service.ts';
import type { PolicyService } from './policy-service.ts';
import type { WriterService } from './writer-service.ts';
import type { RecorderService } from './recorder-service.ts';
import type { RedactionService } from './redaction-service.ts';
import type { TranscriptService } from './transcript-service.ts';
import type { VaultService } from './vault-service.ts';

/** Something stored has changed; `processId` is null when the list of processes itself has. */
export interface Change {
  readonly changed: 'processes' | 'process';
  readonly processId: ProcessId | null;
}

export interface ExportWish {
  readonly processId: ProcessId;
  readonly format: string;
}

export interface TakeIn {
  readonly process: string;
  readonly sources: readonly Source[];
  /** How much of what sound and pictures hold is worked out before it is over; `map`: nothing of it. */
  readonly waitsFor?: 'map' | 'words' | 'everything' | undefined;
}

export interface ComparedSides {
  readonly before: GraphSide;
  readonly after: GraphSide;
}

export interface ApprovalWish {
  readonly processId: ProcessId;
  readonly name: string;
  readonly part: GraphPart;
  readonly slice?: LogSlice | undefined;
}

export interface CheckWish {
  readonly processId: ProcessId;
  /** The newest in force where none is named. */
  readonly approvalId?: ApprovalId | undefined;
  readonly slice?: LogSlice | undefined;
  /** How many cases and variants are listed at most. */
  readonly limit: number;
}

export interface PerformanceWish {
  readonly processId: ProcessId;
  readonly slice?: LogSlice | undefined;
  /** The shortest that is readable where none is named. */
  readonly period?: Period | undefined;
  /** Of each list, how many entries at most. */
  readonly limit: number;
}

export interface SpectrumWish {
  readonly processId: ProcessId;
  readonly slice?: LogSlice | undefined;
  /** Labels of two activities. */
  readonly source: string;
  readonly target: string;
  readonly bins: number;
  /** How many passings at most. */
  readonly limit: number;
}

/** Of a recorded screen. */
export interface PictureService {
  /** In order of time. */
  list(id: RecordingId): PictureSummary[];
  /** Of exactly that time. */
  view(id: RecordingId, atMs: number): PictureView;
}

/** Each throws MirrorError for what a person can do something about. */
export interface Services {
  info(): { version: string; workspace: string; door: 'desktop' | 'web' | 'terminal' };
  /** Yields until `signal` aborts. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<Change, void>;
  doctor(): Promise<Check[]>;
  listProcesses(): ProcessSummary[];
  openProcess(id: ProcessId): ProcessView;
  findProcess(name: string): Process;
  listContents(id: ProcessId): { recordings: RecordingSummary[]; logs: EventLog[]; documents: DocumentSummary[] };
  renameProcess(id: ProcessId, name: string): Promise<void>;
  removeProcess(id: ProcessId): Promise<void>;
  renameRecording(id: RecordingId, title: string): Promise<void>;
  removeRecording(id: RecordingId): Promise<void>;
  renameLog(id: LogId, name: string): Promise<void>;
  removeLog(id: LogId): Promise<void>;
  backup(file: string): Promise<{ sizeBytes: number }>;
  mineGraph(id: ProcessId, instances: Instances, signal: AbortSignal | undefined): Promise<ProcessGraph>;
  takeIn(request: TakeIn, signal: AbortSignal | undefined): AsyncGenerator<Progress, Taken>;
  listExports(id: ProcessId): ExportChoice[];
  exportProcess(request: ExportWish, signal: AbortSignal | undefined): AsyncGenerator<Progress, ExportedFile>;
  exportTo(
    request: ExportWish & { readonly file: string },
    signal: AbortSignal | undefined,
  ): AsyncGenerator<Progress, { sizeBytes: number }>;
  readonly recorder: RecorderService;
  readonly intake: IntakeService;
  readonly ingest: IngestService;
  readonly transcripts: TranscriptService;
  readonly documents: DocumentService;
  readonly redaction: RedactionService;
  readonly models: ModelService;
  readonly egress: EgressService;
  readonly agents: AgentService;
  readonly chat: ChatService;
  readonly policy: PolicyService;
  readonly vault: VaultService;
  readonly writers: WriterService;
  openRecording(id: RecordingId): RecordingView;
  readonly pictures: PictureService;
  ask(wish: AnswerWish, signal?: AbortSignal): Promise<WrittenAnswer>;
  search(query: SearchQuery, signal?: AbortSignal): Promise<SearchAnswer>;
  cite(refs: readonly EvidenceRef[]): (Citation | null)[];
  countEvidence(id: ProcessId): { facts: number; missing: number };
  listCorrections(id: ProcessId): CorrectionList;
  correct(id: ProcessId, command: Command): Promise<Correction>;
  /** Of the last correction in force, or the one named; null when there is none. */
  undo(id: ProcessId, correctionId: CorrectionId | undefined): Promise<Correction | null>;
  redo(id: ProcessId): Promise<Correction | null>;
  listQuestions(id: ProcessId): AskedQuestion[];
  answerQuestion(id: ProcessId, answer: { questionId: QuestionId; value: string }): Promise<Correction>;
  skipQuestion(id: ProcessId, questionId: QuestionId): Promise<Correction>;
  listSideChoices(id: ProcessId, signal: AbortSignal | undefined): Promise<SideChoices>;
  compare(sides: ComparedSides, signal: AbortSignal | undefined): Promise<Comparison>;
  listApprovals(id: ProcessId): ApprovalSummary[];
  approve(wish: ApprovalWish, signal: AbortSignal | undefined): Promise<ApprovalSummary>;
  withdraw(id: ApprovalId): ApprovalSummary;
  conform(wish: CheckWish, signal: AbortSignal | undefined): Promise<Conformance>;
  measurePerformance(wish: PerformanceWish, signal: AbortSignal | undefined): Promise<Performance>;
  measureSpectrum(wish: SpectrumWish, signal: AbortSignal | undefined): Promise<Spectrum>;
  loadSamples(signal: AbortSignal | undefined): AsyncGenerator<Progress, { processId: ProcessId; warnings: string[] }>;
}
