// Comes in: tagged words of a sentence or segment. Goes out: for each, how likely it is the main verb of an activity.
import type { TaggedWord } from '../../needs/tagger.ts';
import { FEATURE_LOOKS, isCandidate, lookAround, parseFeature } from './features.ts';
import { type Calibration, toProbability } from './perceptron.ts';

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

/** Reads the weights once; voting is linear in the words. */
export function createVoter({ weights, calibration }: VoterWeights): Voter {
  const sum = compileSum(weights);
  return {
    vote: (words) =>
      words.map((word, at) => (isCandidate(word) ? toProbability(sum(lookAround(words, at)), calibration) : 0)),
  };
}

/**
 * The sum that `sumWeights` gives over the names of the features, without making their names: each look is a small
 * number, a feature with its looks one number made of them.
 */
function compileSum(weights: VoterWeights['weights']): (looks: readonly string[]) => number {
  const parsed = Object.entries(weights).flatMap(([name, weight]) => ({ ...parseFeature(name), weight }));
  // 0 is every look that no weight knows.
  const numbers = new Map([...new Set(parsed.flatMap(({ looks }) => looks ?? []))].map((look, at) => [look, at + 1]));
  // More than there are features, so that keys of one, two and three looks lie apart.
  const base = Math.max(FEATURE_LOOKS.length + 2, numbers.size + 1);
  const keyOf = (feature: number, parts: readonly number[]): number =>
    parts.reduce((key, part) => key * base + part, feature + 1);
  const byKey = new Map<number, number>();
  for (const { feature, looks, weight } of parsed)
    if (feature !== undefined && looks)
      byKey.set(
        keyOf(
          feature,
          looks.map((look) => numbers.get(look)!),
        ),
        weight,
      );
  return (looks) => {
    const seen = looks.map((look) => numbers.get(look) ?? 0);
    let total = 0;
    for (const [feature, places] of FEATURE_LOOKS.entries()) {
      let key = feature + 1;
      for (const place of places) key = key * base + seen[place]!;
      total += byKey.get(key) ?? 0;
    }
    return total;
  };
}
