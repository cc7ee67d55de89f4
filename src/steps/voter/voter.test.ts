import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createWinkTagger } from '../../../models/wink-tagger.ts';
import { isCandidate, voterFeatures } from './features.ts';
import { sumWeights, toProbability } from './perceptron.ts';
import { readMarked } from './read-marked.ts';
import { retrain } from './retrain.ts';
import { trainVoter } from './train.ts';
import { createVoter, type VoterWeights } from './voter.ts';
import weights from './weights.json' with { type: 'json' };

const tagger = createWinkTagger();
const narrations = readMarked(readFileSync(new URL('fixtures/narrations.txt', import.meta.url), 'utf8'), tagger);

/** The words the voter takes for verbs of activities. */
function verbsOf(text: string, using: VoterWeights = weights): string[] {
  const words = tagger.tag(text);
  const votes = createVoter(using).vote(words);
  return words.flatMap((word, at) => ((votes[at] ?? 0) >= 0.5 ? [word.text] : []));
}

test('doings are voted for: of the narrator, of others, in commands and without punctuation', () => {
  expect(verbsOf('I fold the napkins and the steward counts them.')).toEqual(['fold', 'counts']);
  expect(verbsOf('then i rinse the beaker and put it on the rack')).toEqual(['rinse', 'put']);
  expect(verbsOf('The beaker is rinsed by the assistant.')).toEqual(['rinsed']);
});

test('what is only known, wished, supposed or remarked is not', () => {
  expect(verbsOf('I think they love that, it is really nice.')).toEqual([]);
  expect(verbsOf("I don't know what it means.")).toEqual([]);
  expect(verbsOf('The rule was that it should stay closed.')).toEqual([]);
});

test('every word gets a probability, and words that cannot be verbs get 0', () => {
  const words = tagger.tag('She locks the drawer, of course.');
  const votes = createVoter(weights).vote(words);
  expect(votes.map((vote, at) => (words[at]?.pos === 'VERB' ? vote > 0.5 : vote))).toEqual([
    0,
    true,
    0,
    votes[3],
    0,
    0,
    votes[6],
    0,
  ]);
  expect(votes.every((vote) => vote >= 0 && vote <= 1)).toBe(true);
  expect(createVoter(weights).vote([])).toEqual([]);
});

test('votes are what the names of the features add up to, commas and unknown words among them', () => {
  const few = { ...weights, weights: { bias: 1, 'after=,': 2, 'earlier=,,and': 4, 'around=VERB,,,i': 8 } };
  for (const using of [weights, few]) {
    const byName = new Map<string, number>(Object.entries(using.weights));
    const voter = createVoter(using);
    for (const { words } of [...narrations, { words: tagger.tag('stop, and go, i said, then zorble it, ok') }]) {
      const expected = words.map((word, at) =>
        isCandidate(word) ? toProbability(sumWeights(byName, voterFeatures(words, at)), using.calibration) : 0,
      );
      expect(voter.vote(words)).toEqual(expected);
    }
  }
});

test('stars mark verbs and are no words', () => {
  const [row, ...others] = readMarked('no narration\n## lamps\nI *wipe it, then she *hangs it.\n\n', tagger);
  expect(others).toEqual([]);
  expect(row?.source).toBe('lamps');
  expect(row?.words.map(({ text }) => text)).toEqual(['I', 'wipe', 'it', ',', 'then', 'she', 'hangs', 'it', '.']);
  expect(row?.verbs).toEqual(new Set([1, 6]));
});

test('the shipped weights know the narrations they were trained on', () => {
  const voter = createVoter(weights);
  const judged = narrations.flatMap(({ words, verbs }) =>
    voter.vote(words).map((vote, at) => ({ isFound: vote >= 0.5, isGold: verbs.has(at) })),
  );
  const right = judged.filter(({ isFound, isGold }) => isFound && isGold).length;
  const found = judged.filter(({ isFound }) => isFound).length;
  const gold = judged.filter(({ isGold }) => isGold).length;
  expect(gold).toBeGreaterThan(200);
  expect((2 * right) / (found + gold)).toBeGreaterThan(0.9);
});

test('training keeps nothing that only one source says', () => {
  const rows = readMarked('## one\nI *frobnicate it.\n## two\nI *wipe it.\n## three\nWe *wipe it.\n', tagger);
  const learned = trainVoter(rows, 'three lines');
  expect(Object.keys(learned.weights).filter((feature) => feature.includes('frobnicate'))).toEqual([]);
  expect(trainVoter(rows, 'three lines')).toEqual(learned);
});

test('a correction turns its vote, is remembered for like words, and leaves the rest and the old weights alone', () => {
  const line = 'I toast the visitors.';
  const words = tagger.tag(line);
  const before = structuredClone(weights);
  expect(verbsOf(line)).toEqual(['toast']);
  const corrected = retrain(weights, [{ words, at: 1, isActivity: false }]);
  expect(verbsOf(line, corrected)).toEqual([]);
  expect(verbsOf('The steward counts the napkins.', corrected)).toEqual(['counts']);
  expect(weights).toEqual(before);
  expect(verbsOf(line, retrain(corrected, [{ words, at: 1, isActivity: true }]))).toEqual(['toast']);
});

test('corrections that contradict each other end, and those of words that cannot be verbs change nothing', () => {
  const words = tagger.tag('I wipe the lamp.');
  const both = [true, false].map((isActivity) => ({ words, at: 1, isActivity }));
  expect(Object.values(retrain(weights, both).weights).every((weight) => Number.isFinite(weight))).toBe(true);
  expect(
    retrain(weights, [
      { words, at: 2, isActivity: true },
      { words, at: 99, isActivity: true },
    ]),
  ).toEqual(weights);
});
