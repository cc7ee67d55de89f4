import { expect, test } from 'vitest';
import { ProcessGraph } from '../domain/graph.ts';
import { buildGraph } from './build-graph.ts';
import { clusterByLabel, elementId, mineCases, PROCESS, repeatCase, tellRecording } from './fixtures.ts';
import type { GraphInput } from './graph-input.ts';

const log = mineCases([
  ...repeatCase(3, [
    ['enter order', 'clerk', 0],
    ['check credit', 'analyst', 3],
    ['release order', 'clerk', 5],
  ]),
  [
    ['enter order', 'clerk', 0],
    ['enter order', 'clerk', 2],
    ['release order', 'clerk', 3],
  ],
]);

const told = tellRecording({
  id: 'r1',
  role: 'clerk',
  steps: [
    { label: 'key in order', verb: 'enter', system: 'SAP' },
    { label: 'verify credit', actor: 'analyst' },
    'print label',
    { label: 'release order', unsure: true },
  ],
});

const build = (input: Partial<GraphInput>) => {
  const recordings = input.recordings ?? [];
  return buildGraph({ process: PROCESS, recordings, clusters: clusterByLabel(recordings), logs: [], ...input });
};

const showTransitions = (graph: ProcessGraph): string[] => {
  const labels = new Map(graph.activities.map(({ id, label }) => [id, label]));
  return graph.transitions.map(({ source, target, count, provenance }) => {
    return `${labels.get(source)} > ${labels.get(target)} ${count} ${provenance}`;
  });
};

test('a log gives counts and times', () => {
  const graph = build({ logs: [log] });
  const { id: logId } = log.log;
  expect(graph).toMatchObject({ cases: 4, events: 12, recordings: 0, selfHandovers: 2 });
  expect(graph.activities.map(({ label, count, cases, reworkCases }) => [label, count, cases, reworkCases])).toEqual([
    ['enter order', 5, 4, 1],
    ['check credit', 3, 3, 0],
    ['release order', 4, 4, 0],
  ]);
  expect(showTransitions(graph)).toEqual([
    'enter order > check credit 3 observed',
    'check credit > release order 3 observed',
    'enter order > enter order 1 observed',
    'enter order > release order 1 observed',
  ]);
  expect(graph.transitions[0]).toMatchObject({
    handoffs: 3,
    sources: { log: 3, recordings: 0 },
    wait: { n: 3, meanMs: 2 * 3_600_000, medianMs: 2 * 3_600_000 },
    evidence: [{ kind: 'log', logId, rows: [1, 4, 7], count: 3 }],
  });
  expect(graph.variants).toMatchObject({ count: 2, top: [{ count: 3 }, { count: 1 }] });
});

test('recordings give words to what the log counts, and steps the log does not know', () => {
  const graph = build({ recordings: [told], logs: [log] });
  expect(
    graph.activities.map(({ label, count, sources, provenance }) => [label, count, sources.recordings, provenance]),
  ).toEqual([
    ['enter order', 5, 1, 'observed'],
    ['check credit', 3, 1, 'observed'],
    ['print label', 1, 1, 'stated'],
    ['release order', 4, 1, 'observed'],
  ]);
  const [enter] = graph.activities;
  expect(enter).toMatchObject({ systems: [{ name: 'SAP', count: 1 }], stepIds: ['r1/step0'], unsure: false });
  expect(enter!.evidence.map(({ kind }) => kind)).toEqual(['log', 'speech']);
  expect(showTransitions(graph).filter((line) => line.includes('print'))).toEqual([
    'check credit > print label 1 stated',
    'print label > release order 1 stated',
  ]);
});

test('what people tell against the log is left off the map', () => {
  const backwards = tellRecording({ id: 'r2', steps: ['release order', 'enter order'] });
  expect(showTransitions(build({ recordings: [backwards], logs: [log] }))).toEqual(
    showTransitions(build({ logs: [log] })),
  );
});

test('without a log each recording is a case, and unsure steps make unsure activities', () => {
  const graph = build({ recordings: [told, tellRecording({ id: 'r3', steps: ['key in order', 'print label'] })] });
  expect(graph).toMatchObject({ cases: 2, events: 6, cycle: null });
  expect(graph.activities.map(({ label, count, cases, unsure }) => [label, count, cases, unsure])).toEqual([
    ['key in order', 2, 2, false],
    ['verify credit', 1, 1, false],
    ['print label', 2, 2, false],
    ['release order', 1, 1, true],
  ]);
  expect(showTransitions(graph)).toEqual([
    'key in order > verify credit 1 stated',
    'verify credit > print label 1 stated',
    'print label > release order 1 stated',
    'key in order > print label 1 stated',
  ]);
  expect(graph.transitions[0]).toMatchObject({ handoffs: 1, wait: null, sources: { log: 0, recordings: 1 } });
  expect(graph.transitions[2]!.unsure).toBe(true);
  expect(graph.variants.count).toBe(2);
});

