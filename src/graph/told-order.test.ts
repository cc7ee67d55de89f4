import { expect, test } from 'vitest';
import type { Extraction } from '../domain/extraction.ts';
import { elementId, type StepRow, tellRecording } from './fixtures.ts';
import { tellOrder } from './told-order.ts';

const when = elementId('r', 'd');

test('steps follow each other by their order, not by the talk', () => {
  const steps: StepRow[] = [
    { label: 'c', order: 2 },
    { label: 'a', order: 0 },
    { label: 'b', order: 1 },
  ];
  expect(show(tell(steps))).toEqual({ pairs: ['a > b', 'b > c'], starts: 'a', ends: 'c', path: 'abc' });
});

test('steps of equal order are alternatives', () => {
  const steps: StepRow[] = ['a', { label: 'b', order: 1 }, { label: 'c', order: 1 }, 'd'];
  expect(show(tell(steps)).pairs).toEqual(['a > b', 'a > c', 'b > d', 'c > d']);
});

test('a branch can be gone or left out', () => {
  const steps: StepRow[] = ['a', { label: 'b', id: 'b', when }, 'c'];
  const branches = [{ condition: 'no number', then: [elementId('r', 'b')], note: null }];
  expect(show(tell(steps, branches))).toEqual({
    pairs: ['a > b', 'a ~ c', 'b > c'],
    starts: 'a',
    ends: 'c',
    path: 'ac',
  });
});

test('when every branch has steps there is no way past them', () => {
  const steps: StepRow[] = ['a', { label: 'b', id: 'b', when }, { label: 'c', id: 'c', when }, 'd'];
  const branches = ['b', 'c'].map((id) => ({ condition: id, then: [elementId('r', id)], note: null }));
  expect(show(tell(steps, branches)).pairs).toEqual(['a > b', 'a ~ c', 'b ~ d', 'c > d']);
});

test('a step of a branch that nobody listed goes on with that branch', () => {
  const steps: StepRow[] = ['a', { label: 'b', id: 'b', when }, { label: 'c', when }, 'd'];
  const branches = [{ condition: 'red', then: [elementId('r', 'b')], note: null }];
  expect(show(tell(steps, branches)).pairs).toEqual(['a > b', 'b > c', 'a ~ d', 'c > d']);
});

test('a recording without steps has no order', () => {
  expect(show(tell([]))).toEqual({ pairs: [], starts: '', ends: '', path: '' });
});

function tell(steps: StepRow[], branches?: Extraction['decisions'][number]['branches']): Extraction {
  return tellRecording({ id: 'r', steps, decisions: branches ? [{ id: 'd', branches }] : [] }).extraction;
}

/** `a > b` is told, `a ~ b` leaves a branch out. */
function show(extraction: Extraction) {
  const { pairs, starts, ends, path } = tellOrder(extraction);
  const labels = (steps: typeof path): string => steps.map(({ label }) => label).join('');
  return {
    pairs: pairs.map(({ source, target, direct }) => `${source.label} ${direct ? '>' : '~'} ${target.label}`),
    starts: labels(starts),
    ends: labels(ends),
    path: labels(path),
  };
}
