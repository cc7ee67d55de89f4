import { expect, test } from 'vitest';
import { Insights } from '../domain/insights.ts';
import { mineCases, type RecordingRow, repeatCase } from '../graph/fixtures.ts';
import { headline } from './find-insights.ts';
import { clerk, find } from './order-desk.sample.ts';

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
