import { expect, it } from 'vitest';
import type { FindingId } from '../../src/domain/ids.ts';
import { makeProcessView } from '../gallery/make-view.ts';
import { buildMapModel } from '../map/map-model.ts';
import { findFinding, LISTED_KINDS, listFindings } from './find-finding.ts';
import { describeFinding, tellSpan } from './finding-words.ts';

const view = makeProcessView();
const { insights } = view;
const model = buildMapModel(view);
const tell = (id: string) => {
  const found = findFinding(insights, id as FindingId);
  return found && describeFinding(found, model);
};

it('finds every finding of every kind by its id', () => {
  const all = listFindings(insights);
  expect(all.map(({ finding }) => findFinding(insights, finding.id)?.finding)).toEqual(
    all.map(({ finding }) => finding),
  );
  expect(new Set(all.map(({ kind }) => kind))).toEqual(new Set(LISTED_KINDS));
  expect(tell('nothing')).toBeUndefined();
});

it('says how much, of what, and how many times it was measured', () => {
  expect(tell('bottleneck-0')?.figures.map(({ title }) => title)).toEqual([
    expect.stringMatching(/^Mean wait over [\d,]+ measurements$/),
    'Share of all waiting time',
    'Times measured or told',
  ]);
  expect(tell('exc-3')?.figures).toEqual([
    { text: '9 cases (1%)', title: 'Cases in the log, and their share of all cases' },
  ]);
});

it('counts recordings where no log speaks', () => {
  expect(tell('jud-1')).toEqual({
    label: 'whether the damage fits the story',
    detail: 'Judged by claims handler',
    share01: undefined,
    figures: [{ text: '2 recordings', title: 'Recordings that tell it' }],
  });
});

it('tells a span of time, one time, or none', () => {
  const none = { duration: null, durationMin: null, durationMax: null };
  expect([
    tellSpan({ duration: 'P5D', durationMin: 'P3D', durationMax: 'P7D' }),
    tellSpan({ ...none, duration: 'PT2H' }),
    tellSpan(none),
  ]).toEqual(['3 d to 7 d', '2 h', undefined]);
});
