import { expect, test } from 'vitest';
import { calibrate, sumWeights, toProbability, trainBinary } from './perceptron.ts';

const options = { epochs: 10, margin: 1, seed: 1 };
const examples = [
  { features: ['bias', 'a'], isYes: true },
  { features: ['bias', 'b'], isYes: false },
  { features: ['bias', 'a', 'b'], isYes: false },
];

test('examples end on their side, and the same seed gives the same weights', () => {
  const weights = trainBinary(examples, options);
  expect(examples.map(({ features }) => sumWeights(weights, features) > 0)).toEqual([true, false, false]);
  expect(trainBinary(examples, options)).toEqual(weights);
});

test('unknown features count nothing and no examples give no weights', () => {
  expect(sumWeights(trainBinary(examples, options), ['never seen'])).toBe(0);
  expect(trainBinary([], options)).toEqual(new Map());
});

test('calibrated sums say how often they are right', () => {
  const observed = Array.from({ length: 400 }, (_, at) => ({ sum: at < 200 ? 5 : -5, isYes: at < 150 || at >= 350 }));
  const calibration = calibrate(observed);
  expect([5, -5, 0].map((sum) => Number(toProbability(sum, calibration).toFixed(2)))).toEqual([0.75, 0.25, 0.5]);
});

test('calibration without any example, or with one side only, stays finite', () => {
  const oneSided = calibrate([{ sum: 3, isYes: true }]);
  expect(calibrate([])).toEqual({ slope: 0, offset: 0 });
  expect(Number.isFinite(oneSided.slope) && Number.isFinite(oneSided.offset)).toBe(true);
});
