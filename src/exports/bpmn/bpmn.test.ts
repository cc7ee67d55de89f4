import { describe, expect, test } from 'vitest';
import { clusterByLabel, elementId, PROCESS, tellRecording } from '../../graph/fixtures.ts';
import { ALL_LOGS } from '../all-logs.case.ts';
import type { ExportInput } from '../export-input.ts';
import { inputOfLogs, inputOfRecordings, tellTwo } from '../fixtures.ts';
import { writeBpmn } from './bpmn.ts';
import { findSchemaFaults, findUnsound, lint, listFollows, readModel } from './judge-bpmn.case.ts';
import { findPictureFaults, measureCovered01 } from './judge-picture.case.ts';
import { selectBehaviour } from './main-behaviour.ts';
import { END, START } from './units.ts';

const SCOPES = ['main', 'everything'] as const;

const INPUTS: readonly (readonly [name: string, make: () => Promise<ExportInput>])[] = [
  ...ALL_LOGS.map(([name, read]) => [name, async () => inputOfLogs(await read())] as const),
  ['two recordings', async () => inputOfRecordings(...tellTwo())],
  ['a told decision', async () => inputOfRecordings(tellRefund())],
];

const CASES = INPUTS.flatMap(([name, make]) => {
  // Reading and mining a log takes longer than drawing it: once is enough where nothing else is asked.
  const input = once(make);
  return SCOPES.map((scope) => ({
    name,
    scope,
    make,
    input,
    xml: once(async () => writeBpmn(await input(), { scope })),
  }));
});

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => (made ??= make());
}

describe.each(CASES)('$name, $scope', ({ make, input, xml: draw, scope }) => {
  test('is valid by the schema, read without warnings, clean for bpmnlint, sound and drawn well', async () => {
    const xml = await draw();
    const model = await readModel(xml);
    const plain = await readModel(xml, false);
    expect({
      schema: await findSchemaFaults(xml),
      warnings: [...model.warnings, ...plain.warnings],
      lint: await lint(model),
      unsound: findUnsound(model),
      picture: findPictureFaults(model),
    }).toEqual({ schema: [], warnings: [], lint: [], unsound: [], picture: [] });
    expect(measureCovered01(model)).toBeLessThan(0.05);
  });

  test('keeps activities, roles and ways of the graph', async () => {
    const { units, ways } = selectBehaviour((await input()).graph, scope);
    const model = await readModel(await draw());
    const activities = units.flatMap(({ branches }) => branches.flat());
    const tasks = model.nodes.filter(({ type }) => type.endsWith('Task'));
    expect(tasks.map(({ name, lane }) => `${name} | ${lane}`).toSorted()).toEqual(
      activities.map(({ label, roles }) => `${label} | ${laneOf(roles[0]?.name, model.lanes)}`).toSorted(),
    );
    const members = new Map(units.map(({ id, branches }) => [id, branches.flat().map(({ label }) => label)]));
    const namesOf = (place: string): string[] => (place === START || place === END ? [place] : members.get(place)!);
    expect(listFollows(model)).toEqual(
      ways
        .flatMap(({ source, target }) =>
          namesOf(source).flatMap((from) => namesOf(target).map((to) => `${from} > ${to}`)),
        )
        .toSorted(),
    );
  });

  test('is the same file every time', async () => {
    expect(writeBpmn(await make(), { scope })).toBe(await draw());
  });
});

const laneOf = (role: string | undefined, lanes: readonly string[]): string | null =>
  lanes.length === 0 ? null : (role ?? 'Role not known');

test.each(INPUTS)('everything of %s is every transition of the graph', async (_name, make) => {
  const { graph } = await make();
  const { ways, leftOut } = selectBehaviour(graph, 'everything');
  expect(leftOut).toEqual([]);
  expect(ways.flatMap(({ transitions }) => transitions.map(({ id }) => id)).toSorted()).toEqual(
    graph.transitions.map(({ id }) => id).toSorted(),
  );
});

test('an activity bears its counts and its evidence', async () => {
  const { nodes } = await readModel(writeBpmn(inputOfRecordings(tellRefund())));
  const task = nodes.find(({ name }) => name === 'check receipt')!;
  const { values } = task.element.extensionElements as { values: Record<string, unknown>[] };
  expect(JSON.parse(JSON.stringify(values[0]))).toMatchObject({
    kind: 'activity',
    provenance: 'stated',
    count: 1,
    recordings: 1,
    evidence: [{ kind: 'speech', recording: 'refund', segment: 1, startMs: 1000, quote: expect.any(String) }],
  });
});

test('what people tell stands in the model: conditions, waits, who does it, with what', async () => {
  const { nodes, flows, lanes } = await readModel(writeBpmn(inputOfRecordings(tellRefund())));
  expect(lanes).toEqual(['support agent']);
  expect(nodes.map(({ type, name }) => `${type.replace('bpmn:', '')} ${name}`.trim())).toEqual([
    'StartEvent Start',
    'UserTask open request',
    'UserTask check receipt',
    'IntermediateCatchEvent Wait 2 days',
    'ExclusiveGateway Is it more than two hundred?',
    'ManualTask call finance',
    'ExclusiveGateway',
    'Task send refund',
    'EndEvent End',
  ]);
  const choice = flows.filter(({ element }) => element.name !== undefined);
  expect(choice.map(({ element, isDefault }) => ({ name: element.name, isDefault, body: bodyOf(element) }))).toEqual([
    {
      name: 'it is more than two hundred',
      isDefault: false,
      body: '${environment.variables.it_is_more_than_two_hundred}', // oxlint-disable-line no-template-curly-in-string
    },
    { name: 'otherwise', isDefault: true, body: undefined },
  ]);
});

const bodyOf = (flow: Record<string, unknown>): unknown =>
  (flow.conditionExpression as Record<string, unknown> | undefined)?.body;

test('what is not drawn is listed, with the reason', async () => {
  const [, read] = ALL_LOGS.find(([name]) => name === 'the bundled sample')!;
  const input = inputOfLogs(await read());
  const { process } = await readModel(writeBpmn(input));
  const { values } = process.extensionElements as { values: Record<string, unknown>[] };
  const { leftOut } = selectBehaviour(input.graph, 'main');
  const listed = values.filter(({ kind }) => kind !== 'finding').map(({ ref }) => ref);
  expect(listed).toEqual(leftOut.map(({ id }) => id));
  expect(leftOut.length).toBeGreaterThan(10);
  const [documentation] = process.documentation as { text: string }[];
  expect(documentation!.text).toContain('The main behaviour is drawn');
});

test('a process without a step is a start and an end', async () => {
  const model = await readModel(writeBpmn({ ...inputOfRecordings(), process: PROCESS, clusters: clusterByLabel([]) }));
  expect(model.nodes.map(({ type }) => type)).toEqual(['bpmn:StartEvent', 'bpmn:EndEvent']);
  expect(findUnsound(model)).toEqual([]);
});

/** A narration with a condition and a wait. */
function tellRefund() {
  return tellRecording({
    id: 'refund',
    role: 'support agent',
    steps: [
      { label: 'open request', system: 'Atlas' },
      { label: 'check receipt', id: 'check', system: 'Ledgerly' },
      { label: 'call finance', id: 'call', when: elementId('refund', 'large') },
      { label: 'send refund' },
    ],
    decisions: [
      {
        id: 'large',
        question: 'Is it more than two hundred?',
        branches: [{ condition: 'it is more than two hundred', then: [elementId('refund', 'call')], note: null }],
      },
    ],
    waits: [{ label: 'that takes two days', duration: 'P2D', after: elementId('refund', 'check') }],
  });
}
