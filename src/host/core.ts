// Where everything meets: a workspace is opened and the services of the door are put together. Nothing is composed elsewhere.
import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { createRouterClient } from '@orpc/server';
import { backupDatabase } from '../../db/backup.ts';
import type { MirrorDatabase } from '../../db/database.ts';
import { openDatabase } from '../../db/open.ts';
import { createStore } from '../../db/store.ts';
import type { MirrorClient } from '../api/client.ts';
import { type ApiContext, router } from '../api/router.ts';
import type { Change, Services } from '../api/services.ts';
import { createHub } from '../lib/signal-hub.ts';
import { viewDocument, viewPage } from './documents/view-documents.ts';
import { createIngest, type IngestOptions } from './ingest/ingest.ts';
import { createIngestService } from './ingest/ingest-service.ts';
import { STAGES } from './ingest/stages.ts';
import { createIntakes } from './intake/intake.ts';
import { createAsking } from './ask/ask.ts';
import { citeAll, countEvidence } from './citations.ts';
import { approve, listApprovals, withdraw } from './approvals.ts';
import { compare, conform, listSideChoices } from './comparisons.ts';
import { correct, listCorrections, redo, undo } from './corrections.ts';
import { createDetached, type Detached } from './detached.ts';
import { runDoctor } from './doctor.ts';
import { createEgress, type Egress, type EgressOptions } from './egress/gate.ts';
import { createLedger } from './egress/ledger.ts';
import { exportToFile, exportToWorkspace, listExports } from './exports.ts';
import { mineStored } from './flow/rebuild-graph.ts';
import type { Host } from './host.ts';
import {
  finishRemovals,
  removeDocument,
  removeLog,
  removeProcess,
  removeRecording,
  renameDocument,
  renameLog,
  renameProcess,
  renameRecording,
} from './housekeeping.ts';
import type { SoundMethods } from './engines/sound.engine.ts';
import { createSpeechEngines } from './engines/speech-engines.ts';
import { createScreenReaders } from './engines/screen-readers.ts';
import { startEngine } from './engines/start-engine.ts';
import { dropSound } from './media/sound.ts';
import { createFfmpegFinder } from './media/find-ffmpeg.ts';
import { mediaReader } from './media.ts';
import { createModelService, type ModelServiceOptions } from './models/model-service.ts';
import { defaultModelsFolder, type ModelsFolder, openModelsFolder } from './models/models-folder.ts';
import { createOffThread, type OffThread } from './off-thread/pool.ts';
import { requireOutside } from './outside.ts';
import { measurePerformance, measureSpectrum } from './performance.ts';
import { createPictureService } from './pictures.ts';
import { createRecorder, type Recorder, type RecorderOptions } from './recorder/recorder.ts';
import { answerQuestion, listQuestions, skipQuestion } from './questions.ts';
import { finishAll, finishProcess, resumeUnfinished } from './resume.ts';
import { type FoundAhead, lookAhead } from './redaction/found-ahead.ts';
import { listNames } from './redaction/list-names.ts';
import { createRedactionService } from './redaction/redaction-service.ts';
import { redactBeforeSaving } from './redaction/redacting-store.ts';
import { loadSamples } from './load-samples.ts';
import { createSearch } from './search/search-service.ts';
import { searchWhole } from './search/search-whole.ts';
import { takeIn } from './take-in.ts';
import { createTranscripts } from './transcripts.ts';
import { getProcess, getProcessByName, listContents, viewProcess, viewProcesses, viewRecording } from './views.ts';
import { VERSION } from './version.ts';
import { findWindowSource } from './windows/find-window-source.ts';
import { clearIncoming, openWorkspace, type Workspace } from './workspace.ts';

export interface CoreOptions {
  readonly workspace: string;
  readonly door: 'desktop' | 'web' | 'terminal';
  readonly nowMs?: () => number;
  readonly reportBug?: (error: unknown, reference: string) => void;
  /** The worker for heavy work, of whoever opens many cores; it stays open. Otherwise the core has one of its own. */
  readonly offThread?: OffThread;
  /** Where models are kept, if not where this system keeps such things. */
  readonly models?: string;
  /** For tests and benches. */
  readonly recorder?: Partial<RecorderOptions>;
  readonly ingest?: Partial<IngestOptions>;
  /** Whether what takes long is worked off in the background; otherwise in every door that stays open. */
  readonly worksInBackground?: boolean;
  readonly egress?: Pick<EgressOptions, 'patienceMs'> & Pick<ModelServiceOptions, 'pausesMs'>;
}

