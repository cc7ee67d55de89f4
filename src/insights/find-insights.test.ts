import { expect, test } from 'vitest';
import { Insights } from '../domain/insights.ts';
import { buildGraph } from '../graph/build-graph.ts';
import {
  clusterByLabel,
  elementId,
  mineCases,
  PROCESS,
  type RecordingRow,
  repeatCase,
  tellRecording,
} from '../graph/fixtures.ts';
import type { MinedSource } from '../graph/graph-input.ts';
import { findInsights, headline } from './find-insights.ts';

const log = mineCases([
  ...repeatCase(48, [
    ['enter order', 'order clerk', 0],
    ['check credit', 'credit analyst', 20],
    ['release order', 'order clerk', 22],
    ['ship order', 'warehouse operator', 122],
  ]),
  ...repeatCase(2, [
    ['enter order', 'order clerk', 0],
    ['check credit', 'credit analyst', 40],
    ['refuse credit', 'credit analyst', 42],
    ['enter order', 'order clerk', 44],
  ]),
]);

const clerk: RecordingRow = {
  id: 'clerk',
  role: 'order clerk',
  actor: 'Ruben Moss',
  steps: [
    'enter order',
    { label: 'ask credit', id: 'ask' },
    { label: 'release order', id: 'release' },
    { label: 'call carrier', id: 'call', when: elementId('clerk', 'late') },
  ],
  handoffs: [
    { to: 'credit', what: 'order', stepId: elementId('clerk', 'ask') },
    { to: 'carrier', what: 'late order', stepId: elementId('clerk', 'call') },
    { kind: 'system', from: 'Mail', to: 'SAP', what: 'order number' },
    { kind: 'system', from: 'SAP', to: 'SAP GUI', what: 'price' },
  ],
  waits: [
    {
      label: 'it ships on Fridays only',
      duration: 'P4D',
      cause: 'one truck a week',
      after: elementId('clerk', 'release'),
    },
    { label: 'the carrier answers after two days', duration: 'P2D', after: elementId('clerk', 'call') },
    { label: 'a coffee', duration: 'PT20M', after: elementId('clerk', 'call') },
    { label: 'contract of three years', duration: 'P3Y' },
  ],
  decisions: [
    {
      id: 'late',
      question: 'Is it late?',
      branches: [
        { condition: 'before noon', then: [elementId('clerk', 'release')], note: null },
        { condition: 'after noon', then: [elementId('clerk', 'call')], note: null },
      ],
    },
  ],
  exceptions: [{ label: 'no street on the form', handling: 'ask the buyer' }],
  judgements: [{ label: 'a feeling for who shouts' }],
  rework: [{ label: 'typed again when the address is wrong', to: elementId('clerk', 'step0') }],
  transfers: [{ from: 'Mail', to: 'SAP', what: 'order number' }],
  warnings: ['the last minute is silent'],
};

function find(rows: readonly RecordingRow[], logs: readonly MinedSource[] = [log]) {
  const recordings = rows.map(tellRecording);
  const clusters = clusterByLabel(recordings);
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs });
  return { graph, insights: findInsights({ graph, recordings, clusters, logs }) };
}

test('a handoff seen in the log and told by somebody is one finding with both sources', () => {
  const { handoffs } = find([clerk]).insights;
  expect(
    handoffs.map(({ kind, from, to, what, count, sources }) => [kind, from, to, what, count, sources.recordings]),
  ).toEqual([
    ['actor', 'order clerk', 'credit analyst', 'order', 50, 1],
    ['actor', 'credit analyst', 'order clerk', null, 48, 0],
    ['actor', 'order clerk', 'warehouse operator', null, 48, 0],
    ['actor', 'credit analyst', 'order clerk', null, 2, 0],
    ['actor', 'order clerk', 'carrier', 'late order', 1, 1],
    ['system', 'Mail', 'SAP', 'order number', 1, 1],
  ]);
  expect(handoffs[0]).toMatchObject({
    label: 'order clerk to credit analyst, from “enter order” to “check credit”',
    provenance: 'observed',
    evidence: [{ kind: 'log', count: 50 }, { kind: 'speech' }],
    wait: { n: 50 },
  });
});

