// Comes in: a voter's weights and what people corrected. Goes out: weights that agree, and else stay as they were.
import type { TaggedWord } from '../../needs/tagger.ts';
import { isCandidate, voterFeatures } from './features.ts';
import { sumWeights } from './perceptron.ts';
import type { VoterWeights } from './voter.ts';

/** A word that a person confirmed as an activity's verb, or said is none. */
export interface VoterCorrection {
  /** The row the word stands in, as it is given to `vote`. */
  readonly words: readonly TaggedWord[];
  readonly at: number;
  readonly isActivity: boolean;
}

/** Enough rounds to settle corrections that pull against each other; contradictions never settle. */
const ROUNDS = 40;
/** How far past even a corrected vote goes, in log-odds: to 0.73 or 0.27. */
const LEAST_LEAD = 1;

/**
 * Passive-aggressive steps (Crammer et al. 2006) change as little as each correction needs, and most where least was
 * known (as in confidence-weighted learning, Dredze et al. 2008): a new verb is learned, grammar stays as it was.
 * The weights given are not changed. Under a second for a thousand corrections.
 */
export function retrain(weights: VoterWeights, corrections: readonly VoterCorrection[]): VoterWeights {
  const { slope, offset } = weights.calibration;
  const byFeature = new Map(Object.entries(weights.weights));
  const seen = new Map(Object.entries(weights.seen));
  const examples = corrections.flatMap(({ words, at, isActivity }) => {
    const word = words[at];
    if (!word || !isCandidate(word)) return [];
    const features = voterFeatures(words, at);
    const shares = features.map((feature) => 1 / (1 + (seen.get(feature) ?? 0)));
    return [{ features, shares, sign: isActivity ? 1 : -1 }];
  });
  for (let round = 0, isSettled = false; round < ROUNDS && !isSettled; round += 1) {
    isSettled = true;
    for (const { features, shares, sign } of examples) {
      const lead = sign * (slope * sumWeights(byFeature, features) + offset);
      if (lead >= LEAST_LEAD - 1e-9) continue;
      isSettled = false;
      const step = (sign * (LEAST_LEAD - lead)) / (slope * shares.reduce((sum, share) => sum + share, 0));
      features.forEach((feature, place) => {
        byFeature.set(feature, (byFeature.get(feature) ?? 0) + step * (shares[place] ?? 0));
      });
    }
  }
  for (const feature of examples.flatMap(({ features }) => features)) seen.set(feature, (seen.get(feature) ?? 0) + 1);
  return { ...weights, weights: Object.fromEntries(byFeature), seen: Object.fromEntries(seen) };
}
