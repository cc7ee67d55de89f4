// The gallery's recordings: words, windows and steps on one clock, with and without a picture.
import type { ElementId, RecordingId } from '../../src/domain/ids.ts';
import type { Extraction, Step } from '../../src/domain/extraction.ts';
import type { RecordingSummary, RecordingView } from '../../src/domain/views.ts';
import clipUrl from './clip.webm';
import { elementId, line, PROCESS, PROCESS_ID, SAID } from './fixture-ids.ts';

const SECONDS_PER_LINE = 6;
const DURATION_MS = SAID.length * SECONDS_PER_LINE * 1000;

const PEOPLE = [
  ['Intake: how Ana takes in a claim', 'Ana Koval', 'intake clerk', 'ready', true],
  ['Handling: from contact to reserve', 'Marta Lind', 'claims handler', 'ready', false],
  ['Repairs: how Piotr books a workshop', 'Piotr Anders', 'repair coordinator', 'ready', true],
  ['Assessment: a visit and its report', 'Leonie Faber', 'damage assessor', 'ingesting', true],
  ['Payments: the Thursday run', 'Sam Okoro', 'payment clerk', 'failed', false],
] as const;

export const RECORDING_SUMMARIES: RecordingSummary[] = PEOPLE.map(([title, actor, role, state, hasVideo], index) => ({
  recording: {
    id: `rec-${index}` as RecordingId,
    processId: PROCESS_ID,
    title,
    actor,
    role,
    language: 'en',
    durationMs: DURATION_MS,
    state,
    problem: state === 'failed' ? 'The file breaks off after 12 seconds. Copy the whole file again.' : null,
    startedAtMs: Date.UTC(2026, 9, 12 + index, 9, 30),
    timeZone: 'Europe/Berlin',
    createdAtMs: Date.UTC(2026, 9, 20 + index),
  },
  hasVideo,
  hasAudio: hasVideo,
  words: state === 'ready' ? SAID.join(' ').split(' ').length : 0,
  steps: state === 'ready' ? 9 : 0,
  failedStages: index === 1 ? 1 : 0,
}));

/** Undefined for an id that no fixture has. */
export function makeRecordingView(id: RecordingId): RecordingView | undefined {
  const summary = RECORDING_SUMMARIES.find(({ recording }) => recording.id === id);
  if (!summary) return undefined;
  // What is being taken in has a picture and a voice, and no words yet.
  const said = summary.recording.state === 'ingesting' ? [] : SAID;
  const segments = said.map((text, index) => ({
    index,
    startMs: index * SECONDS_PER_LINE * 1000,
    endMs: index * SECONDS_PER_LINE * 1000 + 5600,
    text,
  }));
  return {
    recording: summary.recording,
    process: PROCESS,
    tracks: summary.hasVideo
      ? [
          {
            id: 'track-1' as RecordingView['tracks'][number]['id'],
            kind: 'screen',
            mimeType: 'video/webm',
            sizeBytes: 1,
            durationMs: DURATION_MS,
            widthPx: 640,
            heightPx: 400,
            hasAudio: true,
            url: clipUrl,
          },
        ]
      : [],
    segments,
    events: [
      ['Mail', 'Inbox (12)'],
      ['ClaimCenter', 'New claim'],
      ['PolicyBase', 'Policy 44-1097'],
      ['Mail', 'Re: missing report'],
      ['ClaimCenter', 'Claim 2026-0412'],
      ['Spreadsheet', 'payout.xlsx'],
      ['PayRun', 'Run of Thursday'],
    ].map(([app = '', title = ''], index) => ({ index, atMs: index * 12_000, kind: 'window' as const, app, title })),
    extraction: makeExtraction(id),
  };
}

const STEPS: readonly (readonly [segment: number, label: string, system: string | null, unsure?: boolean])[] = [
  [1, 'open claim notice', 'Mail'],
  [2, 'register claim', 'ClaimCenter'],
  [3, 'check policy', 'PolicyBase'],
  [4, 'write to broker', 'Mail'],
  [5, 'phone broker before noon', 'Phone'],
  [8, 'tell rule', null, true],
  [9, 'sign large claim', null],
  [11, 'copy figures into spreadsheet', 'Spreadsheet'],
  [13, 'close claim', 'ClaimCenter'],
];

/** The steps of the first recordings that are this activity. */
export function stepIdsOf(label: string): ElementId[] {
  const own = STEPS.filter((row) => row[1] === label);
  return own.flatMap(([segment]) => [0, 1, 2].map((index) => elementId(`rec-${index}-s${segment}`)));
}

function makeExtraction(recordingId: RecordingId): Extraction {
  const ground = (segment: number) => ({
    evidence: [line(recordingId, segment)],
    provenance: 'stated' as const,
    confidence01: 0.86,
    unsure: false,
    recordingId,
    startMs: segment * 6000,
    endMs: segment * 6000 + 5600,
    by: 'rules',
  });
  const step = (segment: number, label: string, system: string | null, unsure = false): Step => ({
    ...ground(segment),
    id: elementId(`${recordingId}-s${segment}`),
    label,
    verb: label.split(' ')[0] ?? label,
    object: label.split(' ').slice(1).join(' '),
    actor: 'intake clerk',
    system,
    artifact: null,
    order: segment,
    when: 'always',
    unsure,
  });
  return {
    steps: STEPS.map(([segment, label, system, unsure]) => step(segment, label, system, unsure)),
    handoffs: [
      {
        ...ground(6),
        id: elementId(`${recordingId}-h`),
        kind: 'actor',
        from: 'intake clerk',
        to: 'claims handler',
        what: 'claim file',
        stepId: null,
      },
    ],
    waits: [
      {
        ...ground(10),
        id: elementId(`${recordingId}-w`),
        label: 'for the Tuesday signature',
        duration: 'P7D',
        durationMin: null,
        durationMax: 'P7D',
        cause: 'the lead signs on Tuesdays',
        after: null,
      },
    ],
    decisions: [
      {
        ...ground(3),
        id: elementId(`${recordingId}-d`),
        question: 'Is the policy in force?',
        branches: [
          { condition: 'in force', then: [], note: null },
          { condition: 'lapsed', then: [], note: null },
        ],
      },
    ],
    exceptions: [
      {
        ...ground(4),
        id: elementId(`${recordingId}-e`),
        label: 'something is missing',
        handling: 'write to the broker',
      },
    ],
    judgements: [{ ...ground(7), id: elementId(`${recordingId}-j`), label: 'whether the damage fits the story' }],
    rework: [],
    transfers: [],
    warnings: [],
  };
}
