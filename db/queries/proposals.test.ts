import { expect, test } from 'vitest';
import { proposal } from '../fixtures/sample-chat.ts';
import { NOW_MS, process } from '../fixtures/sample-evidence.ts';
import { createStore } from '../store.ts';
import { openForTest } from '../testing.ts';

test('a proposal is kept, decided in its place, and goes with its process', () => {
  const store = createStore(openForTest());
  store.saveProcess(process);
  store.saveProposal(proposal);
  expect(store.listProposals(process.id)).toEqual([proposal]);
  const decided = { ...proposal, state: 'declined' as const, decidedMs: NOW_MS + 9 };
  store.saveProposal(decided);
  expect(store.listProposals(process.id)).toEqual([decided]);
  store.removeProcess(process.id);
  expect(store.findProposal(proposal.id)).toBeUndefined();
});