test('recordings of two roles become one graph where one hands to the other and gets it back', () => {
  const clerk = tellRecording({
    id: 'clerk',
    role: 'clerk',
    actor: 'Ruben Moss',
    steps: ['enter order', { label: 'request check', id: 'ask' }, 'release order'],
    handoffs: [{ to: 'Ines', stepId: elementId('clerk', 'ask') }],
  });
  const analyst = tellRecording({
    id: 'analyst',
    role: 'credit analyst',
    actor: 'Ines Hale',
    steps: ['open request', { label: 'set limit', id: 'set' }],
    handoffs: [{ to: 'the clerk', stepId: elementId('analyst', 'set') }],
  });
  const graph = build({ recordings: [analyst, clerk] });
  expect(graph.activities.map(({ label }) => label)).toEqual([
    'enter order',
    'request check',
    'open request',
    'set limit',
    'release order',
  ]);
  expect(showTransitions(graph).filter((line) => line.endsWith('inferred'))).toEqual([
    'set limit > release order 1 inferred',
    'request check > open request 1 inferred',
  ]);
  const [stitch] = graph.transitions.filter(({ provenance }) => provenance === 'inferred');
  expect(stitch!.evidence).toHaveLength(2);
});

test('told rework leads back', () => {
  const recording = tellRecording({
    id: 'r4',
    steps: [
      { label: 'price order', id: 'price' },
      { label: 'approve price', id: 'approve' },
    ],
    rework: [{ from: elementId('r4', 'approve'), to: elementId('r4', 'price'), label: 'sent back' }],
  });
  expect(showTransitions(build({ recordings: [recording] }))).toEqual([
    'price order > approve price 1 stated',
    'approve price > price order 1 stated',
  ]);
});

test('labels are unique: a second activity of the same name says who does it', () => {
  const recording = tellRecording({ id: 'r5', steps: [{ label: 'check order', actor: 'planner' }, 'check order'] });
  const clusters = recording.extraction.steps.map(({ id, label }) => ({ label, stepIds: [id] }));
  const graph = build({ recordings: [recording], clusters });
  expect(graph.activities.map(({ label }) => label)).toEqual(['check order', 'check order (clerk)']);
});

test('the same words of two recorded roles are two activities, of one role and whoever speaks of it one', () => {
  const mine = tellRecording({
    id: 'a',
    role: 'clerk',
    steps: ['update tracker', { label: 'set limit', actor: 'analyst' }],
  });
  const theirs = tellRecording({ id: 'b', role: 'analyst', steps: ['set limit', 'update tracker'] });
  const graph = build({ recordings: [mine, theirs] });
  expect(graph.activities.map(({ label, count }) => [label, count])).toEqual([
    ['update tracker', 1],
    ['set limit', 2],
    ['update tracker (analyst)', 1],
  ]);
});

test('counts of several logs are summed', () => {
  const graph = build({ logs: [log, mineCases([[['enter order', 'clerk', 0]]], { id: 'log2' })] });
  expect(graph).toMatchObject({ cases: 5, events: 13 });
  expect(graph.activities[0]).toMatchObject({ label: 'enter order', count: 6, cases: 5, sources: { log: 6 } });
  expect(graph.activities[0]!.evidence).toHaveLength(2);
});

test('nothing gives an empty graph', () => {
  expect(build({})).toEqual({
    processId: 'p1',
    process: 'Order entry',
    cases: 0,
    events: 0,
    recordings: 0,
    cycle: null,
    activities: [],
    transitions: [],
    start: [],
    end: [],
    variants: { count: 0, top: [] },
    resourceHandoffs: [],
    selfHandovers: 0,
    doubts: [],
  });
});

test('the same input gives the same graph, and it is a valid one', () => {
  const graph = build({ recordings: [told], logs: [log] });
  expect(build({ recordings: [told], logs: [log] })).toEqual(graph);
  expect(ProcessGraph.parse(graph)).toEqual(graph);
  expect(new Set(graph.activities.map(({ id }) => id)).size).toBe(graph.activities.length);
});
