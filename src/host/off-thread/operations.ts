// The heavy work, as plain functions of plain data: run in a worker, so that no window and no request waits for it.
import type { RecordingEvidence } from '../../domain/process.ts';
import type { Correction } from '../../domain/correction.ts';
import type { Dictionary } from '../../domain/dictionary.ts';
import type { Extraction, NarratedRecording } from '../../domain/extraction.ts';
import type { Instances, RowColumns } from '../../domain/log.ts';
import type { EventLog, Process } from '../../domain/process.ts';
import type { Progress } from '../../domain/progress.ts';
import type { MinedProcess } from '../../needs/store.ts';
import { findDamage } from '../../../db/check.ts';
import { copyInForm } from '../../../db/reseal.ts';
import { copySealed } from '../../../db/sealed-copy.ts';
import { lexicalVector } from '../../lib/lexical-vector.ts';
import { createWinkTagger } from '../../../models/wink-tagger.ts';
import { buildGraph } from '../../graph/build-graph.ts';
import { mineLog } from '../../graph/mine-log.ts';
import { explainWaiting } from '../../graph/waiting/explain-waiting.ts';
import { detectByEnergy } from '../../ingest/speech/detect-by-energy.ts';
import { findInsights } from '../../insights/find-insights.ts';
import { alignSteps } from '../../steps/align.ts';
import { applyToClusters } from '../../steps/corrections/apply-to-clusters.ts';
import { relateToLog } from '../../steps/corrections/relate-to-log.ts';
import { openNames, relabelColumns } from '../../steps/corrections/relabel-log.ts';
import { checkProcess } from './check-process.ts';
import { previewForWindow } from '../intake/preview.ts';
import { compareSides } from './compare-sides.ts';
import { findEntryPayload, listEntries } from '../egress/read-ledger.ts';
import type { FilesAccess } from '../files/workspace-files.ts';
import { joinWebm } from '../recorder/join-webm.ts';
import { repairWebm } from '../recorder/repair-webm.ts';
import { listChoices } from './list-choices.ts';
import { measurePerformance, measureSpectrum } from './measure-performance.ts';
import { measureSide } from './measure-side.ts';
import type { ActivityReading } from '../../ingest/read-activitywatch.ts';
import { extractRecording } from './extract-recording.ts';
import { readActivityFile } from './read-activity-file.ts';
import { readDocumentFile } from './read-document-file.ts';
import { readLogFile, type LogFile, type LogFileOptions } from './read-log-file.ts';
import {
  answerFrom,
  answerKept,
  answerWithLogs,
  lookUpFrom,
  lookUpKept,
  namesFrom,
  namesKept,
  toolFrom,
  toolKept,
} from './answer-questions.ts';
import { findToRedact, tryRedaction } from './try-redaction.ts';
import { writeExport } from './write-export.ts';

export interface ProcessInput {
  readonly process: Process;
  /** Corrected. */
  readonly narrated: readonly NarratedRecording[];
  /** The whole log: what it says of activities is worked in here. */
  readonly corrections: readonly Correction[];
  readonly logs: readonly { readonly log: EventLog; readonly columns: RowColumns }[];
  readonly instances: Instances;
}

export const OPERATIONS = {
  extractSteps: (evidence: RecordingEvidence, dictionary: Dictionary): AsyncGenerator<Progress, Extraction> =>
    extractRecording(evidence, { tagger: getTagger(), dictionary }),
  mineProcess,
  measureSide,
  compareSides,
  checkProcess,
  listChoices,
  measurePerformance,
  measureSpectrum,
  readLogFile: (file: string, options: LogFileOptions): Promise<LogFile> => readLogFile(file, options),
  readDocumentFile,
  previewForWindow,
  readActivityFile: (file: string, access: FilesAccess): Promise<ActivityReading> => readActivityFile(file, access),
  joinWebm,
  repairWebm,
  writeExport,
  tryRedaction,
  findToRedact,
  findDamage,
  copySealed,
  copyInForm,
  listEntries,
  findEntryPayload,
  detectByEnergy,
  answerKept,
  answerWithLogs,
  answerFrom,
  lookUpKept,
  lookUpFrom,
  namesKept,
  namesFrom,
  toolKept,
  toolFrom,
  embedBySpelling: (texts: readonly string[]): Float32Array[] => texts.map((text) => lexicalVector(text)),
} as const;

export type Operations = typeof OPERATIONS;

function mineProcess({ process, narrated, corrections, logs, instances }: ProcessInput): MinedProcess {
  const { clusters } = applyToClusters(alignSteps(narrated), corrections, narrated);
  const nameOf = openNames(
    logs.map(({ columns }) => columns),
    corrections,
  );
  const saidOfLog = relateToLog(corrections, narrated, nameOf);
  const mined = logs.map(({ log, columns }) => {
    const relabelled = relabelColumns(columns, nameOf);
    const minedLog = mineLog(relabelled, { instances });
    const showsWork = columns.resources.length > 0 && minedLog.activities.some(({ processing }) => processing !== null);
    return { log, mined: minedLog, ...(showsWork && { waiting: explainWaiting(relabelled) }) };
  });
  const graph = buildGraph({ process, recordings: narrated, clusters, logs: mined, saidOfLog });
  return { graph, insights: findInsights({ graph, recordings: narrated, clusters, logs: mined }) };
}

// Loading the language model takes 0.2 s, so it is done once, and only where steps are wanted.
const loaded: { tagger?: ReturnType<typeof createWinkTagger> } = {};
const getTagger = (): ReturnType<typeof createWinkTagger> => (loaded.tagger ??= createWinkTagger());
