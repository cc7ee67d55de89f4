import { expect, test } from 'vitest';
import { createWinkTagger } from '../../models/wink-tagger.ts';
import { ProcessId, RecordingId } from '../domain/ids.ts';
import type { NarratedRecording } from '../domain/extraction.ts';
import { alignSteps } from './align.ts';
import { extractSteps } from './extract.ts';

const tagger = createWinkTagger();

function narrate(id: string, role: string, texts: readonly string[]): NarratedRecording {
  const recording = {
    id: RecordingId.parse(id),
    processId: ProcessId.parse('p'),
    title: id,
    actor: id,
    role,
    language: 'en',
    durationMs: 60_000,
    state: 'ready' as const,
    problem: null,
    startedAtMs: null,
    timeZone: null,
    createdAtMs: 0,
  };
  const segments = texts.map((text, index) => ({ index, startMs: index * 5000, endMs: index * 5000 + 4000, text }));
  return { recording, extraction: extractSteps({ recording, segments, events: [] }, { tagger }) };
}

const recordings = [
  narrate('a', 'vet nurse', [
    'I weigh the animal.',
    'Then I key in the chip number.',
    'I ring the owner.',
    'I print the passport.',
  ]),
  narrate('b', 'receptionist', [
    'First I type in the chip number.',
    'And I look up the chip number in the register.',
    'I weigh the animal.',
    'I call the owner.',
  ]),
];

test('the same doing in other words is one cluster; looking up is not entering', () => {
  const labelled = alignSteps(recordings).map((cluster) => `${cluster.label} x${cluster.stepIds.length}`);
  expect(labelled).toEqual([
    'weigh animal x2',
    'enter chip number x2',
    'call owner x2',
    'print passport x1',
    'look up chip number x1',
  ]);
});

test('every step is in exactly one cluster, with at most one of each recording', () => {
  const clusters = alignSteps(recordings);
  const ids = clusters.flatMap((cluster) => cluster.stepIds);
  const all = recordings.flatMap(({ extraction }) => extraction.steps.map((step) => step.id));
  expect([...ids].sort()).toEqual([...all].sort());
  for (const { extraction } of recordings) {
    const own = new Set(extraction.steps.map((step) => step.id));
    expect(clusters.filter((cluster) => cluster.stepIds.filter((id) => own.has(id)).length > 1)).toEqual([]);
  }
  expect(alignSteps([])).toEqual([]);
});

/** What is joined, each as its members' labels; what stays alone is left out. */
const joins = (...told: readonly (readonly [id: string, role: string, texts: readonly string[]])[]): string[] => {
  const people = told.map(([id, role, texts]) => narrate(id, role, texts));
  const labels = new Map(people.flatMap(({ extraction }) => extraction.steps.map(({ id, label }) => [id, label])));
  const joined = alignSteps(people).filter(({ stepIds }) => stepIds.length > 1);
  return joined.map(({ stepIds }) => stepIds.map((id) => labels.get(id)).join(' = '));
};

test('other words for the same: verbs, things and ends of words that stand for each other', () => {
  expect(
    joins(
      ['a', 'payroll officer', ['I recalculate the payslip.', 'I compare the bill with the estimate.']],
      ['b', 'payroll officer', ['I rerun the slip.', 'I compare the invoice with the estimate.']],
    ),
  ).toEqual(['recalculate payslip = rerun slip', 'compare bill with estimate = compare invoice with estimate']);
});

test('a thing that is only pointed at does not keep apart what order and verb put together', () => {
  const [first, last] = ['I print the labels.', 'I weigh the parcel.'];
  expect(
    joins(['a', 'clerk', [first, 'I approve the variance.', last]], ['b', 'clerk', [first, 'I release it.', last]]),
  ).toContain('approve variance = release labels');
});

test('who gets it tells two sendings apart', () => {
  expect(
    joins(
      ['a', 'clerk', ['I send the form to the supplier.']],
      ['b', 'clerk', ['I send the form to the bank.', 'I send the form to the supplier.']],
    ),
  ).toEqual(['send form to supplier = send form to supplier']);
});

test('place alone joins nothing, and a thing does not join two doings', () => {
  expect(
    joins(
      ['a', 'clerk', ['I print the labels.', 'I approve the invoice.', 'I water the plants.']],
      ['b', 'clerk', ['I print the labels.', 'I reject the invoice.', 'I sharpen the knives.']],
    ),
  ).toEqual(['print labels = print labels']);
});

test('the same input gives the same clusters', () => {
  expect(JSON.stringify(alignSteps(recordings))).toBe(JSON.stringify(alignSteps(recordings)));
});