/** One opened workspace. Close it: it holds the workspace's lock. */
export interface Core {
  readonly host: Host;
  readonly context: ApiContext;
  /** The typed API, in process. */
  readonly client: MirrorClient;
  readonly recorder: Recorder;
  close(): Promise<void>;
}

/** @throws workspace/not-empty, workspace/locked, workspace/damaged, workspace/newer */
export async function createCore(options: CoreOptions): Promise<Core> {
  const workspace = openWorkspace(options.workspace);
  const database = openDatabase(workspace.database);
  try {
    return await compose(options, workspace, database);
  } catch (error) {
    // Or its lock would stay with this process, which may well try again.
    database.close();
    throw error;
  }
}

async function compose(options: CoreOptions, workspace: Workspace, database: MirrorDatabase): Promise<Core> {
  clearIncoming(workspace);
  const hub = createHub<Change>((a, b) => a.changed === b.changed && a.processId === b.processId);
  const found: FoundAhead = new Map();
  const store = redactBeforeSaving(createStore(database), listNames, found);
  const offThread = options.offThread ?? createOffThread();
  const reportBug = options.reportBug ?? reportToStderr;
  const modelsFolder = openModelsFolder(options.models ?? defaultModelsFolder());
  const clock = { nowMs: options.nowMs ?? Date.now };
  const egress = createEgress({
    ledger: createLedger(workspace.file('egress.jsonl'), randomUUID),
    clock,
    env: process.env,
    ...options.egress,
  });
  const host: Host = {
    workspace,
    store,
    media: mediaReader,
    offThread,
    sound: startEngine<SoundMethods>(new URL('./engines/sound.engine.ts', import.meta.url), {
      name: 'The reader of sound',
    }),
    ffmpeg: createFfmpegFinder(process.env),
    speech: createSpeechEngines({ models: modelsFolder, store, offThread, egress }),
    screens: createScreenReaders({ models: modelsFolder }),
    ingest: createIngest({
      stages: STAGES,
      isRecording: async () => (await recorder.health()).running !== null,
      reportBug,
      whenSettled: dropSound,
      ...options.ingest,
    }),
    search: createSearch({ store, database: workspace.database, models: modelsFolder, offThread }),
    clock,
    lookAhead: (processId, texts, signal) => lookAhead({ store, offThread, found }, { processId, texts }, signal),
    asking: createAsking(),
    announce: (change) => {
      host.asking.forget(change.processId);
      hub.announce(change);
    },
  };
  const detached = createDetached();
  const backup = async (file: string): Promise<{ sizeBytes: number }> => {
    requireOutside(workspace, file);
    await backupDatabase(database, file);
    return { sizeBytes: (await stat(file)).size };
  };
  await finishRemovals(host);
  await resumeUnfinished(host, (error, process) => reportBug(error, process.name));
  // After it: what the recorder saves from an earlier run is worked out on its own.
  const recorder = createRecorder(host, {
    report: reportBug,
    windows: findWindowSource(process),
    whenKept: (process) => detached.start(`finish ${process.id}`, (stop) => finishProcess(host, process, stop)),
    ...options.recorder,
  });
  // What is under way at a closing door goes on at the next that stays open; a command of the terminal is gone too soon.
  const goOn = (name: string): void => {
    if (!staysOpen(options)) return;
    detached.start(name, (stop) => finishAll(host, stop, (error, process) => reportBug(error, process.name)));
  };
  // Never before the window is drawn; it listens as soon as it is.
  const drawn = Promise.withResolvers<void>();
  void Promise.race([drawn.promise, delay(LONGEST_OPENING_MS, undefined, { ref: false })]).then(() => goOn('ingest'));
  const watch: Services['watch'] = (signal) => {
    drawn.resolve();
    return hub.listen(signal);
  };
  const services = createServices(host, options, { watch, detached, backup, recorder, egress, modelsFolder, goOn });
  const context: ApiContext = { services, namesFiles: true, reportBug };
  return {
    host,
    context,
    client: createRouterClient(router, { context }),
    recorder,
    close: async () => {
      await recorder.close();
      await detached.close();
      await host.sound.close();
      await host.speech.close();
      await host.screens.close();
      await host.search.close();
      if (options.offThread === undefined) await host.offThread.close();
      host.store.close();
    },
  };
}

