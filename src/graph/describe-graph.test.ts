import { expect, test } from 'vitest';
import { buildGraph } from './build-graph.ts';
import { describeGraph } from './describe-graph.ts';
import { mineCases, PROCESS } from './fixtures.ts';

test('labels stand beside the ids that the other commands and the window use', () => {
  const log = mineCases([
    [
      ['enter order', 'clerk', 0],
      ['check credit', 'analyst', 3],
    ],
  ]);
  const graph = buildGraph({ process: PROCESS, recordings: [], clusters: [], logs: [log] });
  const { activities, transitions } = describeGraph(graph);
  const [enter, check] = graph.activities;
  expect(activities.map(({ id, label, count }) => ({ id, label, count }))).toEqual([
    { id: enter!.id, label: 'enter order', count: 1 },
    { id: check!.id, label: 'check credit', count: 1 },
  ]);
  const { wait: _wait, provenance: _provenance, sources: _sources, ...transition } = transitions[0]!;
  expect(transition).toEqual({
    id: graph.transitions[0]!.id,
    source: 'enter order',
    target: 'check credit',
    sourceId: enter!.id,
    targetId: check!.id,
    count: 1,
  });
});
