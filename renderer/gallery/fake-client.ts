// A client that answers from fixtures, in each of the states a screen can be in.
import type { MirrorClient } from '../../src/api/client.ts';
import type { Anchor } from '../../src/domain/correction.ts';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { ProcessId, RecordingId } from '../../src/domain/ids.ts';
import type { EgressPolicy } from '../../src/domain/policy.ts';
import type { SearchQuery } from '../../src/domain/search.ts';
import type { Citation, ProcessSummary, ProcessView } from '../../src/domain/views.ts';
import { EXPORT_CHOICES, exportSlowly } from './fake-exports.ts';
import { listFindings } from '../findings/find-finding.ts';
import { makeFakeIngest } from './fake-ingest.ts';
import { makeFakeIntake, readPage, viewDocument } from './fake-intake.ts';
import { makeFakeCompare, NO_CHOICES } from './fake-compare.ts';
import { type ChatState, makeFakeChat } from './fake-chat.ts';
import { makeFakeCorrections } from './fake-corrections.ts';
import { makeFakeLedger } from './fake-ledger.ts';
import { makeFakePerformance } from './fake-performance.ts';
import { makeFakeQuestions } from './fake-questions.ts';
import { searchFake } from './fake-search.ts';
import { listFakeModels, makeFakeModels } from './fake-models.ts';
import { makeFakePolicy, makeFakeWriters } from './fake-writers.ts';
import { makeFakeTranscripts } from './fake-transcript.ts';
import { type FakeVaultState, makeFakeVault } from './fake-vault.ts';
import { RECEIPT } from './make-capture.ts';
import { makeLargeView, readSize } from './make-large.ts';
import { makePictures, viewPicture } from './make-pictures.ts';
import { makeRecordingView, RECORDING_SUMMARIES } from './make-recording.ts';
import { lineAt, PROCESS } from './fixture-ids.ts';
import { makeEmptyView, makeProcessView } from './make-view.ts';

export const GALLERY_STATES = ['full', 'empty', 'loading', 'problem', 'lost'] as const;
export type GalleryState = (typeof GALLERY_STATES)[number];

/** What the contract's PROBLEM looks like to a window. */
class GalleryProblem extends Error {
  readonly code = 'PROBLEM';
  readonly data = {
    code: 'workspace/locked',
    title: 'Another Mirror is using this workspace',
    hint: 'Close it, or choose another folder with --workspace.',
  };
}

/** What the gallery shows beside a screen's own state. */
export interface Beside {
  readonly chat: ChatState;
  readonly release: EgressPolicy['release'];
  readonly isLedgerBroken: boolean;
  readonly vault: FakeVaultState;
}

export const USUAL: Beside = { chat: 'closed', release: 'nothing', isLedgerBroken: false, vault: 'plain' };

