import { expect, test } from 'vitest';
import { WriterEntry, type WriterId } from '../../src/domain/writer.ts';
import { WRITER_PRESETS } from '../../src/domain/writer-presets.ts';
import { draftOf, findWriterComplaint, makeWriterId, readDraft, takePreset } from './writer-draft.ts';

const DRAFT = { ...draftOf({ url: 'https://api.example.com/v1', model: 'big-1' }) };

test('what is typed becomes an entry that the core takes', () => {
  const typed = { ...DRAFT, priceInput: '0.3', priceOutput: '2.5', contextTokens: '32768' };
  const entry = readDraft(typed, makeWriterId('Big/1 (beta)', []));
  expect([WriterEntry.parse(entry), entry]).toEqual([
    entry,
    {
      id: 'big-1-beta',
      title: 'big-1',
      dialect: 'openai-compatible',
      url: 'https://api.example.com/v1',
      model: 'big-1',
      strength: 'strong',
      price: { input: 0.3, output: 2.5 },
      contextTokens: 32_768,
      callsTools: null,
    },
  ]);
  expect(readDraft(draftOf(entry), entry.id)).toEqual(entry);
});

test('every preset needs no more than a model', () => {
  const left = WRITER_PRESETS.map((preset) => findWriterComplaint({ ...takePreset(DRAFT, preset), model: 'm' }));
  expect(left.filter(Boolean)).toEqual(['The address begins with http:// or https://.']);
});

test('what is amiss is said before anything is kept', () => {
  const complaints = [
    { url: 'ftp://a' },
    { url: 'https://me:secret@a.example/v1' },
    { model: ' ' },
    { priceInput: '1' },
    { priceInput: 'a', priceOutput: '1' },
    { contextTokens: '12' },
  ].map((change) => findWriterComplaint({ ...DRAFT, ...change }));
  expect(complaints).toEqual([
    'The address begins with http:// or https://.',
    'A key does not belong into the address; it has its own field.',
    'Name the model as its server calls it.',
    'Give both prices, or none.',
    'A price is a number of US dollars for a million tokens.',
    'What it reads at once is a number of tokens, 256 or more.',
  ]);
});

test('two models of a name are told apart', () => {
  expect(makeWriterId('qwen3:8b', [{ id: 'qwen3-8b' as WriterId }])).toBe('qwen3-8b-2');
});
