import { expect, it } from 'vitest';
import { makeProcessView } from '../gallery/make-view.ts';
import { NO_INSIGHTS, SMALL_GRAPH } from '../gallery/make-small-model.ts';
import { buildMapModel } from './map-model.ts';
import { assignRoleColors, OTHER_COLOR } from './role-colors.ts';

it('weighs logged ways by cases and told ways by recordings', () => {
  const { links } = buildMapModel({ graph: SMALL_GRAPH, insights: NO_INSIGHTS });
  const weights = Object.fromEntries(links.map(({ id, weight }) => [id, weight]));
  expect(weights).toMatchObject({ 'a--b': 0.9, 'c--e': 0.25, 'start>a': 1, 'd>end': 1 });
});

it('ranks bottlenecks in the order of the core, without unsure and dismissed ones', () => {
  const view = makeProcessView();
  const [first, second, ...rest] = view.insights.bottlenecks;
  if (!first || !second) throw new Error('the fixture has bottlenecks');
  const insights = { ...view.insights, bottlenecks: [first, { ...second, status: 'dismissed' as const }, ...rest] };
  const { bottlenecks, bottlenecksAfter } = buildMapModel({ graph: view.graph, insights });
  expect([...bottlenecks.values(), ...bottlenecksAfter.values()].map(({ rank }) => rank)).toEqual(
    rest.map((_, index) => index + 1).concat(rest.length + 1),
  );
  expect(second.transitionId && bottlenecks.has(second.transitionId)).toBe(false);
});

it('marks a bottleneck that stands on no way at the activity it is told after', () => {
  const view = makeProcessView();
  const { bottlenecksAfter, bottleneckCount } = buildMapModel(view);
  expect([...bottlenecksAfter].map(([id, { rank, finding }]) => [id, rank, finding.id])).toEqual([
    ['phone-broker-before-noon', bottleneckCount, 'bottleneck-told'],
  ]);
});

it('marks a handoff that stands on no way at the activity it is told after', () => {
  const view = makeProcessView();
  const known = view.insights.handoffs.find(({ kind }) => kind === 'actor');
  const [activity] = view.graph.activities;
  if (!known || !activity) throw new Error('the fixture has handoffs');
  const told = { ...known, unsure: false, status: 'open' as const, transitionId: null, activityIds: [activity.id] };
  const elsewhere = { ...told, kind: 'system' as const };
  const nowhere = { ...told, activityIds: [] };
  const insights = { ...view.insights, handoffs: [told, elsewhere, nowhere, { ...told, unsure: true }] };
  const { handoffs, handoffsAfter } = buildMapModel({ graph: view.graph, insights });
  expect([[...handoffs], [...handoffsAfter]]).toEqual([[], [[activity.id, [told]]]]);
});

it('gives each role one colour, and one colour to all beyond the tenth', () => {
  const roles = Array.from({ length: 12 }, (_, index) => ({ name: `role ${index}`, count: 20 - index }));
  const colors = assignRoleColors(SMALL_GRAPH.activities.slice(0, 1).map((activity) => ({ ...activity, roles })));
  expect([...colors.values()].slice(9)).toEqual(['var(--role-9)', OTHER_COLOR, OTHER_COLOR]);
  expect(new Set([...colors.values()].slice(0, 10)).size).toBe(10);
});
