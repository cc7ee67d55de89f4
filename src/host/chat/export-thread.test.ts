import { expect, test } from 'vitest';
import { thread, turns } from '../../../db/fixtures/sample-chat.ts';
import { artifact, artifactPages, columns, draft, log, process } from '../../../db/fixtures/sample-evidence.ts';
import { createStore } from '../../../db/store.ts';
import { openForTest } from '../../../db/testing.ts';
import type { ChatTurn } from '../../domain/chat.ts';
import type { EvidenceRef } from '../../domain/evidence.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { exportThread } from './export-thread.ts';

const [first, second] = turns;
const [spoken] = first.answer.sentences[0]!.citations as [EvidenceRef];
const rows: EvidenceRef = { kind: 'log', logId: log.id, rows: [0, 1], count: 2 };
const price: EvidenceRef = { kind: 'artifact', artifactId: artifact.id, page: 1, quote: '“½ inch”' };
const gone: EvidenceRef = { kind: 'frame', recordingId: draft.recording.id, atMs: 5_000 };
const shown: EvidenceRef = {
  kind: 'event',
  recordingId: draft.recording.id,
  event: 1,
  startMs: 7_000,
  endMs: 9_000,
  title: 'Order 4711',
};

const written: ChatTurn = {
  ...second,
  id: 'turn-third',
  question: 'Is <img src=x onerror=alert(1)> **bold**, or a [link](http://x)?',
  answer: {
    ...second.answer,
    answer: 'It is read aloud. It is copied, as 4.2 % of the cases show.',
    isAnswered: true,
    definition: 'Cases in which the number is copied, of all cases.',
    n: 2,
    sentences: [
      { text: 'It is read aloud.', citations: [spoken] },
      { text: 'It is copied, as 4.2 % of the cases show.', citations: [shown, rows, price, gone, spoken] },
    ],
  },
};

function openStore() {
  const store = createStore(openForTest());
  store.saveProcess(process);
  store.saveRecording(draft);
  store.saveArtifact(artifact, artifactPages);
  store.saveLog(log, columns);
  return store;
}

test('a conversation is exported with every moment that it cites, once, and nothing of it becomes markup', async () => {
  const store = openStore();
  for (const turn of [...turns, written]) store.saveTurn(thread, turn);
  const { name, text } = exportThread(store, store.findThread(thread.id)!);
  expect(name).toBe('what-happens-first.md');
  await expect(text).toMatchFileSnapshot('./thread.golden.md');
});

test('a conversation in which nothing is cited has no list of moments, and any title gives a name', () => {
  const store = openStore();
  store.saveTurn(thread, { ...second, question: '???' });
  const { name, text } = exportThread(store, store.findThread(thread.id)!);
  expect([name, text.includes('Moments')]).toEqual(['conversation.md', false]);
});

test('text stays text in Markdown', () => {
  const texts = [
    '1. one',
    '- a',
    '+ a',
    '# a',
    'a\n\nb',
    '`a` _b_ *c*',
    '[a](b)',
    '<b>',
    '&amp;',
    'a | b',
    '10) b',
    '~~a~~',
  ];
  expect(texts.map(escapeMarkdown)).toEqual([
    '1\\. one',
    '\\- a',
    '\\+ a',
    '\\# a',
    'a b',
    '\\`a\\` \\_b\\_ \\*c\\*',
    '\\[a\\](b)',
    '\\<b\\>',
    '\\&amp;',
    'a \\| b',
    '10\\) b',
    '\\~\\~a\\~\\~',
  ]);
});