export function makeFakeClient(state: GalleryState, beside: Beside = USUAL): MirrorClient {
  const full = makeProcessView();
  const kept = makeFakeCorrections((id) => findAnchor(full, id));
  const questions = makeFakeQuestions();
  const compare = makeFakeCompare(full);
  const performance = makeFakePerformance(full);
  const transcripts = makeFakeTranscripts(makeRecordingView);
  const isEmpty = state === 'empty';
  const isByModel = !['closed', 'begin', 'answered', 'not-understood'].includes(beside.chat);
  const chat = makeFakeChat(full, beside.chat);
  const writers = makeFakeWriters({ isEmpty, chosen: isByModel ? 'auto' : 'none' });
  const policy = makeFakePolicy(beside.release);
  const ledger = makeFakeLedger({ isEmpty, isBroken: beside.isLedgerBroken });
  const listCorrections = () => {
    const { corrections, ...can } = kept.api.list();
    const given = questions.listGiven().map((correction) => ({ correction, state: 'standing' }));
    return { ...can, corrections: [...corrections, ...given] };
  };
  const answer = async <T>(value: T): Promise<T> => {
    if (state === 'loading') return new Promise<never>(() => undefined);
    if (state === 'problem') throw new GalleryProblem('Another Mirror is using this workspace');
    return value;
  };
  const client = {
    vault: makeFakeVault(beside.vault),
    app: {
      info: async () => ({ version: '0.1.0', workspace: '/home/you/Mirror', door: 'web' }),
      watch: async () => neverEnding(),
      doctor: async () => [],
    },
    process: {
      list: () => answer(state === 'empty' ? [] : listProcesses()),
      open: ({ processId }: { processId: string }) => {
        const size = readSize(processId);
        if (size) return answer(makeLargeView(...size));
        return answer(state === 'empty' || processId !== PROCESS.id ? makeEmptyView() : kept.correctView(full));
      },
      formats: () => answer(EXPORT_CHOICES),
      export: () => answer(exportSlowly()),
    },
    recording: {
      open: async ({ recordingId }: { recordingId: (typeof RECORDING_SUMMARIES)[number]['recording']['id'] }) => {
        const view = await answer(makeRecordingView(recordingId));
        if (!view) throw new GalleryProblem('There is no such recording');
        return state === 'empty'
          ? { ...view, tracks: [], segments: [], events: [], extraction: none(view.extraction) }
          : transcripts.write(kept.correctRecording(view));
      },
      pictures: ({ recordingId }: { recordingId: RecordingId }) =>
        answer(state === 'empty' ? [] : listPictures(recordingId)),
      picture: ({ recordingId, atMs }: { recordingId: RecordingId; atMs: number }) => {
        const pictures = listPictures(recordingId);
        const at = pictures.findIndex((picture) => picture.atMs === atMs);
        return answer(viewPicture(pictures[at]!, at));
      },
    },
    evidence: {
      cite: ({ refs }: { refs: EvidenceRef[] }) => answer(refs.map(cite)),
      search: (query: SearchQuery) =>
        answer(state === 'empty' ? { hits: [], corrected: [], searched: 0 } : searchFake(query)),
    },
    transcript: {
      edit: (input: Parameters<typeof transcripts.api.edit>[0]) => answerSlowly(() => transcripts.api.edit(input)),
      writeAnew: (input: Parameters<typeof transcripts.api.writeAnew>[0]) =>
        answerSlowly(() => transcripts.api.writeAnew(input)),
    },
    corrections: {
      list: () => answer(state === 'empty' ? { corrections: [], canUndo: false, canRedo: false } : listCorrections()),
      apply: (input: Parameters<typeof kept.api.apply>[0]) => answerSlowly(() => kept.api.apply(input)),
      undo: (input: Parameters<typeof kept.api.undo>[0]) =>
        answerSlowly(() => questions.undo(input.correctionId) ?? kept.api.undo(input)),
      redo: (input: Parameters<typeof kept.api.redo>[0]) => answerSlowly(() => kept.api.redo(input)),
    },
    questions: {
      list: () => answer(state === 'empty' ? [] : questions.list()),
      answer: (input: Parameters<typeof questions.answer>[0]) => answerSlowly(() => questions.answer(input)),
      skip: (input: Parameters<typeof questions.skip>[0]) => answerSlowly(() => questions.skip(input)),
    },
    compare: {
      choices: () => answer(state === 'empty' ? NO_CHOICES : compare.choices()),
      run: () => answer(compare.run()),
      approvals: () => answer(compare.approvals()),
      approve: (input: Parameters<typeof compare.approve>[0]) => answerSlowly(() => compare.approve(input)),
      withdraw: (input: Parameters<typeof compare.withdraw>[0]) => answerSlowly(() => compare.withdraw(input)),
      conform: () => answer(compare.conform()),
    },
    performance: {
      measure: (input: Parameters<typeof performance.measure>[0]) => answer(performance.measure(input)),
      spectrum: (input: Parameters<typeof performance.spectrum>[0]) => answer(performance.spectrum(input)),
    },
    recorder: {
      receipt: async ({ recordingId }: { recordingId: string }) => {
        if (recordingId !== RECEIPT.recordingId) throw new GalleryProblem('There is no such recording');
        return answer(RECEIPT);
      },
    },
    ingest: makeFakeIngest({ isQuiet: state !== 'full', isStill: state === 'lost' }),
    intake: makeFakeIntake().api,
    document: {
      open: ({ artifactId }: { artifactId: string }) => answer(viewDocument(artifactId)),
      page: ({ page }: { page: number }) =>
        answer(state === 'empty' ? { ...readPage(page), text: '' } : readPage(page)),
    },
    models: makeFakeModels(() => answer(state === 'empty' ? [] : listFakeModels())),
    chat: { ...chat, threads: async (input: { text: string }) => answer(isEmpty ? [] : await chat.threads(input)) },
    writer: { ...writers, list: async () => answer(await writers.list()) },
    policy: { ...policy, read: async () => answer(await policy.read()) },
    egress: { ...ledger, list: async () => answer(await ledger.list()) },
    samples: { load: async () => loadSlowly() },
  };
  // The fixtures answer with the contract's shapes; oRPC's own call options are not needed here.
  return client as unknown as MirrorClient;
}

