// The one door to the core: what can be asked, what comes back. Windows, terminal, tests and agents all use it.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { AnswerWish, WrittenAnswer } from '../../domain/answer.ts';
import { DocumentSummary } from '../../domain/artifact.ts';
import {
  Approval,
  ApprovalSummary,
  Comparison,
  GraphPart,
  GraphSide,
  LogSlice,
  SideChoices,
} from '../../domain/comparison.ts';
import { Conformance } from '../../domain/conformance.ts';
import { Command, Correction, CorrectionList } from '../../domain/correction.ts';
import { EvidenceRef, OffsetMs } from '../../domain/evidence.ts';
import { ProcessGraph } from '../../domain/graph.ts';
import { ApprovalId, CorrectionId, LogId, ProcessId, QuestionId, RecordingId } from '../../domain/ids.ts';
import { Instances } from '../../domain/log.ts';
import { Performance, Period, Spectrum } from '../../domain/performance.ts';
import { PictureSummary, PictureView } from '../../domain/picture.ts';
import { EventLog, Process } from '../../domain/process.ts';
import { AskedQuestion } from '../../domain/question.ts';
import { Progress } from '../../domain/progress.ts';
import { SearchAnswer, SearchQuery } from '../../domain/search.ts';
import { Source, Taken } from '../../domain/source.ts';
import {
  Check,
  Citation,
  ExportChoice,
  ExportedFile,
  ProcessSummary,
  ProcessView,
  RecordingSummary,
  RecordingView,
} from '../../domain/views.ts';
import { agentContract } from './agents.ts';
import { base } from './base.ts';
import { chatContract } from './chat.ts';
import { policyContract, writerContract } from './chat.ts';
import { ingestContract } from './ingest.ts';
import { documentContract, intakeContract } from './intake.ts';
import { egressContract, modelContract } from './models.ts';
import { recorderContract } from './recorder.ts';
import { redactionContract } from './redaction.ts';
import { transcriptContract } from './transcript.ts';
import { vaultContract } from './vault.ts';