interface Running {
  readonly watch: Services['watch'];
  readonly detached: Detached;
  readonly backup: Services['backup'];
  readonly recorder: Recorder;
  readonly egress: Egress;
  readonly modelsFolder: ModelsFolder;
  /** Makes what is missing of all processes, in the background, where the door stays open. */
  readonly goOn: (name: string) => void;
}

function createServices(host: Host, options: CoreOptions, running: Running): Services {
  const { watch, detached, backup, recorder, egress, modelsFolder, goOn } = running;
  const { store } = host;
  const goesOn = staysOpen(options);
  return {
    info: () => ({ version: VERSION, workspace: host.workspace.path, door: options.door }),
    watch,
    doctor: () => runDoctor(host.workspace.path, modelsFolder.path, (file) => host.offThread.run('findDamage', [file])),
    listProcesses: () => viewProcesses(store),
    openProcess: (id) => viewProcess(store, id),
    findProcess: (name) => getProcessByName(store, name),
    listContents: (id) => listContents(store, id),
    renameProcess: (id, name) => renameProcess(host, id, name),
    removeProcess: (id) => removeProcess(host, id),
    renameRecording: (id, title) => renameRecording(host, id, title),
    removeRecording: (id) => removeRecording(host, id),
    renameLog: (id, name) => renameLog(host, id, name),
    removeLog: (id) => removeLog(host, id),
    backup,
    mineGraph: async (id, instances, signal) =>
      (await mineStored(host, getProcess(store, id), instances, signal)).graph,
    takeIn: (request, signal) => takeIn(host, request, { detached, signal, goesOn }),
    listExports: (id) => listExports(host, id),
    exportProcess: (wish, signal) => exportToWorkspace(host, wish, signal),
    exportTo: (wish, signal) => exportToFile(host, wish, signal),
    recorder,
    intake: createIntakes(host, (request, signal) =>
      takeIn(host, { ...request, waitsFor: 'map' }, { detached, signal, goesOn }),
    ),
    ingest: createIngestService(host, detached),
    transcripts: createTranscripts(host, { detached, models: modelsFolder }),
    documents: {
      open: (id) => viewDocument(store, id),
      page: (id, page) => viewPage(store, id, page),
      rename: (id, name) => {
        renameDocument(host, id, name);
        goOn('use names');
      },
      remove: (id) => removeDocument(host, id),
    },
    models: createModelService({
      folder: modelsFolder,
      egress,
      detached,
      pausesMs: options.egress?.pausesMs,
      // By a name of its own: a pass that is under way may have gone past what is made anew now.
      whenChanged: () => goOn('use models'),
    }),
    egress: { list: (limit) => egress.list(limit) },
    redaction: createRedactionService(host),
    openRecording: (id) => viewRecording(store, id),
    pictures: createPictureService(store),
    ask: (wish, signal) => host.asking.ask(host, wish, signal),
    search: searchWhole(host, goesOn),
    cite: (refs) => citeAll(store, refs),
    countEvidence: (id) => countEvidence(store, id),
    listCorrections: (id) => listCorrections(host, id),
    correct: (id, command) => correct(host, id, command),
    undo: (id, correctionId) => undo(host, id, correctionId),
    redo: (id) => redo(host, id),
    listQuestions: (id) => listQuestions(store, id),
    answerQuestion: (id, answer) => answerQuestion(host, id, answer),
    skipQuestion: (id, questionId) => skipQuestion(host, id, questionId),
    listSideChoices: (id, signal) => listSideChoices(host, id, signal),
    compare: (sides, signal) => compare(host, sides, signal),
    listApprovals: (id) => listApprovals(host, id),
    approve: (wish, signal) => approve(host, wish, signal),
    withdraw: (id) => withdraw(host, id),
    conform: (wish, signal) => conform(host, wish, signal),
    measurePerformance: (wish, signal) => measurePerformance(host, wish, signal),
    measureSpectrum: (wish, signal) => measureSpectrum(host, wish, signal),
    loadSamples: (signal) => loadSamples(host, { detached, goesOn, signal }),
  };
}

/** Where no window comes, work begins without one. */
const LONGEST_OPENING_MS = 10_000;

const staysOpen = ({ worksInBackground, door }: CoreOptions): boolean => worksInBackground ?? door !== 'terminal';

function reportToStderr(error: unknown, reference: string): void {
  console.error(`mirror: bug ${reference}:`, error);
}
