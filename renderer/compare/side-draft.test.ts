import { expect, test } from 'vitest';
import type { SideChoices } from '../../src/domain/comparison.ts';
import type { ProcessId } from '../../src/domain/ids.ts';
import { arePeriodsInTime, firstSides, listKinds, type SideDraft, toSide } from './side-draft.ts';

const processId = 'claims' as ProcessId;
const day = (text: string): number => Date.parse(`${text}T00:00Z`);

const NOTHING: SideChoices = {
  processes: [{ id: processId, name: 'Claims' }],
  approvals: [],
  hasLog: false,
  hasRecordings: false,
  period: null,
  roles: [],
  resources: [],
  activities: [],
  variants: 0,
};
const LOG: SideChoices = {
  ...NOTHING,
  hasLog: true,
  period: { fromMs: day('2026-01-01') + 5, toMs: day('2026-01-10') + 5 },
  activities: ['a'],
};
const side = (draft: Partial<SideDraft>) => toSide({ kind: 'all', value: '', from: '', to: '', ...draft }, processId);

test('only what is there can be picked', () => {
  expect(listKinds(NOTHING)).toEqual([]);
  expect(listKinds(LOG)).toEqual(['all', 'observed', 'period', 'activity', 'variants']);
  expect(listKinds({ ...NOTHING, hasRecordings: true })).toEqual(['all', 'told']);
});

test('the first look is at told and observed, else at the two halves of the log', () => {
  expect(firstSides(NOTHING, processId)).toBeUndefined();
  expect(firstSides({ ...NOTHING, hasRecordings: true }, processId)).toBeUndefined();
  const both = firstSides({ ...LOG, hasRecordings: true }, processId);
  expect([both?.before.kind, both?.after.kind]).toEqual(['told', 'observed']);
  const halves = firstSides(LOG, processId);
  expect([halves?.before, halves?.after].map((half) => half && [half.kind, half.from, half.to])).toEqual([
    ['period', '2026-01-01', '2026-01-05'],
    ['period', '2026-01-06', '2026-01-10'],
  ]);
});

test('only two periods, one after the other, are a before and an after', () => {
  const span = (from: string, to: string): SideDraft => ({ kind: 'period', value: '', from, to });
  const [march, april] = [span('2026-03-01', '2026-03-31'), span('2026-04-01', '2026-04-30')];
  const told: SideDraft = { kind: 'told', value: '', from: '', to: '' };
  expect(
    [
      { before: march, after: april },
      { before: april, after: march },
      { before: march, after: march },
      { before: told, after: april },
    ].map(arePeriodsInTime),
  ).toEqual([true, false, false, false]);
});

test('a side is sent once it is complete, days and ranks with both ends', () => {
  const cases = (slice: object) => ({ from: 'process', processId, part: 'observed', slice });
  expect(side({ kind: 'told' })).toEqual({ from: 'process', processId, part: 'told' });
  expect(side({ kind: 'period', from: '2026-03-01', to: '2026-03-31' })).toEqual(
    cases({ fromMs: day('2026-03-01'), toMs: day('2026-04-01') }),
  );
  expect(side({ kind: 'period', from: '2026-03-02', to: '2026-03-01' })).toBeUndefined();
  expect(side({ kind: 'period', from: '', to: '2026-03-01' })).toBeUndefined();
  expect(side({ kind: 'variants', from: '1', to: '3' })).toEqual(cases({ variants: { first: 1, last: 3 } }));
  expect(side({ kind: 'variants', from: '3', to: '1' })).toBeUndefined();
  expect(side({ kind: 'role', value: 'clerk' })).toEqual(cases({ role: 'clerk' }));
  expect(side({ kind: 'role' })).toBeUndefined();
  expect(side({ kind: 'approved', value: 'approval-1' })).toEqual({ from: 'approved', approvalId: 'approval-1' });
});
