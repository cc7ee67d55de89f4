import { expect, test } from 'vitest';
import { speech } from '../gallery/fixture-ids.ts';
import { makeProcessView } from '../gallery/make-view.ts';
import { findOnMap, numberCitations } from './cite-answer.ts';

const VIEW = makeProcessView();

test('evidence has one number in the whole answer, and each sentence has it once', () => {
  const sentences = [{ citations: [speech(1), speech(2), speech(1)] }, { citations: [speech(3), speech(2)] }];
  expect(numberCitations(sentences).map((each) => each.map(({ number }) => number))).toEqual([
    [1, 2],
    [3, 2],
  ]);
});

test('a citation lights up what its sentence names, and what rests on it where it names nothing', () => {
  const way = VIEW.graph.transitions.find(
    ({ source, target }) => `${source} ${target}` === 'schedule-visit inspect-damage',
  )!;
  const [ref] = way.evidence;
  const [other] = VIEW.insights.judgements[0]!.evidence;
  expect([
    findOnMap(VIEW, 'Cases wait longest between schedule visit and inspect damage.', ref!),
    findOnMap(VIEW, 'Something else.', other!)?.what,
    findOnMap(VIEW, 'Nothing rests on it.', { ...speech(1), startMs: 1 } as typeof other & object),
  ]).toEqual([{ what: 'transition', id: way.id }, 'finding', undefined]);
});