/** Only what was recorded with a picture has some. */
function listPictures(recordingId: RecordingId) {
  const view = makeRecordingView(recordingId);
  return view && view.tracks.length > 0 ? makePictures(view.recording.durationMs) : [];
}

/** As long as mining a small process takes, so that a button's busy state can be seen. */
async function answerSlowly<T>(make: () => T): Promise<T> {
  await new Promise((resolve) => setTimeout(resolve, 150));
  return make();
}

/** An element of a recording, or a finding. */
function findAnchor({ insights }: ProcessView, id: string): Anchor | undefined {
  const found = listFindings(insights).find(({ finding }) => finding.id === id);
  const [ref] = found?.finding.evidence ?? [];
  if (found && ref) return { kind: found.kind, ref, values: { label: found.finding.label } };
  const [recordingId = ''] = id.split(/-[a-z]/);
  const view = makeRecordingView(recordingId as RecordingId);
  for (const kind of ['steps', 'waits', 'handoffs', 'exceptions'] as const) {
    const element = view?.extraction[kind].find((one) => one.id === id);
    const [words] = element?.evidence ?? [];
    if (element && words) return { kind, ref: words, values: { label: 'label' in element ? element.label : null } };
  }
  return undefined;
}

function listProcesses(): ProcessSummary[] {
  const { headline, process, recordings, logs } = makeProcessView();
  const other = (id: string, name: string, owner: string | null) => ({
    ...process,
    id: id as ProcessId,
    name,
    owner,
    description: null,
  });
  return [
    {
      process,
      headline,
      recordings: recordings.length,
      logs: logs.length,
      documents: 4,
      updatedAtMs: Date.now() - 12 * 60_000,
    },
    {
      process: other('onboarding', 'customer onboarding', 'Ruben Achterhof'),
      headline: {
        ...headline,
        handoffs: 46,
        bottlenecks: 18,
        exceptions: 11,
        judgements: 7,
        cases: 412,
        recordings: 9,
      },
      recordings: 9,
      logs: 1,
      documents: 12,
      updatedAtMs: Date.now() - 26 * 3_600_000,
    },
    {
      process: other('returns', 'returns and refunds', null),
      headline: null,
      recordings: 1,
      logs: 0,
      documents: 0,
      updatedAtMs: Date.UTC(2026, 7, 3),
    },
  ];
}

function cite(ref: EvidenceRef): Citation {
  if (ref.kind === 'speech') {
    const summary = RECORDING_SUMMARIES.find(({ recording }) => recording.id === ref.recordingId)?.recording;
    const context = lineAt(ref.segment);
    return {
      ref,
      source: summary?.title ?? '',
      actor: summary?.actor ?? null,
      role: summary?.role ?? null,
      text: ref.quote,
      context,
      rows: [],
    };
  }
  const count = ref.kind === 'log' ? ref.count : 1;
  const row = (index: number) => ({
    case: `CL-${1400 + index * 7}`,
    activity: 'check policy',
    startMs: Date.UTC(2026, 3, 2 + index, 9, 10),
    endMs: Date.UTC(2026, 3, 2 + index, 9, 31),
    zoneMinutes: 60,
    sinceMs: (index + 1) * 5_400_000,
    resource: ['Dana Weiss', 'Ola Brun', 'Ines Roth'][index % 3] ?? null,
    role: 'coverage specialist',
  });
  return {
    ref,
    source: 'claims-2026.csv',
    actor: null,
    role: null,
    text: `${count} rows of claims-2026.csv`,
    context: null,
    rows: [0, 1, 2].map(row),
  };
}

const none = <T extends Record<string, unknown[]>>(lists: T): T =>
  // Every list emptied: the shape stays.
  Object.fromEntries(Object.keys(lists).map((key) => [key, []])) as unknown as T;

async function* neverEnding(): AsyncGenerator<never> {
  yield await new Promise<never>(() => undefined);
}

async function* loadSlowly() {
  for (let done = 0; done <= 3; done += 1) {
    yield { stage: 'taking in recordings', done, total: 4, unit: 'files' };
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  return { processId: PROCESS.id };
}
