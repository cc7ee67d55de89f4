import { expect, test } from 'vitest';
import { judgeDocument, trainModels } from './judge.ts';
import { type GoldDocument, tagTokens } from './read-pet.ts';
import { addCounts, countKeys, sumCounts, toScore } from './score.ts';
import { createWinkTagger } from '../../models/wink-tagger.ts';

const keys = (entries: Record<string, readonly string[]>) =>
  new Map(Object.entries(entries).map(([type, names]) => [type, new Set(names)]));

test('keys count by type, also those that only one side has', () => {
  const counts = countKeys(keys({ a: ['1', '2'], b: ['1'] }), keys({ a: ['2', '3', '4'], c: ['9'] }));
  expect(Object.fromEntries(counts)).toEqual({
    a: { right: 1, predicted: 2, gold: 3 },
    b: { right: 0, predicted: 1, gold: 0 },
    c: { right: 0, predicted: 0, gold: 1 },
  });
  const all = sumCounts([...addCounts([counts, counts]).values()]);
  expect({ all, score: toScore(all) }).toEqual({
    all: { right: 2, predicted: 6, gold: 8 },
    score: { f1: 2 / 7, p: 1 / 3, r: 1 / 4 },
  });
  expect(toScore(sumCounts([]))).toEqual({ f1: 0, p: 0, r: 0 });
});

test('a token takes the tag of the last word inside it', () => {
  const words = tagTokens(['The', 'clerk', 'cannot', 'sign', '.'], 3, createWinkTagger());
  expect(words.map(({ text, pos, segment }) => `${text} ${pos} ${segment}`)).toEqual([
    'The DET 3',
    'clerk NOUN 3',
    'cannot PART 3',
    'sign VERB 3',
    '. PUNCT 3',
  ]);
});

test('a relation is right end to end only if the whole entity is', () => {
  const tagger = createWinkTagger();
  const texts = ['The baker checks the oven .', 'He loads the van .'];
  const document: GoldDocument = {
    id: 'x-1.1',
    family: '1',
    sentences: texts.map((text, at) => tagTokens(text.split(' '), at, tagger)),
    mentions: [
      { type: 'Actor', sentence: 0, from: 0, to: 2 },
      { type: 'Activity', sentence: 0, from: 2, to: 3 },
      { type: 'Activity Data', sentence: 0, from: 3, to: 5 },
      { type: 'Actor', sentence: 1, from: 0, to: 1 },
      { type: 'Activity', sentence: 1, from: 1, to: 2 },
      { type: 'Activity Data', sentence: 1, from: 2, to: 4 },
    ],
    entities: [[0, 3], [1], [2], [4], [5]],
    relations: [
      { type: 'actor performer', head: 1, tail: 0 },
      { type: 'uses', head: 1, tail: 2 },
      { type: 'flow', head: 1, tail: 3 },
      { type: 'actor performer', head: 3, tail: 0 },
      { type: 'uses', head: 3, tail: 4 },
    ],
  };
  const total = (judged: GoldDocument) => {
    const { mentions, relations, endToEnd } = judgeDocument(judged, trainModels([document], { byRules: true }));
    return [mentions, relations, endToEnd].map((part) => sumCounts([...part.values()]));
  };
  const all = { right: 5, predicted: 5, gold: 5 };
  expect(total(document)).toEqual([{ right: 6, predicted: 6, gold: 6 }, all, all]);
  // Two bakers instead of one: what is found says one, so both relations to the baker are wrong.
  const split = { ...document, entities: [[0], [1], [2], [4], [5], [3]] };
  const apart = [...document.relations.slice(0, 3), { type: 'actor performer' as const, head: 3, tail: 5 }];
  const wrong = total({ ...split, relations: [...apart, ...document.relations.slice(4)] })[2];
  expect(wrong).toEqual({ right: 3, predicted: 5, gold: 5 });
});
