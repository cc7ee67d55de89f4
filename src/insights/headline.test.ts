import { expect, test } from 'vitest';
import type { ExceptionFinding, FindingStatus } from '../domain/insights.ts';
import { buildGraph } from '../graph/build-graph.ts';
import { type EventRow, mineCases, PROCESS, repeatCase } from '../graph/fixtures.ts';
import { findInsights, headline } from './find-insights.ts';

test('what a person confirms counts, however unsure Mirror was; dismissed or left open it does not', () => {
  const path = (...activities: string[]): EventRow[] => activities.map((name, hour) => [name, 'clerk', hour]);
  const logs = [
    mineCases([...repeatCase(49, path('enter order', 'ship order')), path('enter order', 'refuse credit')]),
  ];
  const graph = buildGraph({ process: PROCESS, recordings: [], clusters: [], logs });
  const insights = findInsights({ graph, recordings: [], clusters: [], logs });
  const judge = (finding: ExceptionFinding, status: FindingStatus): ExceptionFinding => ({ ...finding, status });
  const [rare] = insights.exceptions;
  expect(insights.exceptions).toEqual([expect.objectContaining({ unsure: true, status: 'open' })]);
  const count = (status: FindingStatus): number =>
    headline(graph, { ...insights, exceptions: [judge(rare!, status)] }).exceptions;
  expect([count('open'), count('confirmed'), count('dismissed')]).toEqual([0, 1, 0]);
});
