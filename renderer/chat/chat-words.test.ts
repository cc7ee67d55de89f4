import { expect, test } from 'vitest';
import type { WrittenAnswer } from '../../src/domain/answer.ts';
import type { WriterStatus } from '../../src/domain/writer.ts';
import { sayByline, sayLookup, sayMoney, sayPending, sayPlace, sayRemoved, sayValue } from './chat-words.ts';

const SONNET = {
  id: 'sonnet',
  title: 'Sonnet',
  model: 'claude-sonnet-4-5',
  host: 'api.anthropic.com',
  isBeyond: true,
  dialect: 'anthropic',
} as unknown as WriterStatus; // the rest of it is not read here
const answer = (changes: Partial<WrittenAnswer>): WrittenAnswer =>
  ({ model: null, egressBytes: 0, removed: 0, tokens: null, costUsd: null, ...changes }) as WrittenAnswer; // as above

test('what is looked up is said in plain words', () => {
  expect([
    sayLookup({ tool: 'handoffs', input: { from: 'sales', to: undefined, between: ['a', 'b'] } }),
    sayLookup({ tool: 'counts', input: {} }),
    sayLookup({ tool: 'brand_new_tool', input: { topMost: 3 } }),
  ]).toEqual([
    'handoffs: from “sales”, between “a” and “b”',
    'the counts of the process',
    'brand new tool: top most 3',
  ]);
});

test('values are read by the unit in their name', () => {
  expect([
    sayValue('longestMs', 7_200_000),
    sayValue('share01', 0.234),
    sayValue('cases', 1204),
    sayValue('places', ['a', 'b']),
    sayValue('owner', null),
  ]).toEqual(['2 h', '23%', '1,204', 'a, b', 'not known']);
});

test('money is never rounded to nothing', () => {
  expect([0, 0.00001, 0.0156, 0.05, 1.2].map(sayMoney)).toEqual([
    '$0',
    'less than $0.0001',
    '$0.0156',
    '$0.05',
    '$1.20',
  ]);
});

test('who wrote an answer, and what that took', () => {
  const written = answer({ model: 'sonnet', egressBytes: 3214, tokens: { input: 4120, output: 212 }, costUsd: 0.0156 });
  const local = answer({ model: 'qwen3:8b', tokens: { input: 10, output: 2 } });
  expect([sayByline(answer({}), [SONNET]), sayByline(written, [SONNET]), sayByline(local, [SONNET])]).toEqual([
    { isByRules: true, who: 'Worked out by Mirror', facts: ['no model', 'nothing was sent'] },
    {
      isByRules: false,
      who: 'Written by Sonnet',
      facts: ['3 kB sent to api.anthropic.com', '4,120 tokens read', '212 written', '$0.0156'],
    },
    {
      isByRules: false,
      who: 'Written by qwen3:8b',
      facts: ['on this machine, nothing left it', '10 tokens read', '2 written'],
    },
  ]);
});

test('what was removed, where a model runs, and what goes on', () => {
  expect([
    sayRemoved(0),
    sayRemoved(1),
    sayRemoved(2),
    sayPlace(SONNET),
    sayPending(undefined, []),
    sayPending(null, []),
    sayPending('sonnet', [SONNET]),
  ]).toEqual([
    undefined,
    '1 unsupported sentence removed',
    '2 unsupported sentences removed',
    'api.anthropic.com',
    'Reading the question',
    'Working it out by rules',
    'Sonnet is asked',
  ]);
});
