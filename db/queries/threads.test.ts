import { expect, test } from 'vitest';
import { type ChatTurn, ThreadId } from '../../src/domain/chat.ts';
import { ArtifactId } from '../../src/domain/ids.ts';
import {
  artifact,
  artifactPages,
  columns,
  draft,
  log,
  NOW_MS,
  process,
  recording,
} from '../fixtures/sample-evidence.ts';
import { thread, turns } from '../fixtures/sample-chat.ts';
import { createStore } from '../store.ts';
import { errorOf, openForTest } from '../testing.ts';

const [first, second] = turns;
const other = { id: ThreadId.parse('thread-other'), processId: process.id };
const summary = { ...thread, title: first.question, turns: 2, changedMs: second.askedMs };

function openWithTurns() {
  const db = openForTest();
  const store = createStore(db);
  store.saveProcess(process);
  store.saveRecording(draft);
  for (const turn of turns) store.saveTurn(thread, turn);
  return { db, store };
}

const asked = (id: string, question: string, askedMs: number): ChatTurn => ({ ...second, id, question, askedMs });

test('a thread has its turns in the order in which they were asked, and its title from the first', () => {
  const { store } = openWithTurns();
  expect(store.findThread(thread.id)).toEqual({ ...summary, all: turns });
  expect(store.findThread(other.id)).toBeUndefined();
});

test('a turn that is answered again stays in its place', () => {
  const { store } = openWithTurns();
  const again = { ...first, askedMs: NOW_MS + 90_000, answer: { ...first.answer, answer: 'It is opened in SAP.' } };
  store.saveTurn(thread, again);
  expect(store.findThread(thread.id)).toEqual({ ...summary, changedMs: again.askedMs, all: [again, second] });
  expect(store.listThreads(process.id, 'somebody')).toEqual([]);
});

test('threads are listed newest first, and found by the words of questions and answers, parts of words and without accents', () => {
  const { store } = openWithTurns();
  store.saveTurn(other, asked('turn-x', 'How long does the Überweisung take?', NOW_MS + 30_000));
  const listed = { ...other, title: 'How long does the Überweisung take?', turns: 1, changedMs: NOW_MS + 30_000 };
  const find = (text: string) => store.listThreads(process.id, text);
  expect(find('')).toEqual([summary, listed]);
  expect(find('uberweis LONG')).toEqual([listed]);
  // In two turns of one thread.
  expect(find('prüft opens')).toEqual([summary]);
  expect(find('100% _')).toEqual([]);
});

test('a removed thread takes its turns along', () => {
  const { db, store } = openWithTurns();
  store.removeThread(thread.id);
  expect(store.listThreads(process.id, '')).toEqual([]);
  expect(db.sqlite.prepare('SELECT count(*) FROM turns').pluck().get()).toBe(0);
});

test('with a recording go the answers that cite it; a thread goes with its last one', () => {
  const { store } = openWithTurns();
  store.saveTurn(other, { ...first, id: 'turn-x' });
  store.removeRecording(recording.id);
  expect(store.findThread(thread.id)?.all).toEqual([second]);
  expect(store.findThread(other.id)).toBeUndefined();
});

test('so it is with logs, documents and what was attached to them', () => {
  const { store } = openWithTurns();
  const attached = { ...artifact, id: ArtifactId.parse('artifact-attached'), parentId: artifact.id };
  store.saveArtifact(artifact, artifactPages);
  store.saveArtifact(attached, []);
  store.saveLog(log, columns);
  const citing = (id: string, citation: ChatTurn['answer']['sentences'][number]['citations'][number]): ChatTurn => ({
    ...second,
    id,
    answer: { ...second.answer, sentences: [{ text: 'So it is.', citations: [citation] }] },
  });
  store.saveTurn(other, citing('turn-log', { kind: 'log', logId: log.id, rows: [0], count: 1 }));
  store.saveTurn(other, citing('turn-attached', { kind: 'artifact', artifactId: attached.id }));
  store.removeLog(log.id);
  expect(store.findThread(other.id)?.all.map(({ id }) => id)).toEqual(['turn-attached']);
  store.removeArtifact(artifact.id);
  expect(store.findThread(other.id)).toBeUndefined();
});

test('an answer that does not fit its shape is named as damage', () => {
  const { db, store } = openWithTurns();
  db.sqlite.prepare(`UPDATE turns SET answer = '{"answer":1}' WHERE id = 'turn-second'`).run();
  expect(errorOf(() => store.findThread(thread.id))?.code).toBe('workspace/damaged');
});
