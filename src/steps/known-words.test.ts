import { expect, test } from 'vitest';
import { createWinkTagger } from '../../models/wink-tagger.ts';
import type { Dictionary } from '../domain/dictionary.ts';
import { ProcessId, RecordingId } from '../domain/ids.ts';
import type { RecordingEvidence } from '../domain/process.ts';
import { extractSteps } from './extract.ts';
import { NOTHING_KNOWN } from './known-words.ts';

const tagger = createWinkTagger();

const TALK = ['I open the form in Medra.', 'Then I check the stock.', 'Tove approves the order.'];

function record(texts: readonly string[]): RecordingEvidence {
  const segments = texts.map((text, index) => ({ index, startMs: index * 5000, endMs: index * 5000 + 4500, text }));
  const recording = {
    id: RecordingId.parse('r1'),
    processId: ProcessId.parse('p1'),
    title: 'r1',
    actor: 'Nia',
    role: 'dispenser',
    language: 'en',
    durationMs: 60_000,
    state: 'ready' as const,
    problem: null,
    startedAtMs: null,
    timeZone: null,
    createdAtMs: 0,
  };
  return {
    recording,
    segments,
    events: [{ index: 0, atMs: 4800, kind: 'window', app: 'StockList', title: 'StockList' }],
  };
}

const read = (dictionary: Partial<Dictionary>) =>
  extractSteps(record(TALK), { tagger, dictionary: { ...NOTHING_KNOWN, ...dictionary } }).steps.map(
    ({ label, actor, system, artifact }) => [label, actor, system, artifact],
  );

test('an empty dictionary changes nothing', () => {
  expect(read({})).toEqual([
    ['open form', 'dispenser', 'Medra', 'form'],
    ['check stock', 'dispenser', 'StockList', 'stock'],
    ['approve order', 'Tove', null, 'order'],
  ]);
  const plain = extractSteps(record(TALK), { tagger });
  expect(extractSteps(record(TALK), { tagger, dictionary: NOTHING_KNOWN })).toEqual(plain);
});

test('systems, people, verbs and things go by the names people gave them; the narrator stays who he is', () => {
  expect(
    read({
      systems: new Map([
        ['medra', 'Medra 4'],
        ['stocklist', 'Stock list'],
      ]),
      roles: new Map([
        ['tove', 'lab'],
        ['dispenser', 'robot'],
      ]),
      verbs: new Map([['check', 'count']]),
      artifacts: new Map([['form', 'referral form']]),
    }),
  ).toEqual([
    ['open form', 'dispenser', 'Medra 4', 'referral form'],
    ['count stock', 'dispenser', 'Stock list', 'stock'],
    ['approve order', 'lab', null, 'order'],
  ]);
});
