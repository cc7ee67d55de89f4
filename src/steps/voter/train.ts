// Comes in: rows of words with the verbs marked. Goes out: weights of a voter, and what its sums are worth.
import { isCandidate, voterFeatures } from './features.ts';
import { type BinaryExample, calibrate, sumWeights, trainBinary } from './perceptron.ts';
import type { MarkedRow } from './read-marked.ts';
import type { VoterWeights } from './voter.ts';

const EPOCHS = 4;
/** In units of one correction. */
const MARGIN = 10;
const RUNS = 3;
/** Sources kept back together when the sums are calibrated. */
const FOLDS = 5;
/** What only one source shows is its own habit, and might be a name. */
const LEAST_SOURCES = 2;

/** Learns from marked rows; deterministic. `about` says what they were. Some seconds for ten thousand words. */
export function trainVoter(rows: readonly MarkedRow[], about: string): VoterWeights {
  const shared = sharedFeatures(rows);
  const examples = rows.map((row) => ({ source: row.source, examples: examplesOf(row, shared) }));
  const sources = [...new Set(rows.map(({ source }) => source))];
  const foldOf = new Map(sources.map((source, at) => [source, at % FOLDS]));
  const observed = Array.from({ length: FOLDS }, (_, fold) => {
    const isKept = ({ source }: { source: string }): boolean => foldOf.get(source) === fold;
    const weights = averageRuns(examples.filter((row) => !isKept(row)).flatMap((row) => row.examples));
    const kept = examples.filter(isKept).flatMap((row) => row.examples);
    return kept.map(({ features, isYes }) => ({ sum: sumWeights(weights, features), isYes }));
  });
  const weights = averageRuns(examples.flatMap((row) => row.examples));
  const counts = countFeatures(examples.flatMap((row) => row.examples));
  return {
    schema: 'mirror-voter/1',
    about,
    calibration: calibrate(observed.flat()),
    weights: toRecord(weights),
    seen: toRecord(counts),
  };
}

/** Every candidate of a row, with the features that may count. */
function examplesOf({ words, verbs }: MarkedRow, shared: ReadonlySet<string>): BinaryExample[] {
  return words.flatMap((word, at) =>
    isCandidate(word)
      ? [{ features: voterFeatures(words, at).filter((feature) => shared.has(feature)), isYes: verbs.has(at) }]
      : [],
  );
}

function sharedFeatures(rows: readonly MarkedRow[]): ReadonlySet<string> {
  const seenIn = new Map<string, Set<string>>();
  for (const { words, source } of rows)
    words.forEach((word, at) => {
      if (!isCandidate(word)) return;
      for (const feature of voterFeatures(words, at))
        seenIn.set(feature, (seenIn.get(feature) ?? new Set()).add(source));
    });
  return new Set([...seenIn].flatMap(([feature, sources]) => (sources.size >= LEAST_SOURCES ? [feature] : [])));
}

function countFeatures(examples: readonly BinaryExample[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  return counts;
}

function averageRuns(examples: readonly BinaryExample[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (let run = 0; run < RUNS; run += 1)
    for (const [feature, weight] of trainBinary(examples, { epochs: EPOCHS, margin: MARGIN, seed: run + 1 }))
      sum.set(feature, (sum.get(feature) ?? 0) + weight / RUNS);
  return sum;
}

/** Sorted and rounded, so that the file changes only where the voter does; weights that round to nothing are left out. */
function toRecord(weights: ReadonlyMap<string, number>): Record<string, number> {
  const rounded = [...weights].map(([feature, weight]) => [feature, Math.round(weight * 100) / 100] as const);
  const kept = rounded.filter(([, weight]) => weight !== 0);
  return Object.fromEntries(kept.sort(([one], [other]) => (one < other ? -1 : 1)));
}
