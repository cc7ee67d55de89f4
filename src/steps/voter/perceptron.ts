// A yes-or-no averaged perceptron over named features (Freund and Schapire 1999), and what its sums are worth.
import { createRandom } from '../../lib/random.ts';

export interface BinaryExample {
  readonly features: readonly string[];
  readonly isYes: boolean;
}

export interface TrainingOptions {
  readonly epochs: number;
  /** How far the sum must be on the right side while training. */
  readonly margin: number;
  readonly seed: number;
}

/** Averaged weights by feature. The same examples and seed give the same weights. */
export function trainBinary(examples: readonly BinaryExample[], options: TrainingOptions): Map<string, number> {
  const now = new Map<string, number>();
  const timed = new Map<string, number>();
  const random = createRandom(options.seed);
  let moment = 1;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    const keys = examples.map(() => random());
    const order = [...examples.keys()].sort((one, other) => (keys[one] ?? 0) - (keys[other] ?? 0));
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      const sign = example.isYes ? 1 : -1;
      if (sumWeights(now, example.features) * sign <= options.margin)
        for (const feature of example.features) {
          now.set(feature, (now.get(feature) ?? 0) + sign);
          timed.set(feature, (timed.get(feature) ?? 0) + sign * moment);
        }
      moment += 1;
    }
  }
  return new Map([...now].map(([feature, weight]) => [feature, weight - (timed.get(feature) ?? 0) / moment]));
}

/** The sum of the weights of the features; 0 for unknown ones. */
export function sumWeights(weights: ReadonlyMap<string, number>, features: readonly string[]): number {
  let sum = 0;
  for (const feature of features) sum += weights.get(feature) ?? 0;
  return sum;
}

export interface Calibration {
  readonly slope: number;
  readonly offset: number;
}

/** Turns a sum into a probability. */
export function toProbability(sum: number, { slope, offset }: Calibration): number {
  return 1 / (1 + Math.exp(-(slope * sum + offset)));
}

/** Fits the logistic curve to sums of examples that were not trained on (Platt 1999), by Newton steps. */
export function calibrate(observed: readonly { readonly sum: number; readonly isYes: boolean }[]): Calibration {
  const scale = Math.max(1e-9, ...observed.map(({ sum }) => Math.abs(sum)));
  let slope = 0;
  let offset = 0;
  for (let step = 0; step < 50; step += 1) {
    let [gradientSlope, gradientOffset, curveSlope, curveBoth, curveOffset] = [-1e-3 * slope, 0, 1e-3, 0, 1e-6];
    for (const { sum, isYes } of observed) {
      const x = sum / scale;
      const probability = toProbability(x, { slope, offset });
      const error = (isYes ? 1 : 0) - probability;
      const weight = probability * (1 - probability);
      gradientSlope += error * x;
      gradientOffset += error;
      curveSlope += weight * x * x;
      curveBoth += weight * x;
      curveOffset += weight;
    }
    const determinant = curveSlope * curveOffset - curveBoth * curveBoth;
    if (determinant < 1e-12) break;
    slope += (curveOffset * gradientSlope - curveBoth * gradientOffset) / determinant;
    offset += (curveSlope * gradientOffset - curveBoth * gradientSlope) / determinant;
  }
  return { slope: slope / scale, offset };
}
