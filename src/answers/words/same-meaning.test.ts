import { expect, test } from 'vitest';
import { rootOf } from '../names/same-word.ts';
import { rootsOfMeaning } from './same-meaning.ts';

test('words of a group mean each other in every form, and others mean nothing', () => {
  const means = (one: string, other: string): boolean => rootsOfMeaning(rootOf(one)).has(rootOf(other));
  expect([
    means('approvals', 'granted'),
    means('signature', 'signs'),
    means('expires', 'lapsed'),
    means('approve', 'reject'),
    means('pay', 'refund'),
  ]).toEqual([true, true, true, false, false]);
  expect(rootsOfMeaning('zebra').size).toBe(0);
});
