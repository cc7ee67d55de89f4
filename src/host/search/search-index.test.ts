// The index in memory follows the database: what is added, removed and made anew, without being read from the start.
import { expect, onTestFinished, test } from 'vitest';
import { openSearchReader } from '../../../db/search-reader.ts';
import { createStore } from '../../../db/store.ts';
import { openForTest } from '../../../db/testing.ts';
import { ProcessId, RecordingId } from '../../domain/ids.ts';
import { lexicalVector } from '../../lib/lexical-vector.ts';
import { createRandom } from '../../lib/random.ts';
import type { Store } from '../../needs/store.ts';
import { createSearchIndex, type IndexQuery } from './search-index.ts';

const processId = ProcessId.parse('process-1');
const THINGS = ['invoice', 'refund', 'receipt', 'contract', 'delivery', 'claim', 'voucher', 'quote'];
const DOINGS = ['check', 'enter', 'sign', 'send', 'archive', 'cancel'];

const idOf = (number: number): RecordingId => RecordingId.parse(`recording-${number}`);

function open() {
  const db = openForTest();
  const store = createStore(db);
  store.saveProcess({ id: processId, name: 'P', owner: null, description: null, createdAtMs: 0 });
  const openIndex = () => {
    const reader = openSearchReader(db.file);
    onTestFinished(() => reader.close());
    return createSearchIndex(reader);
  };
  return { store, openIndex };
}

function saveTexts(store: Store, number: number, { texts, model }: { texts: readonly string[]; model: string }): void {
  if (store.findRecording(idOf(number)) === undefined)
    store.saveRecording({
      recording: {
        id: idOf(number),
        processId,
        title: `Recording ${number}`,
        actor: null,
        role: null,
        language: 'en',
        durationMs: 1000,
        state: 'ready',
        problem: null,
        startedAtMs: null,
        timeZone: null,
        createdAtMs: number,
      },
      tracks: [],
      segments: [],
      events: [],
    });
  const entries = texts.map((text, position) => ({
    processId,
    kind: 'speech' as const,
    recordingId: idOf(number),
    artifactId: null,
    position,
    startMs: position,
    endMs: position,
    text,
    vector: lexicalVector(text),
  }));
  store.saveSearchEntries({ recordingId: idOf(number) }, { entries, model });
}

/** By meaning alone where the words are left out of the query, and as an embedder that knows meaning. */
const ask = (words: string, like = words, model = 'one'): IndexQuery => ({
  words,
  processId: null,
  kinds: null,
  count: 10,
  meaning: { model, vector: lexicalVector(like), near: 0.3, knowsMeaning: true },
});

test('after any changes it finds what an index that is read anew finds', () => {
  const { store, openIndex } = open();
  const random = createRandom(4);
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const kept = openIndex();
  for (let round = 0; round < 25; round += 1) {
    const number = Math.floor(random() * 6);
    if (random() < 0.3) store.removeRecording(idOf(number));
    else {
      const texts = Array.from(
        { length: 1 + Math.floor(random() * 40) },
        () => `I ${pick(DOINGS)} the ${pick(THINGS)}`,
      );
      saveTexts(store, number, { texts, model: 'one' });
    }
    const query = ask(random() < 0.5 ? '' : pick(THINGS), `${pick(DOINGS)} ${pick(THINGS)}`);
    expect(kept.find(query)).toEqual(openIndex().find(query));
  }
});

test('vectors of another model are left alone, and its texts are found by their words', () => {
  const { store, openIndex } = open();
  saveTexts(store, 1, { texts: ['I check the invoice'], model: 'one' });
  saveTexts(store, 2, { texts: ['we check an invoice'], model: 'two' });
  const index = openIndex();
  const textsOf = (query: IndexQuery) => index.find(query).found.map(({ entry }) => entry.text);
  expect(textsOf(ask('', 'check the invoice'))).toEqual(['I check the invoice']);
  expect(textsOf(ask('', 'check the invoice', 'two'))).toEqual(['we check an invoice']);
  expect(textsOf(ask('', 'check the invoice', 'three'))).toEqual([]);
  expect(textsOf(ask('invoice', 'nothing of the kind')).toSorted()).toEqual([
    'I check the invoice',
    'we check an invoice',
  ]);
});

test('words and nearness both count, and what is too far does not come', () => {
  const { store, openIndex } = open();
  const texts = ['the invoice is checked', 'we cancel the delivery', 'somebody signs contracts', 'a contract'];
  saveTexts(store, 1, { texts, model: 'one' });
  const { found, words } = openIndex().find(ask('contract ', 'cancel delivery'));
  expect(found.map(({ entry, hasAllWords }) => [entry.text, hasAllWords])).toEqual([
    ['a contract', true],
    ['we cancel the delivery', false],
    ['somebody signs contracts', true],
  ]);
  expect(words).toEqual(['contract', 'contracts']);
});

test('no entries at all is no failure', () => {
  const { openIndex } = open();
  expect(openIndex().find(ask('invoice'))).toEqual({ found: [], words: [], corrected: [], searched: 0 });
});
