import { expect, test } from 'vitest';
import { createWinkTagger } from '../../models/wink-tagger.ts';
import type { Segment } from '../domain/evidence.ts';
import { ProcessId, RecordingId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import { extractSteps } from './extract.ts';

const tagger = createWinkTagger();

/** A recording whose segments follow each other, 5 s each. */
function record(
  texts: readonly string[],
  options: { role?: string | null; language?: string; speakers?: readonly (string | undefined)[] } = {},
): RecordingEvidence {
  const segments: Segment[] = texts.map((text, index) => {
    const speaker = options.speakers?.[index];
    return { index, startMs: index * 5000, endMs: index * 5000 + 4500, text, ...(speaker ? { speaker } : {}) };
  });
  const recording = {
    id: RecordingId.parse('r1'),
    processId: ProcessId.parse('p1'),
    title: 'r1',
    actor: 'Nia',
    role: options.role ?? 'dispenser',
    language: options.language ?? 'en',
    durationMs: texts.length * 5000,
    state: 'ready' as const,
    problem: null,
    startedAtMs: null,
    timeZone: null,
    createdAtMs: 0,
  };
  return { recording, segments, events: [] };
}

const labels = (input: RecordingEvidence) => extractSteps(input, { tagger }).steps.map((step) => step.label);

test('every quote is exactly the words of its segment, and two runs are identical', () => {
  const input = record([
    'So, um, I open the, the intake form in Medra, I mean, the referral form.',
    'if the dose is over fifty i send it to the pharmacist and she signs it',
    'That takes two or three days.',
  ]);
  const first = extractSteps(input, { tagger });
  const quotes = [...first.steps, ...first.handoffs, ...first.waits, ...first.decisions].flatMap(
    (element) => element.evidence,
  );
  for (const ref of quotes) {
    if (ref.kind !== 'speech') continue;
    expect(ref.quote).toBe(input.segments[ref.segment]?.text.slice(ref.charStart, ref.charEnd));
  }
  expect(quotes.length).toBeGreaterThan(3);
  expect(JSON.stringify(extractSteps(input, { tagger }))).toBe(JSON.stringify(first));
});

test('commands and first-person doings become plain verb and object', () => {
  expect(labels(record(['I scan the barcode.', 'Then punch in the batch number.', 'And I print the label.']))).toEqual([
    'scan barcode',
    'enter batch number',
    'print label',
  ]);
});

test('what the interviewer says is no step', () => {
  expect(
    labels(record(['Do you scan the barcode?', 'I weigh the parcel.'], { speakers: ['interviewer', undefined] })),
  ).toEqual(['weigh parcel']);
});

test('another language, silence and a single word give a warning and invent nothing', () => {
  const german = extractSteps(
    record(['Dann öffne ich den Auftrag und prüfe die Nummer und schicke ihn an die Buchhaltung weiter.']),
    { tagger },
  );
  expect({ steps: german.steps, warnings: german.warnings }).toEqual({
    steps: [],
    warnings: ['The transcript is in another language than English; only English is read.'],
  });
  expect(extractSteps(record([]), { tagger }).warnings).toEqual(['The recording has no transcript.']);
  expect(extractSteps(record(['Hello.']), { tagger })).toMatchObject({
    steps: [],
    handoffs: [],
    warnings: ['The narration is only a few words long.'],
  });
});

test('events without narration become steps named by their windows', () => {
  const silent = record([]);
  const events = [
    { index: 0, atMs: 0, kind: 'window' as const, app: 'Ledgerly', title: 'Invoice 12 - Ledgerly' },
    { index: 1, atMs: 20_000, kind: 'copy' as const, app: 'Ledgerly', title: 'Invoice 12 - Ledgerly' },
    { index: 2, atMs: 25_000, kind: 'window' as const, app: 'Excel', title: 'budget.xlsx - Excel' },
    { index: 3, atMs: 27_000, kind: 'paste' as const, app: 'Excel', title: 'budget.xlsx - Excel' },
  ];
  const found = extractSteps({ ...silent, recording: { ...silent.recording, durationMs: 60_000 }, events }, { tagger });
  expect(
    found.steps.map(({ label, system, startMs, endMs, provenance }) => ({ label, system, startMs, endMs, provenance })),
  ).toEqual([
    { label: 'copy from Invoice 12', system: 'Ledgerly', startMs: 0, endMs: 25_000, provenance: 'observed' },
    { label: 'paste into budget.xlsx', system: 'Excel', startMs: 25_000, endMs: 60_000, provenance: 'observed' },
  ]);
  expect(found.transfers.map(({ from, to }) => ({ from, to }))).toEqual([
    { from: 'Invoice 12 - Ledgerly', to: 'budget.xlsx - Excel' },
  ]);
});

test('an age that is asked for is no wait; what is waited then is', () => {
  const { waits } = extractSteps(
    record(['I open the return. If it is older than thirty days I ask the team lead, that usually takes two days.']),
    { tagger },
  );
  expect(waits.map(({ duration }) => duration)).toEqual(['P2D']);
});
