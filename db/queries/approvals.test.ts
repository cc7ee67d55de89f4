import { expect, test } from 'vitest';
import { approvals as sample } from '../fixtures/sample-approvals.ts';
import { draft, NOW_MS, process, recording } from '../fixtures/sample-evidence.ts';
import { createStore } from '../store.ts';
import { openForTest } from '../testing.ts';

const [agreed, first] = sample;

function openWithApprovals() {
  const db = openForTest();
  const store = createStore(db);
  store.saveProcess(process);
  store.saveRecording(draft);
  for (const approval of sample) store.appendApproval(approval);
  return { db, store };
}

test('a graph is kept as it was approved, and stays readable when it is withdrawn', () => {
  const { store } = openWithApprovals();
  store.withdrawApproval(agreed.id, NOW_MS + 5);
  store.withdrawApproval(agreed.id, NOW_MS + 9);
  expect(store.listApprovals(process.id)).toEqual([{ ...agreed, withdrawnAtMs: NOW_MS + 5 }, first]);
  expect(store.findApproval(first.id)).toEqual(first);
});

test('of a removed recording no word stays in an approved graph, and all else does', () => {
  const { db, store } = openWithApprovals();
  const before = store.findApproval(agreed.id)!;
  store.removeRecording(recording.id);
  const after = store.findApproval(agreed.id)!;
  const refs = after.measured.graph.activities.flatMap(({ evidence }) => evidence);
  expect(refs.filter((ref) => 'recordingId' in ref)).toEqual([]);
  expect(refs.length).toBeGreaterThan(0);
  const withoutEvidence = ({ measured }: typeof before) => ({
    ...measured,
    graph: JSON.parse(
      JSON.stringify(measured.graph, (key, value: unknown) => (key === 'evidence' ? undefined : value)),
    ),
  });
  expect(withoutEvidence(after)).toEqual(withoutEvidence(before));
  expect(db.sqlite.prepare('SELECT count(*) FROM approvals').pluck().get()).toBe(2);
});
