import { expect, test } from 'vitest';
import { createWinkTagger } from '../../models/wink-tagger.ts';
import type { UiEvent } from '../domain/evidence.ts';
import { ProcessId, RecordingId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import { extractSteps } from './extract.ts';

const tagger = createWinkTagger();
const recording: RecordingEvidence['recording'] = {
  id: RecordingId.parse('recording-1'),
  processId: ProcessId.parse('process-1'),
  title: 'Returns',
  actor: 'Mia',
  role: 'Clerk',
  language: 'en',
  durationMs: 120_000,
  state: 'ready',
  problem: null,
  startedAtMs: null,
  timeZone: null,
  createdAtMs: 0,
};
const TALK = [
  'I open the return in the portal and check the receipt.',
  'Then I print the label and pack the parcel.',
  'If the receipt is missing, I have to decide from experience whether we take it back.',
];
const told = (events: readonly UiEvent[]): RecordingEvidence => ({
  recording,
  segments: TALK.map((text, index) => ({ index, startMs: index * 20_000, endMs: index * 20_000 + 18_000, text })),
  events,
});
const mark = (atMs: number, title: string, index = 0): UiEvent => ({ index, atMs, kind: 'mark', app: 'Mirror', title });

test('a mark far from any word of its kind is a finding of its own, named by what was being done', () => {
  const found = extractSteps(
    told([
      mark(12_000, 'exception'),
      mark(30_000, 'waiting: for the carrier', 1),
      mark(31_000, 'handing-over: to the driver', 2),
    ]),
    { tagger },
  );
  const own = [...found.exceptions, ...found.waits, ...found.handoffs].filter(({ by }) => by === 'mark');
  expect(own.map(({ startMs, provenance, unsure, evidence }) => ({ startMs, provenance, unsure, evidence }))).toEqual(
    [
      mark(12_000, 'exception'),
      mark(30_000, 'waiting: for the carrier', 1),
      mark(31_000, 'handing-over: to the driver', 2),
    ].map(({ atMs, index, title }) => ({
      startMs: atMs,
      provenance: 'stated',
      unsure: false,
      evidence: [{ kind: 'event', recordingId: recording.id, event: index, startMs: atMs, endMs: atMs, title }],
    })),
  );
  expect(found.exceptions.map(({ label }) => label)).toEqual([
    'the receipt is missing',
    'Exception in "check receipt"',
  ]);
  expect(found.waits.map(({ label, duration }) => [label, duration])).toEqual([['for the carrier', null]]);
  expect(found.handoffs.map(({ from, to }) => [from, to])).toEqual([['Clerk', 'driver']]);
});

test('a mark beside words of its kind makes them sure, and adds nothing twice', () => {
  const without = extractSteps(told([]), { tagger });
  const marked = extractSteps(told([mark(57_000, 'decision')]), { tagger });
  expect(without.judgements).toHaveLength(1);
  expect(marked.judgements.map(({ label, unsure, evidence }) => [label, unsure, evidence.at(-1)?.kind])).toEqual([
    [without.judgements[0]?.label, false, 'event'],
  ]);
});

test('marks are no windows, and what they leave open is said', () => {
  const silent = { ...told([mark(5_000, 'handing-over'), mark(95_000, 'question: why twice?', 1)]), segments: [] };
  const found = extractSteps(silent, { tagger });
  expect([found.steps, found.handoffs]).toEqual([[], []]);
  expect(found.warnings).toEqual([
    'The recording has no transcript.',
    'At 0:05 a handing over was marked; nobody says to whom.',
    'At 1:35 a question was marked: why twice?',
  ]);
});

test('a mark set in the midst of the work cuts no step, nor does the window it is set in', () => {
  const order = { app: 'Atlas', title: 'Order 4711' };
  const events: UiEvent[] = [
    { index: 0, atMs: 0, kind: 'window', ...order },
    { index: 4, atMs: 9_000, kind: 'window', app: 'chromium', title: '● Recording 0:09 – Refunds · Mirror - Chromium' },
    mark(10_000, 'decision: over 200 euros', 1),
    { index: 5, atMs: 12_000, kind: 'window', ...order },
    { index: 2, atMs: 20_000, kind: 'keys', ...order },
    { index: 3, atMs: 30_000, kind: 'scroll', ...order },
  ];
  const { steps, judgements } = extractSteps({ ...told(events), segments: [] }, { tagger });
  expect(steps.map(({ label, startMs, endMs }) => [label, startMs, endMs])).toEqual([['edit Order 4711', 0, 120_000]]);
  expect(judgements.map(({ label }) => label)).toEqual(['over 200 euros']);
});
