import { expect, it } from 'vitest';
import type { EvidenceRef } from '../../src/domain/evidence.ts';
import type { RecordingId } from '../../src/domain/ids.ts';
import type { DecisionFinding } from '../../src/domain/insights.ts';
import { activityId } from '../gallery/fixture-ids.ts';
import { SMALL_GRAPH } from '../gallery/make-small-model.ts';
import { makeProcessView } from '../gallery/make-view.ts';
import { findConditions } from './find-conditions.ts';

const saidIn = (id: string): EvidenceRef => ({
  kind: 'speech',
  recordingId: id as RecordingId,
  segment: 0,
  startMs: 0,
  endMs: 1000,
  charStart: 0,
  charEnd: 2,
  quote: 'if',
});

const [known] = makeProcessView().insights.decisions;
const decide = (condition: string, target: string, recording: string): DecisionFinding => ({
  ...known!,
  unsure: false,
  status: 'open',
  evidence: [saidIn(recording)],
  branches: [{ condition, then: [activityId(target)], note: null }],
});

const targets = Map.groupBy(SMALL_GRAPH.transitions, ({ target }) => target);
const single = [...targets].find(([, ways]) => ways.length === 1)!;
const several = [...targets].find(([, ways]) => ways.length > 1)!;

it('puts a condition on the only way to what follows', () => {
  const [target, [way]] = single;
  expect(findConditions(SMALL_GRAPH, [decide('it is late', target, 'r1')])).toEqual(new Map([[way!.id, 'it is late']]));
});

it('takes the way that the same recording tells where there are several, and none where that does not tell', () => {
  const [target, ways] = several;
  const [first, ...rest] = ways;
  const graph = {
    ...SMALL_GRAPH,
    transitions: [
      { ...first!, evidence: [saidIn('r1')] },
      ...rest.map((way) => ({ ...way, evidence: [saidIn('r2')] })),
    ],
  };
  expect(findConditions(graph, [decide('it is late', target, 'r1')])).toEqual(new Map([[first!.id, 'it is late']]));
  expect(findConditions(graph, [decide('it is late', target, 'r3')])).toEqual(new Map());
  expect(findConditions(graph, [{ ...decide('it is late', target, 'r1'), unsure: true }])).toEqual(new Map());
});
