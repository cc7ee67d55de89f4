import { expect, it } from 'vitest';
import { wrapLabel } from './wrap-label.ts';

const measure = (text: string): number => text.length;

it('keeps short labels whole and breaks long ones between words', () => {
  expect(wrapLabel('enter order', { width: 20, lines: 2, measure })).toEqual(['enter order']);
  expect(wrapLabel('check line availability', { width: 14, lines: 2, measure })).toEqual([
    'check line',
    'availability',
  ]);
});

it('ends in an ellipsis what does not fit', () => {
  expect(wrapLabel('copy figures into spreadsheet', { width: 12, lines: 2, measure })).toEqual([
    'copy figures',
    'into spread…',
  ]);
  expect(wrapLabel('availability', { width: 6, lines: 1, measure })).toEqual(['avail…']);
  expect(wrapLabel('', { width: 6, lines: 1, measure })).toEqual([]);
});
