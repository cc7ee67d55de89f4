// Comes in: tagged words of a sentence or segment. Goes out: for each, how likely it is the main verb of an activity.
import type { TaggedWord } from '../../needs/tagger.ts';
import { isCandidate, voterFeatures } from './features.ts';
import { type Calibration, sumWeights, toProbability } from './perceptron.ts';

/** What `weights.json` holds, and what a retrained voter is stored as. */
export interface VoterWeights {
  /** Always "mirror-voter/1". */
  readonly schema: string;
  /** What it was trained on and under which licence. */
  readonly about: string;
  readonly calibration: Calibration;
  readonly weights: Readonly<Record<string, number>>;
  /** How many examples had the feature: what is well known moves little when it is corrected. */
  readonly seen: Readonly<Record<string, number>>;
}

export interface Voter {
  /**
   * One probability (0 to 1) per word that it is the main verb of an activity; 0 for words that cannot be verbs.
   * Best given a whole sentence or segment: what stands up to eight words before a verb counts.
   */
  vote(words: readonly TaggedWord[]): number[];
}

/** Reads the weights once; voting is linear in the words (about 400,000 a second). */
export function createVoter(weights: VoterWeights): Voter {
  const byFeature = new Map(Object.entries(weights.weights));
  return {
    vote: (words) =>
      words.map((word, at) =>
        isCandidate(word) ? toProbability(sumWeights(byFeature, voterFeatures(words, at)), weights.calibration) : 0,
      ),
  };
}
