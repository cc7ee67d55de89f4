import { expect, test } from 'vitest';
import { isOtherDoing, nameLikeness01, readName, readTold, sharesThing } from './name-likeness.ts';

test('logs put it in nouns and codes, people in verbs: what is done is the same', () => {
  const verbs = [
    'Claim registered',
    'Claim registration',
    'T02 Register claim',
    'Invoice verification',
    'Goods receipt',
    'Order received',
    'Request approval',
    'Payment sent',
    'Vehicle hand-over',
    'Contract',
  ].map((text) => readName(text).verb);
  expect(verbs).toEqual([
    'register',
    'register',
    'register',
    'verify',
    'receive',
    'receive',
    'request',
    'send',
    'hand over',
    undefined,
  ]);
});

test('what people tell begins with what they do, whether or not the verb is known', () => {
  expect([
    readTold('wipe laptop').verb,
    readTold('do the verification').verb,
    readTold('sign off payout').verb,
  ]).toEqual(['wipe', 'verify', 'sign off']);
});

test.each([
  ['sign off payout', 'Approve payment', false, true],
  ['decline claim', 'Approve claim', true, true],
  ['wipe laptop', 'Return laptop', true, true],
  ['raise PO', 'Create purchase order', false, true],
  ['email customer', 'Notify client', false, true],
  ['ring customer', 'Ship goods', true, false],
])('%s against %s', (told, logged, isOther, hasThing) => {
  const [one, other] = [readTold(told), readName(logged)];
  expect([isOtherDoing(one, other), sharesThing(one, other)]).toEqual([isOther, hasThing]);
});

test('the same words are 1, other words for the same nearly, another doing of the same thing little, nothing in common 0', () => {
  const likeness = (one: string, other: string): number =>
    Math.round(100 * nameLikeness01(readTold(one), readName(other))) / 100;
  expect([
    likeness('close claim', 'Claim closed'),
    likeness('raise PO', 'Create purchase order'),
    likeness('open claim', 'Close claim'),
    likeness('drink tea', 'Close claim'),
    likeness('', ''),
  ]).toEqual([1, 0.78, 0.3, 0, 0]);
});
