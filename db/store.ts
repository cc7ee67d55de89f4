// In: an open database. Out: the store the core asks for; each save is one transaction, and reads parse what they find.
import type { Store } from '../src/needs/store.ts';
import type { MirrorDatabase } from './database.ts';
import { appendApproval, findApproval, listApprovals, withdrawApproval } from './queries/approvals.ts';
import {
  findArtifact,
  findArtifactPage,
  findPageWith,
  listArtifactPages,
  listArtifacts,
  removeArtifact,
  saveArtifact,
  setArtifactName,
} from './queries/artifacts.ts';
import { findReceipt, forgetPieces, listPieces, saveCaptured, savePiece } from './queries/captures.ts';
import { appendCorrection, findCorrection, listCorrections } from './queries/corrections.ts';
import { findEvent, findFrame, findSegment, listEvents, listFrames, listSegments } from './queries/evidence.ts';
import { listNarrated, saveExtraction } from './queries/extractions.ts';
import { listPictures, saveFrames, saveScreens } from './queries/frames.ts';
import { listJobs, readSetting, saveJob, writeSetting } from './queries/jobs.ts';
import { isKept } from './queries/files.ts';
import {
  findLog,
  listLogs,
  openLogRows,
  readLogColumns,
  readRowColumns,
  removeLog,
  saveLog,
  setLogName,
} from './queries/logs.ts';
import { findHeadline, findMined, saveMined } from './queries/mined.ts';
import { findProcess, findProcessByName, listProcesses, removeProcess, saveProcess } from './queries/processes.ts';
import { listUnsearchable, saveSearchEntries } from './queries/search.ts';
import { forgetWriter, listSpans, saveSpans, saveTranscript } from './queries/speech.ts';
import { listStages, listStagesIn, saveStage } from './queries/stages.ts';
import {
  findRecording,
  findTrack,
  listRecordings,
  listTracks,
  removeRecording,
  saveRecording,
  setRecordingState,
  setRecordingTitle,
} from './queries/recordings.ts';
import { findThread, listThreads, removeThread, saveTurn } from './queries/threads.ts';
import { findProposal, listProposals, saveProposal } from './queries/proposals.ts';
import { addWriterCost, listWriters, removeWriter, saveWriter, spentUsd } from './queries/writers.ts';

/**
 * The store over `db`; closing it closes `db`. Any read may throw workspace/damaged when a stored row does not fit
 * the domain's shapes; what is derived and does not fit counts as not there, since it can be made again.
 */
export function createStore(db: MirrorDatabase): Store {
  return {
    listProcesses: () => listProcesses(db),
    findProcess: (id) => findProcess(db, id),
    findProcessByName: (name) => findProcessByName(db, name),
    saveProcess: (process) => saveProcess(db, process),
    removeProcess: (id) => removeProcess(db, id),

    listRecordings: (processId) => listRecordings(db, processId),
    findRecording: (id) => findRecording(db, id),
    saveRecording: (draft) => saveRecording(db, draft),
    setRecordingState: (id, state, problem) => setRecordingState(db, id, { state, problem }),
    setRecordingTitle: (id, title) => setRecordingTitle(db, id, title),
    removeRecording: (id) => removeRecording(db, id),
    listTracks: (id) => listTracks(db, id),
    findTrack: (id) => findTrack(db, id),
    listSegments: (id) => listSegments(db, id),
    listEvents: (id) => listEvents(db, id),
    findSegment: (id, index) => findSegment(db, id, index),
    findEvent: (id, index) => findEvent(db, id, index),

    savePiece: (piece) => savePiece(db, piece),
    listPieces: (id) => listPieces(db, id),
    saveCaptured: (draft, made) => saveCaptured(db, draft, made),
    findReceipt: (id) => findReceipt(db, id),
    forgetPieces: (id) => forgetPieces(db, id),
    listFrames: (id) => listFrames(db, id),
    findFrame: (id, atMs) => findFrame(db, id, atMs),
    listPictures: (id) => listPictures(db, id),
    saveFrames: (id, frames) => saveFrames(db, id, frames),
    saveScreens: (id, screens) => saveScreens(db, id, screens),
    saveSpans: (id, spans) => saveSpans(db, id, spans),
    listSpans: (id) => listSpans(db, id),
    saveTranscript: (id, written) => saveTranscript(db, id, written),
    forgetWriter: (id) => forgetWriter(db, id),

    saveStage: (stage) => saveStage(db, stage),
    listStages: (id) => listStages(db, id),
    listStagesIn: (states) => listStagesIn(db, states),

    saveSearchEntries: (source, made) => saveSearchEntries(db, source, made),
    listUnsearchable: (model) => listUnsearchable(db, model),

    saveExtraction: (id, extraction) => saveExtraction(db, id, extraction),
    listNarrated: (processId) => listNarrated(db, processId),

    appendCorrection: (correction) => appendCorrection(db, correction),
    listCorrections: (processId) => listCorrections(db, processId),
    findCorrection: (id) => findCorrection(db, id),

    appendApproval: (approval) => appendApproval(db, approval),
    withdrawApproval: (id, atMs) => withdrawApproval(db, id, atMs),
    listApprovals: (processId) => listApprovals(db, processId),
    findApproval: (id) => findApproval(db, id),

    listLogs: (processId) => listLogs(db, processId),
    findLog: (id) => findLog(db, id),
    saveLog: (log, columns) => saveLog(db, log, columns),
    readLogColumns: (id) => readLogColumns(db, id),
    readRowColumns: (id) => readRowColumns(db, id),
    openLogRows: (id) => openLogRows(db, id),
    setLogName: (id, name) => setLogName(db, id, name),
    removeLog: (id) => removeLog(db, id),

    listArtifacts: (processId) => listArtifacts(db, processId),
    findArtifact: (id) => findArtifact(db, id),
    saveArtifact: (artifact, pages) => saveArtifact(db, artifact, pages),
    setArtifactName: (id, name) => setArtifactName(db, id, name),
    removeArtifact: (id) => removeArtifact(db, id),
    listArtifactPages: (id) => listArtifactPages(db, id),
    findArtifactPage: (id, page) => findArtifactPage(db, id, page),
    findPageWith: (id, words) => findPageWith(db, id, words),

    isKept: (path) => isKept(db, path),

    saveMined: (processId, mined, headline) => saveMined(db, processId, { ...mined, headline }),
    findHeadline: (processId) => findHeadline(db, processId),
    findMined: (processId) => findMined(db, processId),

    saveJob: (job) => saveJob(db, job),
    listJobs: () => listJobs(db),

    readSetting: (key) => readSetting(db, key),
    writeSetting: (key, value) => writeSetting(db, key, value),

    listThreads: (processId, text) => listThreads(db, processId, text),
    findThread: (id) => findThread(db, id),
    saveTurn: (thread, turn) => saveTurn(db, thread, turn),
    removeThread: (id) => removeThread(db, id),

    listWriters: () => listWriters(db),
    saveWriter: (writer) => saveWriter(db, writer),
    removeWriter: (id) => removeWriter(db, id),
    addWriterCost: (cost) => addWriterCost(db, cost),
    spentUsd: (sinceMs) => spentUsd(db, sinceMs),

    listProposals: (processId) => listProposals(db, processId),
    findProposal: (id) => findProposal(db, id),
    saveProposal: (proposal) => saveProposal(db, proposal),

    together: (save) => db.writeDurably(save),

    close: () => db.close(),
  };
}
