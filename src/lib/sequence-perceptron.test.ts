import { expect, test } from 'vitest';
import { type SequenceOptions, tagSequence, trainSequences } from './sequence-perceptron.ts';

const options: SequenceOptions = {
  labels: ['O', 'B', 'I'],
  mayFollow: (before, label) => label !== 'I' || before === 'B' || before === 'I',
  epochs: 8,
  runs: 2,
  margin: 1,
};
const words = (text: string) => text.split(' ').map((word) => ['bias', `w=${word}`]);
const examples = [
  { features: words('we see the red door'), labels: ['O', 'O', 'B', 'I', 'I'] },
  { features: words('the door is red'), labels: ['B', 'I', 'O', 'O'] },
];

test('what was shown is said again, and unknown words take what fits between their neighbours', () => {
  const model = trainSequences(examples, options);
  expect(tagSequence(model, words('the door is red'))).toEqual(['B', 'I', 'O', 'O']);
  expect(tagSequence(model, words('we see the door'))).toEqual(['O', 'O', 'B', 'I']);
});

test('labels that may not follow each other never do, whatever the weights say', () => {
  const model = trainSequences([{ features: [['x'], ['x']], labels: ['O', 'O'] }], {
    ...options,
    epochs: 0,
    beliefs: [{ feature: 'x', label: 'I', weight: 5 }],
  });
  expect(tagSequence(model, [['x'], ['x']])).toEqual(['B', 'I']);
  expect(tagSequence(model, [['x']])).not.toEqual(['I']);
});

test('a belief decides until examples speak against it, also of features never seen', () => {
  const beliefs = ['x', 'never seen'].map((feature) => ({ feature, label: 'B', weight: 2 }));
  const untrained = trainSequences([{ features: [['x']], labels: ['O'] }], { ...options, epochs: 0, beliefs });
  const trained = trainSequences([{ features: [['x']], labels: ['O'] }], { ...options, epochs: 20, beliefs });
  expect([tagSequence(untrained, [['x']]), tagSequence(trained, [['x']])]).toEqual([['B'], ['O']]);
  expect(tagSequence(trained, [['never seen']])).toEqual(['B']);
});

test('the same examples give the same model, and an empty sequence has no labels', () => {
  expect(trainSequences(examples, options)).toEqual(trainSequences(examples, options));
  expect(tagSequence(trainSequences(examples, options), [])).toEqual([]);
});
