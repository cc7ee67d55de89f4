import { expect, test } from 'vitest';
import { frame } from '../fixtures/sample-captures.ts';
import { draft, process, recording } from '../fixtures/sample-evidence.ts';
import { createStore } from '../store.ts';
import { openForTest } from '../testing.ts';

test('pictures are replaced as a whole, and what is read on one leaves the others as they are', () => {
  const store = createStore(openForTest());
  store.saveProcess(process);
  store.saveRecording(draft);
  const at = (atMs: number) => ({ ...frame, atMs, text: null });
  store.saveFrames(recording.id, [at(1), at(2)]);
  store.saveFrames(recording.id, [at(3), at(4)]);
  const words = [{ text: 'Order', x: 1, y: 2, w: 30, h: 10, confidence: 0.9 }];
  store.saveScreens(recording.id, [
    { atMs: 4, text: 'Order', words },
    { atMs: 5, text: 'nowhere', words: [] },
  ]);
  expect(store.listFrames(recording.id)).toEqual([at(3), { ...at(4), text: 'Order', words }]);
});
