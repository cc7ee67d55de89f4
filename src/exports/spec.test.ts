import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { ProcessSpec } from '../domain/spec.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { clusterByLabel, elementId, mineCases, PROCESS, repeatCase, tellRecording } from '../graph/fixtures.ts';
import { findInsights } from '../insights/find-insights.ts';
import type { ExportInput } from './export-input.ts';
import { formatJson } from './fixtures.ts';
import { buildSpec, writeSpec } from './spec.ts';

const schema = z.toJSONSchema(ProcessSpec, { reused: 'ref' });

test('the committed JSON Schema is the one the shapes give', async () => {
  await expect(formatJson(schema)).toMatchFileSnapshot('./process-spec.schema.json');
});

test('a spec is written as the schema says', async () => {
  const text = writeSpec(sample());
  const validate = new Ajv2020({ allErrors: true }).compile(schema);
  expect(validate(JSON.parse(text)) || validate.errors).toBe(true);
  expect(ProcessSpec.parse(JSON.parse(text))).toEqual(buildSpec(sample()));
  await expect(text).toMatchFileSnapshot('./process-spec.golden.json');
});

test('a bottleneck says how sure its median is and what each cause costs', () => {
  const input = sample();
  const measured = {
    medianInterval: { lowMs: 1, highMs: 3, coverage01: 0.9375 },
    cteWithout01: { batchingMs: 0.5, contentionMs: 0.4, prioritisationMs: 0.4, unavailabilityMs: 1, extraneousMs: 0.6 },
  };
  const [first, ...rest] = input.insights.bottlenecks;
  const spec = buildSpec({
    ...input,
    insights: { ...input.insights, bottlenecks: [{ ...first!, ...measured }, ...rest] },
  });
  expect(ProcessSpec.parse(spec).bottlenecks[0]).toMatchObject(measured);
});

test('an empty process gives a valid spec that is ready for nothing', () => {
  const spec = buildSpec(sample({ recordings: [], logs: [] }));
  expect(ProcessSpec.parse(spec)).toEqual(spec);
  expect(spec.readiness).toEqual({ score01: 0, blocking: [], checks: [] });
});

test('a recording keeps its order, its alternatives and its conditions', () => {
  const recording = tellRecording({
    id: 'r',
    steps: [
      'open order',
      { label: 'approve order', order: 1 },
      { label: 'reject order', order: 1 },
      { label: 'call buyer', id: 'call', order: 2, when: elementId('r', 'd') },
    ],
    decisions: [
      {
        id: 'd',
        question: 'Is it late?',
        branches: [{ condition: 'late', then: [elementId('r', 'call')], note: null }],
      },
    ],
  });
  const spec = buildSpec(sample({ recordings: [recording], logs: [] }));
  const [decision] = spec.decisions;
  expect(spec.activities.map(({ label, order, when }) => [label, order, when])).toEqual([
    ['open order', 0, 'always'],
    ['approve order', 1, 'always'],
    ['reject order', 1, 'always'],
    ['call buyer', 2, decision!.id],
  ]);
  expect(decision!.branches[0]!.then).toEqual([spec.activities[3]!.id]);
});

test('what is unknown is asked, and blocks', () => {
  const { openQuestions, readiness } = buildSpec(sample());
  expect(openQuestions.filter(({ blocking }) => blocking).map(({ question }) => question)).toEqual(readiness.blocking);
  expect(readiness.blocking).toEqual([
    'When is “check credit” done? It is in 1 of 4 cases.',
    '“Is it large?” What if it is not so: “over ten thousand”?',
    'What is done when: “no street on the form”?',
    'By what rule, or who must decide: “a feeling for who shouts”?',
    'What happens with the work that goes to carrier?',
  ]);
});

test('dismissed findings and names of people stay inside', () => {
  const input = sample();
  const judgements = input.insights.judgements.map((finding) => ({ ...finding, status: 'dismissed' as const }));
  const spec = buildSpec({ ...input, insights: { ...input.insights, judgements } });
  expect(spec.judgements).toEqual([]);
  expect(JSON.stringify(spec)).not.toContain('Ruben');
});

function sample(change: Partial<Pick<ExportInput, 'recordings'>> & { logs?: [] } = {}): ExportInput {
  const recordings = change.recordings ?? [
    tellRecording({
      id: 'r1',
      role: 'order clerk',
      actor: 'Ruben Moss',
      steps: [
        { label: 'enter order', system: 'SAP', artifact: 'order' },
        { label: 'ship order', id: 'ship' },
      ],
      handoffs: [{ to: 'carrier', what: 'parcel', stepId: elementId('r1', 'ship') }],
      waits: [
        { label: 'the truck comes on Fridays', duration: 'P4D', cause: 'one truck', after: elementId('r1', 'step0') },
      ],
      decisions: [{ question: 'Is it large?', branches: [{ condition: 'over ten thousand', then: [], note: null }] }],
      exceptions: [{ label: 'no street on the form' }],
      judgements: [{ label: 'a feeling for who shouts' }],
    }),
  ];
  const log = mineCases([
    ...repeatCase(3, [
      ['enter order', 'order clerk', 0],
      ['ship order', 'order clerk', 30],
    ]),
    [
      ['enter order', 'order clerk', 0],
      ['check credit', 'credit analyst', 4],
      ['ship order', 'order clerk', 40],
    ],
  ]);
  const logs = change.logs ?? [log];
  const clusters = clusterByLabel(recordings);
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs });
  const insights = findInsights({ graph, recordings, clusters, logs });
  const readColumns = (): never => {
    throw new Error('the spec needs no events');
  };
  return {
    process: PROCESS,
    graph,
    insights,
    recordings,
    clusters,
    logs: logs.map((one) => ({ log: one.log, readColumns })),
  };
}