test('without roles work passes where two people follow each other', () => {
  const anonymous = mineCases(
    repeatCase(3, [
      ['enter order', '', 0, 1, 'Ada'],
      ['check credit', '', 2, 1, 'Bob'],
      ['release order', '', 4, 1, 'Bob'],
    ]),
  );
  const { handoffs } = find([], [anonymous]).insights;
  expect(handoffs.map(({ from, to, label, count }) => ({ from, to, label, count }))).toEqual([
    { from: null, to: 'another person', label: 'To another person, from “enter order” to “check credit”', count: 3 },
  ]);
});

test('bottlenecks come with their share, spread and the cause somebody gives', () => {
  const { bottlenecks } = find([clerk]).insights;
  expect(bottlenecks.map(({ sentence, cause, n, unsure }) => ({ sentence, cause, n, unsure }))).toEqual([
    {
      sentence:
        'Cases wait 4.1 days on average between “release order” and “ship order” (n = 48, 82 % of all waiting time); half of them longer than 4.1 days, one in ten longer than 4.1 days; the median lies at 4.1 days with 97 % confidence. People say it takes 4 days (told once, not measured). The cause people give: one truck a week.',
      cause: 'one truck a week',
      n: 48,
      unsure: false,
    },
    {
      sentence:
        'Cases wait 20 hours on average between “enter order” and “check credit” (n = 50, 17 % of all waiting time); half of them longer than 19 hours, one in ten longer than 19 hours; the median lies at 19 hours with 96 % confidence.',
      cause: null,
      n: 50,
      unsure: false,
    },
    {
      sentence: 'Cases wait up to 1095 days (told once, not measured). In their words: “contract of three years”.',
      cause: null,
      n: 1,
      unsure: true,
    },
    {
      sentence:
        'Cases wait up to 2 days after “call carrier” (told once, not measured). In their words: “the carrier answers after two days”.',
      cause: null,
      n: 1,
      unsure: false,
    },
  ]);
});

test('from five observations on the median has an interval, and the sentence says how sure it is', () => {
  const hours = [1, 2, 3, 5, 8];
  const once = mineCases(
    hours.map((hour) => [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 1 + hour],
    ]),
  );
  const few = mineCases(
    hours.slice(1).map((hour) => [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 1 + hour],
    ]),
  );
  const [bottleneck] = find([], [once]).insights.bottlenecks;
  expect([bottleneck!.medianInterval, bottleneck!.sentence]).toEqual([
    { lowMs: 3_600_000, highMs: 8 * 3_600_000, coverage01: 0.9375 },
    'Cases wait 3.8 hours on average between “enter order” and “ship order” (n = 5, 100 % of all waiting time); half of them longer than 3 hours, one in ten longer than 6.8 hours; the median lies between 60 minutes and 8 hours with 93 % confidence.',
  ]);
  expect(find([], [few]).insights.bottlenecks.map(({ medianInterval }) => medianInterval)).toEqual([null]);
});

test('one observation is called one observation', () => {
  const once = mineCases([
    [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 49],
    ],
  ]);
  expect(find([], [once]).insights.bottlenecks.map(({ sentence }) => sentence)).toEqual([
    'One case waited 2 days between “enter order” and “ship order” (one observation, 100 % of all waiting time).',
  ]);
});

test('where the work takes longer than the wait before it there is no bottleneck', () => {
  const slow = mineCases(
    repeatCase(5, [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 2, 40],
    ]),
  );
  const { bottlenecks, exclusions } = find([], [slow]).insights;
  expect(bottlenecks).toEqual([]);
  expect(exclusions).toEqual(['1 place with much waiting where the work that follows takes longer still.']);
});

test('with one time per event a wait is called what it is', () => {
  const untimed = mineCases(
    repeatCase(2, [
      ['enter order', 'clerk', 0],
      ['ship order', 'clerk', 10],
    ]),
    { untimed: true },
  );
  const { bottlenecks, exclusions } = find([], [untimed]).insights;
  expect(bottlenecks[0]!.sentence).toBe(
    'It takes 10 hours on average between “enter order” and “ship order” (n = 2, 100 % of all waiting time); from 10 hours to 10 hours.',
  );
  expect(exclusions).toEqual(['log1.csv has one time per event, so its waits hold the work as well.']);
});

