// In: the store. Out: the same, through which no text passes that the workspace's rules take out. The one place of it.
import type { RedactionRules } from '../../domain/redaction.ts';
import { ArtifactId, LogId, type ProcessId, RecordingId } from '../../domain/ids.ts';
import { createRedactor, type Redactor } from '../../evidence/redact/create-redactor.ts';
import { redactScreen } from '../../evidence/redact/redact-screen.ts';
import { openRedaction } from '../../evidence/redact/redact-text.ts';
import type { Store } from '../../needs/store.ts';
import { type FoundAhead, keyOfRules } from './found-ahead.ts';
import {
  redactArtifact,
  redactCommand,
  redactDraft,
  redactFrames,
  redactLog,
  redactPages,
  redactProcess,
  redactReceipt,
  redactTurn,
} from './redact-drafts.ts';
import { forgetRedactionCounts, readRedactionRules, screensOf, writeRedactionCounts } from './rules-setting.ts';

type Clean = (text: string) => string;

/**
 * Every door of the store by which text comes in is here, each cleaned by the rules as they are at that moment. What is
 * derived is made of what was cleaned. Counts are kept by recording, document and log.
 * Saving throws redaction/bad-pattern when a kept pattern cannot be read.
 */
export function redactBeforeSaving(
  store: Store,
  listNames: (store: Store, id: ProcessId) => string[],
  found: FoundAhead = new Map(),
): Store {
  const redactors = createRedactors(found);
  const redactorFor = (id: ProcessId | undefined): Redactor => {
    const rules = readRedactionRules(store);
    return redactors.find(rules, rules.on.includes('name') && id !== undefined ? listNames(store, id) : []);
  };
  const cleanOne = (text: string, id: ProcessId | undefined): string => openRedaction(redactorFor(id)).clean(text);
  /** Cleans all texts of one thing together, then counts what there was. */
  const cleanWhole = <T>(
    of: { id: string; processId: ProcessId },
    redact: (clean: Clean) => T,
    save: (cleaned: T) => void,
  ): void => {
    const redactor = redactorFor(of.processId);
    const redaction = openRedaction(redactor);
    if (redactor.isNumbered) redact((text) => (redaction.learn(text), text));
    save(redact(redaction.clean));
    found.clear();
    writeRedactionCounts(store, of.id, redaction.counts());
  };
  const forget = (): void => forgetRedactionCounts(store, (id) => isKept(store, id.split('/')[0]!));

  return {
    ...store,
    saveProcess: (process) => store.saveProcess(redactProcess(process, (text) => cleanOne(text, process.id))),
    saveRecording: (draft) => cleanWhole(draft.recording, (clean) => redactDraft(draft, clean), store.saveRecording),
    saveCaptured: (draft, { receipt, frames }) =>
      cleanWhole(
        draft.recording,
        (clean) => ({
          draft: redactDraft(draft, clean),
          made: { receipt: redactReceipt(receipt, clean), frames: redactFrames(frames, clean) },
        }),
        (cleaned) => store.saveCaptured(cleaned.draft, cleaned.made),
      ),
    saveFrames: (id, frames) => {
      const clean = (text: string): string => cleanOne(text, store.findRecording(id)?.processId);
      store.saveFrames(id, redactFrames(frames, clean));
    },
    saveScreens: (id, screens) => {
      const redaction = openRedaction(redactorFor(store.findRecording(id)?.processId));
      for (const { text } of screens) redaction.learn(text);
      const read = screens.map(({ atMs, words }) => ({ atMs, ...redactScreen(words, redaction.listReplacements) }));
      store.saveScreens(id, read);
      found.clear();
      writeRedactionCounts(store, screensOf(id), redaction.counts());
    },
    saveTranscript: (id, written) => {
      const recording = store.findRecording(id);
      if (recording === undefined) return;
      // With its titles, so that the count stays that of the whole recording.
      const draft = { recording, tracks: [], segments: written.segments, events: store.listEvents(id) };
      cleanWhole(
        recording,
        (clean) => redactDraft(draft, clean),
        ({ segments }) => store.saveTranscript(id, { ...written, segments }),
      );
    },
    saveArtifact: (artifact, pages) =>
      cleanWhole(
        artifact,
        (clean) => ({ artifact: redactArtifact(artifact, clean), pages: redactPages(pages, clean) }),
        (cleaned) => store.saveArtifact(cleaned.artifact, cleaned.pages),
      ),
    saveLog: (log, columns) =>
      cleanWhole(
        log,
        (clean) => redactLog(log, clean),
        (cleaned) => store.saveLog(cleaned, columns),
      ),
    setRecordingState: (id, state, problem) =>
      store.setRecordingState(id, state, problem && cleanOne(problem, store.findRecording(id)?.processId)),
    setRecordingTitle: (id, title) => store.setRecordingTitle(id, cleanOne(title, store.findRecording(id)?.processId)),
    setLogName: (id, name) => store.setLogName(id, cleanOne(name, store.findLog(id)?.processId)),
    setArtifactName: (id, name) => store.setArtifactName(id, cleanOne(name, store.findArtifact(id)?.processId)),
    appendCorrection: (correction) =>
      store.appendCorrection({
        ...correction,
        command: redactCommand(correction.command, (text) => cleanOne(text, correction.processId)),
      }),
    saveStage: (stage) => {
      const clean = (text: string): string => cleanOne(text, store.findRecording(stage.recordingId)?.processId);
      store.saveStage({
        ...stage,
        problem: stage.problem && clean(stage.problem),
        warnings: stage.warnings.map(clean),
      });
    },
    saveTurn: (thread, turn) => {
      // One for the whole turn: where values are numbered, an answer means the same ones as its question.
      const { clean } = openRedaction(redactorFor(thread.processId));
      store.saveTurn(thread, redactTurn(turn, clean));
    },
    saveProposal: ({ why, command, ...proposal }) => {
      const { clean } = openRedaction(redactorFor(proposal.processId));
      store.saveProposal({ ...proposal, why: clean(why), command: redactCommand(command, clean) });
    },
    saveJob: (job) => store.saveJob({ ...job, problem: job.problem && cleanOne(job.problem, undefined) }),
    removeProcess: (id) => (store.removeProcess(id), forget()),
    removeRecording: (id) => (store.removeRecording(id), forget()),
    removeLog: (id) => (store.removeLog(id), forget()),
    removeArtifact: (id) => (store.removeArtifact(id), forget()),
  };
}

/** The last one made is kept: rules change seldom, and making one takes longer than cleaning a title. */
function createRedactors(found: FoundAhead): { find(rules: RedactionRules, names: readonly string[]): Redactor } {
  let last: { readonly key: string; readonly redactor: Redactor } | undefined;
  return {
    find: (rules, names) => {
      const key = keyOfRules(rules, names);
      if (last?.key !== key) last = { key, redactor: createRedactor(rules, names) };
      const { redactor } = last;
      const known = found.get(key);
      return known ? { ...redactor, find: (text) => [...(known.get(text) ?? redactor.find(text))] } : redactor;
    },
  };
}

const isKept = (store: Store, id: string): boolean =>
  store.findRecording(RecordingId.parse(id)) !== undefined ||
  store.findArtifact(ArtifactId.parse(id)) !== undefined ||
  store.findLog(LogId.parse(id)) !== undefined;
