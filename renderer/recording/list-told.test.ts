import { expect, it } from 'vitest';
import type { RecordingId } from '../../src/domain/ids.ts';
import { makeRecordingView } from '../gallery/make-recording.ts';
import { listTold } from './list-told.ts';

it('lists steps first and leaves out kinds of which nothing is told', () => {
  const view = makeRecordingView('rec-0' as RecordingId);
  if (!view) throw new Error('the fixture has this recording');
  const { steps, others } = listTold(view.extraction);
  expect(steps.told[1]).toEqual({
    id: 'rec-0-s2',
    label: 'register claim',
    detail: 'intake clerk · ClaimCenter',
    startMs: 12_000,
    endMs: 17_600,
    quote: 'Then I register the claim and give it a number, the form does the rest',
    provenance: 'stated',
    confidence01: 0.86,
    unsure: false,
  });
  expect(others.map(({ name, told }) => [name, told.length])).toEqual([
    ['Handoffs', 1],
    ['Waits', 1],
    ['Decisions', 1],
    ['Exceptions', 1],
    ['Judgement moments', 1],
  ]);
});
