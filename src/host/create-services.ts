// In: a host and what runs beside it. Out: the services of a door, each a plain function of the host.
import type { Services } from '../api/services.ts';
import { viewDocument, viewPage } from './documents/view-documents.ts';
import { createIngestService } from './ingest/ingest-service.ts';
import { createIntakes } from './intake/intake.ts';
import { citeAll, countEvidence } from './citations.ts';
import { approve, listApprovals, withdraw } from './approvals.ts';
import { compare, conform, listSideChoices } from './comparisons.ts';
import { correct, listCorrections, redo, undo } from './corrections.ts';
import { type Detached } from './detached.ts';
import { runDoctor } from './doctor.ts';
import { createEgressService } from './egress/egress-service.ts';
import { type Egress } from './egress/gate.ts';
import { exportToFile, exportToWorkspace, listExports } from './exports.ts';
import { mineStored } from './flow/rebuild-graph.ts';
import type { Host } from './host.ts';
import {
  removeDocument,
  removeLog,
  removeProcess,
  removeRecording,
  renameDocument,
  renameLog,
  renameProcess,
  renameRecording,
} from './housekeeping.ts';
import { createModelService, type ModelServiceOptions } from './models/model-service.ts';
import { type ModelsFolder } from './models/models-folder.ts';
import { measurePerformance, measureSpectrum } from './performance.ts';
import { createPictureService } from './pictures.ts';
import { createPolicyService } from './policy/policy-service.ts';
import { type Recorder } from './recorder/recorder.ts';
import { answerQuestion, listQuestions, skipQuestion } from './questions.ts';
import { createRedactionService } from './redaction/redaction-service.ts';
import { loadSamples } from './load-samples.ts';
import { searchWhole } from './search/search-whole.ts';
import { takeIn } from './take-in.ts';
import { createTranscripts } from './transcripts.ts';
import { getProcess, getProcessByName, listContents, viewProcess, viewProcesses, viewRecording } from './views.ts';
import { VERSION } from './version.ts';

/** What a core has beside its host. */
export interface Running {
  readonly watch: Services['watch'];
  readonly detached: Detached;
  readonly backup: Services['backup'];
  readonly recorder: Recorder;
  readonly egress: Egress;
  readonly writers: Services['writers'];
  readonly agents: Services['agents'];
  readonly chat: Services['chat'];
  readonly vault: Services['vault'];
  /** Of a sealed workspace's database. */
  readonly databaseKey: Uint8Array | undefined;
  readonly modelsFolder: ModelsFolder;
  /** Makes what is missing of all processes, in the background, where the door stays open. */
  readonly goOn: (name: string) => void;
  /** Whether it does. */
  readonly goesOn: boolean;
}

export function createServices(
  host: Host,
  { door, pausesMs }: Pick<ModelServiceOptions, 'pausesMs'> & Pick<ReturnType<Services['info']>, 'door'>,
  running: Running,
): Services {
  const { watch, detached, backup, recorder, egress, writers, agents, chat, vault, modelsFolder, goOn, goesOn } =
    running;
  const { store } = host;
  return {
    info: () => ({ version: VERSION, workspace: host.workspace.path, door }),
    watch,
    vault,
    doctor: () =>
      runDoctor(host.workspace.path, modelsFolder.path, {
        findDamage: (...asked) => host.offThread.run('findDamage', asked),
        key: running.databaseKey,
      }),
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
      pausesMs,
      // By a name of its own: a pass that is under way may have gone past what is made anew now.
      whenChanged: () => goOn('use models'),
    }),
    egress: createEgressService(host),
    writers,
    policy: createPolicyService(store, host.clock),
    agents,
    redaction: createRedactionService(host),
    openRecording: (id) => viewRecording(store, id),
    pictures: createPictureService(store),
    ask: (wish, signal) => host.asking.ask(host, wish, signal),
    chat,
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
