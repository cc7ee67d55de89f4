// What the door needs of the house: implemented once, by the host.
import type { Command, Correction, CorrectionList } from '../domain/correction.ts';
import type { EvidenceRef } from '../domain/evidence.ts';
import type { CorrectionId, ProcessId, QuestionId, RecordingId } from '../domain/ids.ts';
import type { AskedQuestion } from '../domain/question.ts';
import type { Progress } from '../domain/progress.ts';
import type { Check, Citation, ProcessSummary, ProcessView, RecordingView } from '../domain/views.ts';

/** Something stored has changed; `processId` is null when the list of processes itself has. */
export interface Change {
  readonly changed: 'processes' | 'process';
  readonly processId: ProcessId | null;
}

export interface ExportedFile {
  readonly fileName: string;
  readonly mimeType: string;
  readonly text: string;
}

/** Each throws MirrorError for what a person can do something about. */
export interface Services {
  info(): { version: string; workspace: string; door: 'desktop' | 'web' | 'terminal' };
  /** Yields until `signal` aborts. */
  watch(signal: AbortSignal | undefined): AsyncGenerator<Change, void>;
  doctor(): Promise<Check[]>;
  listProcesses(): ProcessSummary[];
  openProcess(id: ProcessId): ProcessView;
  exportProcess(id: ProcessId, format: string): Promise<ExportedFile>;
  openRecording(id: RecordingId): RecordingView;
  cite(refs: readonly EvidenceRef[]): (Citation | null)[];
  listCorrections(id: ProcessId): CorrectionList;
  correct(id: ProcessId, command: Command): Promise<Correction>;
  /** Of the last correction in force, or the one named; null when there is none. */
  undo(id: ProcessId, correctionId: CorrectionId | undefined): Promise<Correction | null>;
  redo(id: ProcessId): Promise<Correction | null>;
  listQuestions(id: ProcessId): AskedQuestion[];
  answerQuestion(id: ProcessId, answer: { questionId: QuestionId; value: string }): Promise<Correction>;
  skipQuestion(id: ProcessId, questionId: QuestionId): Promise<Correction>;
  loadSamples(signal: AbortSignal | undefined): AsyncGenerator<Progress, { processId: ProcessId }>;
}