export const contract = {
  app: {
    info: base.output(
      z.object({ version: z.string(), workspace: z.string(), door: z.enum(['desktop', 'web', 'terminal']) }),
    ),
    /** Says that stored facts have changed; never carries them. */
    watch: base.output(
      eventIterator(z.object({ changed: z.enum(['processes', 'process']), processId: ProcessId.nullable() })),
    ),
    doctor: base.output(z.array(Check)),
  },
  process: {
    list: base.output(z.array(ProcessSummary)),
    open: base.input(z.object({ processId: ProcessId })).output(ProcessView),
    /** By its name as people type it: capitals and spaces do not matter. */
    find: base.input(z.object({ name: z.string() })).output(Process),
    contents: base.input(z.object({ processId: ProcessId })).output(
      z.object({
        recordings: z.array(RecordingSummary),
        logs: z.array(EventLog),
        documents: z.array(DocumentSummary),
      }),
    ),
    rename: base.input(z.object({ processId: ProcessId, name: z.string() })).output(z.void()),
    /** For good, with everything that was taken into it. */
    remove: base.input(z.object({ processId: ProcessId })).output(z.void()),
    /** Mined anew, whole: what is stored leaves out the rarest pairs of people. */
    graph: base.input(z.object({ processId: ProcessId, instances: Instances })).output(ProcessGraph),
    /**
     * Takes files of this machine into a process, known or new; paths are absolute. Cancelling stops it: what was kept
     * whole by then is finished in the background. Refused to a page in a browser, which must not name files.
     */
    takeIn: base
      .input(
        z.object({
          process: z.string(),
          sources: z.array(Source).min(1),
          /** Words first, always; pictures are read in the background unless everything is waited for. */
          waitsFor: z.enum(['words', 'everything']).default('words'),
        }),
      )
      .output(eventIterator(Progress, Taken)),
    /** The formats this process can be saved in, and those it cannot, with why. */
    formats: base.input(z.object({ processId: ProcessId })).output(z.array(ExportChoice)),
    /** Writes a file that a window can download until the next start. Cancelling leaves nothing behind. */
    export: base
      .input(z.object({ processId: ProcessId, format: z.string() }))
      .output(eventIterator(Progress, ExportedFile)),
    /** Writes a file of this machine, whole or not at all; the path is absolute. Refused to a page in a browser. */
    exportTo: base
      .input(z.object({ processId: ProcessId, format: z.string(), file: z.string() }))
      .output(eventIterator(Progress, z.object({ sizeBytes: z.int() }))),
  },
  recording: {
    open: base.input(z.object({ recordingId: RecordingId })).output(RecordingView),
    /** In order of time. */
    pictures: base.input(z.object({ recordingId: RecordingId })).output(z.array(PictureSummary)),
    /** The one of exactly that time, with what was read on it. */
    picture: base.input(z.object({ recordingId: RecordingId, atMs: OffsetMs })).output(PictureView),
    rename: base.input(z.object({ recordingId: RecordingId, title: z.string() })).output(z.void()),
    /** For good, with every correction that quotes it. */
    remove: base.input(z.object({ recordingId: RecordingId })).output(z.void()),
  },
  recorder: recorderContract,
  /** Files that a window sends. */
  intake: intakeContract,
  /** The words of a recording, put right by a person. */
  transcript: transcriptContract,
  /** What is made of sound and pictures, stage by stage. */
  ingest: ingestContract,
  document: documentContract,
  /** What is replaced in text before it is stored. */
  redaction: redactionContract,
  models: modelContract,
  egress: egressContract,
  /** What may leave this machine, to whom, and who must agree. */
  policy: policyContract,
  vault: vaultContract,
  writer: writerContract,
  /** Over the Model Context Protocol. */
  agents: agentContract,
  log: {
    rename: base.input(z.object({ logId: LogId, name: z.string() })).output(z.void()),
    remove: base.input(z.object({ logId: LogId })).output(z.void()),
  },
  workspace: {
    /** The database in one file, while work goes on; media are not in it. Refused to a page in a browser. */
    backup: base.input(z.object({ file: z.string() })).output(z.object({ sizeBytes: z.int() })),
  },
  evidence: {
    /** Over all that was said, shown and written; the best first, each with the moment it opens. */
    search: base.input(SearchQuery).output(SearchAnswer),
    /** One citation per pointer, in the same order; null where a pointer resolves to nothing. */
    cite: base.input(z.object({ refs: z.array(EvidenceRef).max(200) })).output(z.array(Citation.nullable())),
    /** Over every fact of a process: how many there are, and how many point at nothing. */
    count: base.input(z.object({ processId: ProcessId })).output(z.object({ facts: z.int(), missing: z.int() })),
  },
  /** Each answers when the map holds it. Undo and redo answer the entry they added, null when there is nothing to do. */
  corrections: {
    list: base.input(z.object({ processId: ProcessId })).output(CorrectionList),
    apply: base.input(z.object({ processId: ProcessId, command: Command })).output(Correction),
    /** Of the last correction in force, or of the one named, whenever that was. */
    undo: base
      .input(z.object({ processId: ProcessId, correctionId: CorrectionId.optional() }))
      .output(Correction.nullable()),
    redo: base.input(z.object({ processId: ProcessId })).output(Correction.nullable()),
  },
  /** What Mirror asks narrators. Answers are entries of the log of corrections: undoing one opens its question again. */
  questions: {
    /** Open ones first. */
    list: base.input(z.object({ processId: ProcessId })).output(z.array(AskedQuestion)),
    /** `value` in the person's own words: "two days", "yes", "the carrier". */
    answer: base
      .input(z.object({ processId: ProcessId, questionId: QuestionId, value: z.string().trim().min(1).max(2000) }))
      .output(Correction),
    skip: base.input(z.object({ processId: ProcessId, questionId: QuestionId })).output(Correction),
  },
  /** Two graphs side by side, graphs signed off, and the cases that go another way than those allow. */
  compare: {
    choices: base.input(z.object({ processId: ProcessId })).output(SideChoices),
    run: base.input(z.object({ before: GraphSide, after: GraphSide })).output(Comparison),
    approvals: base.input(z.object({ processId: ProcessId })).output(z.array(ApprovalSummary)),
    /** Keeps the graph as it is now, or that of a slice, under a name no other one in force has. */
    approve: base
      .input(
        z.object({
          processId: ProcessId,
          name: Approval.shape.name,
          part: GraphPart,
          slice: LogSlice.optional(),
        }),
      )
      .output(ApprovalSummary),
    withdraw: base.input(z.object({ approvalId: ApprovalId })).output(ApprovalSummary),
    /** Against the newest approved graph in force, or the one named; at most `limit` cases and variants are listed. */
    conform: base
      .input(
        z.object({
          processId: ProcessId,
          approvalId: ApprovalId.optional(),
          slice: LogSlice.optional(),
          limit: z.int().min(1).max(1_000_000).default(200),
        }),
      )
      .output(Conformance),
  },
  /** Times, repeats and batches by the event logs of a process, whole or of a slice. */
  performance: {
    /** `period` of the throughput, the shortest readable where none is named; each list holds at most `limit`. */
    measure: base
      .input(
        z.object({
          processId: ProcessId,
          slice: LogSlice.optional(),
          period: Period.optional(),
          limit: z.int().min(1).max(1_000_000).default(200),
        }),
      )
      .output(Performance),
    /** Every passing of one way, in bins, and at most `limit` of them one by one. */
    spectrum: base
      .input(
        z.object({
          processId: ProcessId,
          slice: LogSlice.optional(),
          source: z.string(),
          target: z.string(),
          bins: z.int().min(1).max(2000).default(120),
          limit: z.int().min(1).max(1_000_000).default(1500),
        }),
      )
      .output(Spectrum),
  },
  /** A question about a process in plain words; every sentence of the answer is cited. Read only. */
  ask: base.input(AnswerWish).output(WrittenAnswer),
  /** Questions in conversations that are kept, answered by rules or by a model. */
  chat: chatContract,
  samples: {
    /** Takes the bundled sample process into this workspace. Doing it twice changes nothing. */
    load: base.output(eventIterator(Progress, z.object({ processId: ProcessId, warnings: z.array(z.string()) }))),
  },
};