test('rare activities are unsure exceptions, told ones are sure', () => {
  const { exceptions } = find([clerk]).insights;
  expect(
    exceptions.map(({ label, handling, cases, provenance, unsure }) => [label, handling, cases, provenance, unsure]),
  ).toEqual([
    ['no street on the form', 'ask the buyer', 0, 'stated', false],
    ['“refuse credit” is done in 4 % of the cases', null, 2, 'inferred', true],
  ]);
});

test('rework counts cases and repeats, and joins what is told about it', () => {
  const { rework } = find([clerk]).insights;
  expect(
    rework.map(({ label, kind, cases, count, sources }) => [label, kind, cases, count, sources.recordings]),
  ).toEqual([['“enter order” is done again in 2 of 50 cases', 'repetition', 2, 2, 1]]);
});

test('work that goes to somebody without a recording or a log is an open end', () => {
  const { openEnds } = find([clerk]).insights;
  expect(openEnds.map(({ to, what, label }) => [to, what, label])).toEqual([
    ['carrier', 'late order', 'Work goes to carrier (told once), and nobody there has recorded what happens to it'],
  ]);
});

test('what several people tell is one finding', () => {
  const other: RecordingRow = {
    ...clerk,
    id: 'other',
    steps: ['enter order'],
    handoffs: [],
    waits: [],
    rework: [],
    decisions: [
      {
        question: 'Is it late?',
        branches: [
          { condition: 'After noon', then: [], note: null },
          { condition: 'not after noon', then: [], note: null },
        ],
      },
    ],
  };
  const { insights } = find([clerk, other]);
  expect(insights.judgements.map(({ by, sources }) => [by, sources.recordings])).toEqual([['order clerk', 2]]);
  expect(insights.transfers.map(({ count }) => count)).toEqual([2]);
  expect(insights.decisions.map(({ branches }) => branches.map(({ condition }) => condition))).toEqual([
    ['before noon', 'after noon', 'not after noon'],
  ]);
});

test('waits are listed as they are told', () => {
  const { insights, graph } = find([clerk]);
  const [first] = insights.waits;
  expect(first).toMatchObject({ label: 'it ships on Fridays only', duration: 'P4D', cause: 'one truck a week' });
  expect(graph.activities.find(({ id }) => id === first!.after)!.label).toBe('release order');
  expect(insights.waits).toHaveLength(4);
});

test('the headline counts sure findings that nobody has dismissed', () => {
  const { graph, insights } = find([clerk]);
  expect(headline(graph, insights)).toEqual({
    process: 'Order entry',
    recordings: 1,
    cases: 50,
    activities: 7,
    transitions: graph.transitions.length,
    handoffs: 6,
    bottlenecks: 3,
    exceptions: 1,
    judgements: 1,
  });
  const [dismissed, ...rest] = insights.handoffs;
  const reviewed = { ...insights, handoffs: [{ ...dismissed!, status: 'dismissed' as const }, ...rest] };
  expect(headline(graph, reviewed).handoffs).toBe(5);
});

test('what is left out is said', () => {
  expect(find([clerk]).insights.exclusions).toEqual([
    '2 findings too unsure to count; they are listed as unsure.',
    'Recording clerk: the last minute is silent',
  ]);
});

test('every element of the graph and every finding has evidence, and no two share an id', () => {
  for (const { graph, insights } of [find([clerk]), find([clerk], []), find([]), find([], [])]) {
    const { definitions, exclusions, waiting: _waiting, ...lists } = insights;
    const findings = Object.values(lists).flat();
    const bare = [...graph.activities, ...graph.transitions, ...findings].filter(
      ({ evidence }) => evidence.length === 0,
    );
    expect(bare).toEqual([]);
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    expect(Object.keys(definitions).length).toBeGreaterThan(0);
    expect(exclusions).toEqual(expect.any(Array));
  }
});

test('the same input gives the same findings, and they are valid ones', () => {
  const { insights } = find([clerk]);
  expect(find([clerk]).insights).toEqual(insights);
  expect(Insights.parse(insights)).toEqual(insights);
});
