import { expect, test } from 'vitest';
import { LEDGER } from '../gallery/fake-ledger.ts';
import { filterEntries, sayOutcome, sayVerdict, sumUp } from './ledger-words.ts';

test('outcomes are said in words', () => {
  expect(LEDGER.map(sayOutcome)).toEqual([
    'Answered',
    'Answered',
    'Refused by the server (401)',
    'Answered',
    'Unreachable',
    'Not ended',
  ]);
});

test('entries are found by any word of them, and those of this machine can be left out', () => {
  const find = (text: string, isBeyondOnly = false) =>
    filterEntries(LEDGER, { text, isBeyondOnly }).map(({ id }) => id);
  expect([find('download whisper'), find('ilse'), find('qwen'), find('qwen', true), find('refused sonnet')]).toEqual([
    ['entry-3'],
    ['entry-2'],
    ['entry-1'],
    [],
    ['entry-2'],
  ]);
});

test('all that left this machine is summed up in a line', () => {
  expect(sumUp(LEDGER.slice(0, 2))).toBe('1 connection beyond this machine, 951 bytes sent, $0.0156.');
});

test('a record that was changed says where', () => {
  const whole = { isWhole: true, lines: 14, chained: 12, chainedFrom: 3, cut: [9], faults: [], newest: 'ab' };
  const faults = [
    { line: 7, what: 'it is not as it was written' },
    { line: null, what: 'the noted hash is not in it' },
  ];
  expect([sayVerdict(whole), sayVerdict({ ...whole, isWhole: false, cut: [], faults })]).toEqual([
    {
      isWhole: true,
      told: 'Whole: 12 lines, each as it was written. The first 2 lines come from before the chain.',
      details: ['Line 9 was cut by a crash; nothing else was lost.'],
    },
    {
      isWhole: false,
      told: 'Not as it was written: somebody or something has changed this record.',
      details: ['Line 7: it is not as it was written', 'the noted hash is not in it'],
    },
  ]);
});
