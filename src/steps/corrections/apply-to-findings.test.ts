import { expect, test } from 'vitest';
import { FindingId } from '../../domain/ids.ts';
import type { Insights, JudgementFinding } from '../../domain/insights.ts';
import { anchorFinding } from './anchors.ts';
import { applyToFindings } from './apply-to-findings.ts';
import { judgeFinding, told } from './corrections.sample.ts';

const [first, second] = told().extraction.steps;

const judgement = (id: string, { evidence }: { evidence: JudgementFinding['evidence'] }): JudgementFinding => ({
  id: FindingId.parse(id),
  label: `judgement ${id}`,
  status: 'open',
  sources: { log: 0, recordings: 1 },
  activityIds: [],
  evidence,
  provenance: 'stated',
  confidence01: 0.6,
  unsure: false,
  by: null,
});

const found = (...judgements: JudgementFinding[]): Insights => ({
  handoffs: [],
  bottlenecks: [],
  exceptions: [],
  judgements,
  rework: [],
  transfers: [],
  openEnds: [],
  decisions: [],
  waits: [],
  differences: [],
  definitions: {},
  exclusions: [],
});

const before = found(judgement('one', first!), judgement('two', second!));
const one = FindingId.parse('one');
const dismissal = judgeFinding(one, 'dismissed', anchorFinding(before, one)!);
const statusesOf = ({ judgements }: Insights): string[] => judgements.map(({ status }) => status);

test('a judged finding has its status, and one nobody judges any more is open', () => {
  const { insights, stale } = applyToFindings(before, [dismissal]);
  expect([statusesOf(insights), stale]).toEqual([['dismissed', 'open'], []]);
  expect(applyToFindings(insights, []).insights).toEqual(before);
});

test('a finding whose id changed is known by its words; one that is gone makes the judgement stale', () => {
  const moved = found(judgement('two', second!), judgement('another id', first!));
  expect(statusesOf(applyToFindings(moved, [dismissal]).insights)).toEqual(['open', 'dismissed']);
  const gone = found(judgement('two', second!));
  expect(applyToFindings(gone, [dismissal])).toEqual({ insights: gone, stale: [dismissal] });
});

test('the last word about a finding holds', () => {
  const again = { ...judgeFinding(one, 'confirmed', dismissal.anchors[0]!), id: dismissal.inverse.correction, atMs: 2 };
  expect(statusesOf(applyToFindings(before, [again, dismissal]).insights)).toEqual(['confirmed', 'open']);
});
