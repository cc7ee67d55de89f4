import { expect, test } from 'vitest';
import { sayDoing, sayRole, sayWithIt, turnRound, turnToYou } from './question-words.ts';

test('what a person says of himself is said to him', () => {
  expect(['I don’t know my building', "we're late and I'm asked", 'Ida tells me'].map(turnToYou)).toEqual([
    'you don’t know your building',
    'you are late and you are asked',
    'Ida tells you',
  ]);
});

test('doings get an article where they need one', () => {
  const doings = [
    { verb: 'enter', object: 'tax id' },
    { verb: 'tell', object: 'Nadine' },
    { verb: 'paste', object: 'into OrderBench' },
    { verb: 'print', object: "today's list" },
    { verb: 'get', object: 'two kinds of work' },
    { verb: 'call', object: '' },
  ];
  expect(doings.map(sayDoing)).toEqual([
    'enter the tax id',
    'tell Nadine',
    'paste into OrderBench',
    "print today's list",
    'get two kinds of work',
    'call',
  ]);
  expect(['team lead', 'order desk', 'planning', 'Gwen'].map(sayRole)).toEqual([
    'the team lead',
    'the order desk',
    'planning',
    'Gwen',
  ]);
  expect([sayWithIt('send', 'order'), sayWithIt('hand over', 'boxes'), sayWithIt('return', 'access')]).toEqual([
    'send it',
    'hand them over',
    'return it',
  ]);
});

test('a condition is turned round where that can be said in good words', () => {
  const turned = {
    'it is more than ten percent': 'it is not more than ten percent',
    'above sixty': 'it is not above sixty',
    "it's blank": 'it is not blank',
    'sales has put the red flag on it': 'sales has not put the red flag on it',
    "they don't answer in five days": 'they answer in five days',
    'it is not a duplicate': 'it is a duplicate',
    "it isn't blocked": 'it is blocked',
    'something is wrong with it': 'nothing is wrong with it',
    "there's patient data involved": 'there is no patient data involved',
    'it fails three times': 'it does not fail three times',
    'it reaches the limit': 'it does not reach the limit',
    'I miss Thursday': 'you do not miss Thursday',
  };
  expect(Object.fromEntries(Object.keys(turned).map((condition) => [condition, turnRound(condition)]))).toEqual(turned);
  const unturned = ['credit says no', 'it is late and it is large', 'anything after two', 'nobody picks up'];
  expect(unturned.map(turnRound)).toEqual([undefined, undefined, undefined, undefined]);
});
