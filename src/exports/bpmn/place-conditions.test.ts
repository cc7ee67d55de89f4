import { expect, test } from 'vitest';
import { buildGraph } from '../../graph/build-graph.ts';
import {
  clusterByLabel,
  elementId,
  mineCases,
  PROCESS,
  type RecordingRow,
  repeatCase,
  tellRecording,
} from '../../graph/fixtures.ts';
import { findInsights } from '../../insights/find-insights.ts';
import { attachFindings } from './attach-findings.ts';
import { findSureWaits } from './find-waits.ts';
import { selectBehaviour } from './main-behaviour.ts';
import { placeConditions } from './place-conditions.ts';

/** One narration beside one log. */
function read(row: Omit<RecordingRow, 'id'>, cases: Parameters<typeof mineCases>[0]) {
  const recordings = [tellRecording({ id: 'r', ...row })];
  const clusters = clusterByLabel(recordings);
  const logs = [mineCases(cases)];
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs });
  const insights = findInsights({ graph, recordings, clusters, logs });
  const selection = selectBehaviour(graph, 'main');
  const labels = new Map<string, string>(graph.activities.map(({ id, label }) => [id, label]));
  return {
    conditions: [...placeConditions(selection, insights).ofWay].map(([way, { words }]) => [
      way
        .split(' ')
        .map((place) => labels.get(place))
        .join(' > '),
      words,
    ]),
    waits: [...findSureWaits(selection, insights)].map(([unit, { duration }]) => [labels.get(unit), duration]),
  };
}

const decide = (then: string) => ({
  decisions: [
    {
      id: 'd',
      question: 'Is it large?',
      branches: [{ condition: 'it is large', then: [elementId('r', then)], note: null }],
    },
  ],
});

test('a condition stands on the only way to what is done then', () => {
  const { conditions } = read(
    { steps: [{ label: 'check credit', id: 'check', when: elementId('r', 'd') }], ...decide('check') },
    [
      ...repeatCase(5, [
        ['enter order', 'clerk', 0],
        ['check credit', 'clerk', 2],
        ['ship order', 'clerk', 4],
      ]),
      ...repeatCase(5, [
        ['enter order', 'clerk', 0],
        ['ship order', 'clerk', 4],
      ]),
    ],
  );
  expect(conditions).toEqual([['enter order > check credit', 'it is large']]);
});

test('what Mirror is unsure of stands in the model only once somebody has confirmed it', () => {
  const recordings = [
    tellRecording({
      id: 'r',
      steps: [{ label: 'check credit', id: 'check', when: elementId('r', 'd') }, 'ship order'],
      decisions: decide('check').decisions.map((one) => ({ ...one, unsure: true })),
      waits: [{ label: 'that takes a while', duration: 'P2D', after: elementId('r', 'check'), unsure: true }],
    }),
  ];
  const clusters = clusterByLabel(recordings);
  const graph = buildGraph({ process: PROCESS, recordings, clusters, logs: [] });
  const found = findInsights({ graph, recordings, clusters, logs: [] });
  const selection = selectBehaviour(graph, 'main');
  const drawn = { activities: new Set<string>(graph.activities.map(({ id }) => id)), transitions: new Set<string>() };
  const tell = (status: 'open' | 'confirmed' | 'dismissed') => {
    const judge = <T>(list: readonly T[]): T[] => list.map((one) => ({ ...one, status }));
    const insights = { ...found, decisions: judge(found.decisions), waits: judge(found.waits) };
    const { ofActivity } = attachFindings(insights, { ...drawn, shown: new Set() });
    return {
      waits: [...findSureWaits(selection, insights).values()].map(({ duration }) => duration),
      findings: [...ofActivity.values()].flat().map(({ sentence }) => sentence),
    };
  };
  expect(tell('open')).toEqual({ waits: [], findings: [] });
  expect(tell('dismissed')).toEqual({ waits: [], findings: [] });
  expect(tell('confirmed')).toEqual({
    waits: ['P2D'],
    findings: ['Decision: Is it large? “it is large”', 'Wait, as told: that takes a while'],
  });
});

test('where several choices lead there and nobody tells which one is meant, it stands on none', () => {
  const { conditions } = read(
    { steps: [{ label: 'cancel order', id: 'cancel', when: elementId('r', 'd') }], ...decide('cancel') },
    [
      ...repeatCase(5, [
        ['enter order', 'clerk', 0],
        ['cancel order', 'clerk', 2],
      ]),
      ...repeatCase(5, [
        ['enter order', 'clerk', 0],
        ['check credit', 'clerk', 2],
        ['cancel order', 'clerk', 4],
      ]),
      ...repeatCase(5, [
        ['enter order', 'clerk', 0],
        ['check credit', 'clerk', 2],
        ['ship order', 'clerk', 4],
      ]),
    ],
  );
  expect(conditions).toEqual([]);
});

test('a stated wait longer than any the log has seen there is not drawn', () => {
  const tell = (duration: string) =>
    read(
      {
        steps: [{ label: 'enter order', id: 'enter' }],
        waits: [{ label: 'that takes a while', duration, after: elementId('r', 'enter') }],
      },
      repeatCase(5, [
        ['enter order', 'clerk', 0],
        ['ship order', 'clerk', 60],
      ]),
    ).waits;
  expect(tell('P2D')).toEqual([['enter order', 'P2D']]);
  expect(tell('P36M')).toEqual([]);
});
