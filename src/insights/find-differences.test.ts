import { expect, test } from 'vitest';
import type { Difference } from '../domain/insights.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { clusterByLabel, elementId, PROCESS, type RecordingRow, tellRecording } from '../graph/fixtures.ts';
import { findInsights, headline } from './find-insights.ts';
import { readNumbers } from './read-numbers.ts';

function find(rows: readonly RecordingRow[], { isConfirmed = false } = {}) {
  const recordings = rows.map(tellRecording);
  const clusters = clusterByLabel(recordings).map((cluster) => ({ ...cluster, isConfirmed }));
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs: [] });
  return { graph, insights: findInsights({ graph, recordings, clusters, logs: [] }) };
}

const labelsOf = (rows: readonly RecordingRow[]): string[] =>
  find(rows).insights.differences.map(({ kind, label }) => `${kind}: ${label}`);

const quotesOf = ({ evidence }: Difference): string[] =>
  evidence.map((ref) => (ref.kind === 'speech' ? `${ref.recordingId} ${ref.quote}` : ref.kind));

const STEPS = ['open order', 'check credit', 'enter price', 'send order'];

test('an activity that stands elsewhere is one difference in order, with the words of both', () => {
  const { insights } = find([
    { id: 'r1', role: 'clerk', steps: STEPS },
    { id: 'r2', role: 'clerk', steps: ['open order', 'enter price', 'send order', 'check credit'] },
  ]);
  const [difference] = insights.differences;
  expect(insights.differences).toHaveLength(1);
  expect(difference).toMatchObject({
    kind: 'order',
    label: '“check credit” comes before “enter price” as one clerk tells it, and after it as another clerk does',
    status: 'open',
    provenance: 'inferred',
    unsure: false,
    sources: { log: 0, recordings: 2 },
    elementIds: ['r1/step1', 'r2/step3', 'r1/step2', 'r2/step1'],
  });
  expect(quotesOf(difference!)).toEqual(['r1 check credit', 'r2 check credit', 'r1 enter price', 'r2 enter price']);
});

test('alternatives, steps of a branch and steps done twice have no order to differ in', () => {
  const late = { id: 'late', question: 'Is it late?' };
  expect(
    labelsOf([
      { id: 'r1', role: 'clerk', steps: STEPS },
      {
        id: 'r2',
        role: 'clerk',
        steps: [
          'send order',
          { label: 'check credit', order: 0 },
          { label: 'enter price', when: elementId('r2', 'late') },
          'open order',
          'send order',
        ],
        decisions: [late],
      },
    ]),
  ).toEqual([
    'order: “open order” comes before “check credit” as one clerk tells it, and after it as another clerk does',
  ]);
});

test('who does it is a difference where somebody speaks of another, not where two say "I"', () => {
  const rows: RecordingRow[] = [
    { id: 'r1', role: 'sales clerk', steps: ['update tracker', { label: 'sign contract', actor: 'lawyer' }] },
    { id: 'r2', role: 'buyer', steps: ['update tracker', 'sign contract'] },
    { id: 'r3', role: 'lawyer', steps: ['read contract'] },
  ];
  const { insights } = find(rows);
  expect(insights.differences.map(({ kind, label }) => [kind, label])).toEqual([
    ['who', '“sign contract” is done by lawyer as the sales clerk tells it, and by buyer as the buyer does'],
  ]);
  expect(quotesOf(insights.differences[0]!)).toEqual(['r1 sign contract', 'r2 sign contract']);
  const confirmed = find(rows, { isConfirmed: true }).insights.differences;
  expect(confirmed.map(({ label }) => label)).toEqual([
    '“update tracker” is done by sales clerk as the sales clerk tells it, and by buyer as the buyer does',
    '“sign contract” is done by lawyer as the sales clerk tells it, and by buyer as the buyer does',
  ]);
});

test('a name that is no known role may be another word for one', () => {
  expect(
    labelsOf([
      { id: 'r1', role: 'clerk', steps: [{ label: 'sign contract', actor: 'Gwen' }] },
      { id: 'r2', role: 'lawyer', steps: ['sign contract'] },
    ]),
  ).toEqual([]);
});

test('limits differ where both name a number for the same thing', () => {
  const decide = (id: string, conditions: readonly string[], question = 'Is the amount large?'): RecordingRow => ({
    id,
    role: 'clerk',
    decisions: [{ question, branches: conditions.map((condition) => ({ condition, then: [], note: null })) }],
  });
  expect(
    labelsOf([
      decide('r1', ['the amount is under fifty euros']),
      decide('r2', ['the amount is over 100 euros', 'otherwise']),
      decide('r3', ['the amount is below 50 euros']),
      decide('r4', ['it takes more than five days'], 'Does it take long?'),
    ]),
  ).toEqual([
    'threshold: The limit is “the amount is under fifty euros” as one clerk tells it, and “the amount is over 100 euros” as another clerk does',
    'threshold: The limit is “the amount is over 100 euros” as one clerk tells it, and “the amount is below 50 euros” as another clerk does',
  ]);
  // Only fewer branches are told: no contradiction.
  expect(labelsOf([decide('r1', ['amount under 50', 'amount over 100']), decide('r2', ['amount under 50'])])).toEqual(
    [],
  );
});

test('a step only one of two colleagues tells is a difference where both tell what is around it', () => {
  const rows = (other: RecordingRow['steps']): RecordingRow[] => [
    { id: 'r1', role: 'clerk', steps: [...STEPS, 'archive mail'] },
    { id: 'r2', role: 'clerk', steps: other ?? [] },
  ];
  const { insights } = find(rows(['open order', 'enter price', 'send order']));
  expect(insights.differences.map(({ kind, label }) => [kind, label])).toEqual([
    ['only', 'One clerk tells “check credit”, another clerk does not'],
  ]);
  expect(quotesOf(insights.differences[0]!)).toEqual(['r1 check credit', 'r2 open order', 'r2 enter price']);
  // In other words, or unsure, it may be told all the same.
  expect(labelsOf(rows(['open order', 'check credit limit', 'enter price', 'send order']))).toEqual([]);
  expect(labelsOf(rows(['open order', { label: 'check credit', unsure: true }, 'enter price', 'send order']))).toEqual(
    [],
  );
});

test('differences are not in the headline, and none are found where nobody disagrees', () => {
  const one: RecordingRow = { id: 'r1', role: 'clerk', steps: STEPS };
  const same = find([one, { ...one, id: 'r2' }]);
  expect(same.insights.differences).toEqual([]);
  const swapped = find([one, { ...one, id: 'r2', steps: STEPS.toReversed() }]);
  expect(swapped.insights.differences.length).toBeGreaterThan(0);
  expect(Object.keys(headline(swapped.graph, swapped.insights))).not.toContain('differences');
});

test('numbers are read as people say them', () => {
  const texts = [
    'over fifty euros',
    'two hundred and fifty',
    'a hundred',
    '1,500 or 20k',
    'after two thirty',
    'one of 3',
    'sixty two',
    '14:30',
    '2.5 percent',
  ];
  expect(texts.map((text) => readNumbers(text))).toEqual([
    { numbers: ['50'], rest: 'over euros' },
    { numbers: ['250'], rest: '' },
    { numbers: ['100'], rest: 'a' },
    { numbers: ['1500', '20000'], rest: 'or' },
    { numbers: ['2:30'], rest: 'after' },
    { numbers: ['3'], rest: 'one of' },
    { numbers: ['62'], rest: '' },
    { numbers: ['14:30'], rest: '' },
    { numbers: ['2.5'], rest: 'percent' },
  ]);
});
