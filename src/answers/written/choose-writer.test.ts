import { expect, test } from 'vitest';
import { WriterId } from '../../domain/writer.ts';
import { type Candidate, chooseWriter, type Choosing, type Chosen } from './choose-writer.ts';

const one = (
  id: string,
  strength: Candidate['strength'],
  costUsd: number | null = null,
  refusal: string | null = null,
): Candidate => ({
  id,
  title: id,
  strength,
  costUsd,
  refusal,
});
const [LIGHT, CHEAP, STRONG, DEAR] = [
  one('light', 'light'),
  one('cheap', 'light', 0.01),
  one('strong', 'strong', 0.05),
  one('dear', 'strong', 0.4),
];
const BARRED = one('barred', 'strong', 0, 'nothing may leave this machine');
const FREE = { perQuestionUsd: null, perDayUsd: null };
const id = (text: string): WriterId => WriterId.parse(text);

const TABLE: readonly [name: string, choosing: Partial<Choosing>, chosen: Chosen][] = [
  ['none is none', { choice: 'none', candidates: [LIGHT] }, { do: 'rules' }],
  ['auto asks nobody where rules answer', { isAnswered: true, candidates: [LIGHT, STRONG] }, { do: 'rules' }],
  ['auto asks nobody where there is nobody', {}, { do: 'rules' }],
  ['light before strong', { candidates: [STRONG, LIGHT] }, { do: 'ask', ids: ['light', 'strong'] }],
  ['the cheaper of two', { candidates: [DEAR, STRONG, CHEAP, LIGHT] }, { do: 'ask', ids: ['light', 'strong'] }],
  ['strong alone', { candidates: [STRONG] }, { do: 'ask', ids: ['strong'] }],
  ['auto passes by whom the policy bars', { candidates: [BARRED, LIGHT] }, { do: 'ask', ids: ['light'] }],
  ['nobody is left', { candidates: [BARRED] }, { do: 'rules' }],
  [
    'too dear for a question',
    { candidates: [CHEAP, DEAR], budget: { perQuestionUsd: 0.1, perDayUsd: null } },
    { do: 'ask', ids: ['cheap'] },
  ],
  [
    'too dear for the rest of the day',
    { candidates: [CHEAP, STRONG], budget: { perQuestionUsd: null, perDayUsd: 1 }, spentTodayUsd: 0.96 },
    { do: 'ask', ids: ['cheap'] },
  ],
  [
    'what costs nothing is never over',
    { candidates: [LIGHT], budget: { perQuestionUsd: 0, perDayUsd: 0 }, spentTodayUsd: 5 },
    { do: 'ask', ids: ['light'] },
  ],
  [
    'whoever is named is asked, whatever rules say',
    { choice: id('strong'), isAnswered: true, candidates: [LIGHT, STRONG] },
    { do: 'ask', ids: ['strong'] },
  ],
  [
    'whoever is named and unknown',
    { choice: id('gone'), candidates: [LIGHT] },
    { do: 'refuse', why: 'unknown', detail: 'gone' },
  ],
  [
    'whoever is named and barred, and nobody in its place',
    { choice: id('barred'), candidates: [LIGHT, BARRED] },
    { do: 'refuse', why: 'not-allowed', detail: 'nothing may leave this machine' },
  ],
  [
    'whoever is named and too dear for a question',
    { choice: id('dear'), candidates: [LIGHT, DEAR], budget: { perQuestionUsd: 0.1, perDayUsd: null } },
    { do: 'refuse', why: 'over-budget', detail: 'it may cost $0.40, and a question may cost $0.10' },
  ],
  [
    'whoever is named and too dear for today',
    { choice: id('strong'), candidates: [STRONG], budget: { perQuestionUsd: null, perDayUsd: 1 }, spentTodayUsd: 0.98 },
    { do: 'refuse', why: 'over-budget', detail: "it may cost $0.0500, and of today's $1.00 there are $0.0200 left" },
  ],
];

test.each(TABLE)('%s', (_, choosing, chosen) => {
  expect(
    chooseWriter({ choice: 'auto', isAnswered: false, candidates: [], budget: FREE, spentTodayUsd: 0, ...choosing }),
  ).toEqual(chosen);
});
