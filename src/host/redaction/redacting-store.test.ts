// Every door of the store by which text comes in, with something in each text that must not be kept.
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { frame, receipt } from '../../../db/fixtures/sample-captures.ts';
import { proposal, thread, turns } from '../../../db/fixtures/sample-chat.ts';
import {
  artifact,
  artifactPages,
  columns,
  corrections,
  draft,
  job,
  log,
  process,
  recording,
  recordingStage,
} from '../../../db/fixtures/sample-evidence.ts';
import { TEXT_COLUMNS } from '../../../db/redaction-classes.ts';
import { createStore } from '../../../db/store.ts';
import { openForTest } from '../../../db/testing.ts';
import { DEFAULT_REDACTION } from '../../domain/redaction.ts';
import type { Store } from '../../needs/store.ts';
import { createOffThread } from '../off-thread/pool.ts';
import { type FoundAhead, lookAhead } from './found-ahead.ts';
import { redactBeforeSaving } from './redacting-store.ts';
import { readRedactionCounts, writeRedactionRules } from './rules-setting.ts';

const SECRET = 'noor.haddad@example.com';
const withSecret = (text: string): string => `${text} ${SECRET}`;

test('no column that people write into keeps what the rules take out', () => {
  const db = openForTest();
  saveEverywhere(redactBeforeSaving(createStore(db), () => []));
  const kept: string[] = [];
  const empty: string[] = [];
  for (const [table, classes] of Object.entries(TEXT_COLUMNS)) {
    for (const [column, is] of Object.entries(classes)) {
      if (is !== 'words' && is !== 'title') continue;
      const read = db.sqlite.prepare(`SELECT "${column}" FROM "${table}" WHERE "${column}" IS NOT NULL`).pluck();
      const texts = z.array(z.string()).parse(read.all());
      if (texts.some((text) => text.includes(SECRET))) kept.push(`${table}.${column}`);
      if (!texts.some((text) => text.includes('[e-mail]'))) empty.push(`${table}.${column}`);
    }
  }
  // The second list shows that the test has looked: something stood in each of these columns.
  expect({ kept, empty }).toEqual({ kept: [], empty: [] });
});

test('counts what a recording holds, keeps the count when it is saved again redacted, and forgets it with the recording', () => {
  const store = redactBeforeSaving(createStore(openForTest()), () => []);
  store.saveProcess(process);
  const segments = [{ index: 0, startMs: 0, endMs: 1, text: `Mail ${SECRET} or pay with 4111 1111 1111 1111.` }];
  store.saveRecording({ ...draft, segments });
  expect(store.listSegments(recording.id)).toEqual([{ ...segments[0], text: 'Mail [e-mail] or pay with [card].' }]);
  expect(readRedactionCounts(store)).toEqual({ [recording.id]: { email: 1, card: 1 } });
  store.saveRecording({ ...draft, segments: store.listSegments(recording.id) });
  expect(readRedactionCounts(store)).toEqual({ [recording.id]: { email: 1, card: 1 } });
  store.removeRecording(recording.id);
  expect(readRedactionCounts(store)).toEqual({});
});

test('numbers follow the value through all texts of a recording, and go on after those that stand there already', () => {
  const store = redactBeforeSaving(createStore(openForTest()), () => []);
  writeRedactionRules(store, { ...DEFAULT_REDACTION, isNumbered: true });
  store.saveProcess(process);
  const texts = ['First [e-mail 3].', `Then ${SECRET} and ida@example.org.`, `Again ${SECRET.toUpperCase()}.`];
  store.saveRecording({
    ...draft,
    segments: texts.map((text, index) => ({ index, startMs: index, endMs: index + 1, text })),
    events: [{ index: 0, atMs: 0, kind: 'window', app: 'Mail', title: `To: ida@example.org` }],
  });
  expect(store.listSegments(recording.id).map(({ text }) => text)).toEqual([
    'First [e-mail 3].',
    'Then [e-mail 4] and [e-mail 5].',
    'Again [e-mail 4].',
  ]);
  expect(store.listEvents(recording.id).map(({ title }) => title)).toEqual(['To: [e-mail 5]']);
});

test('a rule that is off takes nothing out; names are taken out only where somebody asked for it', () => {
  const store = redactBeforeSaving(createStore(openForTest()), () => ['Noor Haddad', 'Noor']);
  store.saveProcess(process);
  const say = (): string => {
    store.saveRecording({
      ...draft,
      segments: [{ index: 0, startMs: 0, endMs: 1, text: `I send it to Noor, ${SECRET}` }],
    });
    return store.listSegments(recording.id)[0]!.text;
  };
  expect(say()).toBe('I send it to Noor, [e-mail]');
  writeRedactionRules(store, { ...DEFAULT_REDACTION, on: ['name'] });
  expect(say()).toBe('I send it to [name], [name].haddad@example.com');
});

test('what the worker found in long texts is recalled under the same rules only, and once', async () => {
  const found: FoundAhead = new Map();
  const store = redactBeforeSaving(createStore(openForTest()), () => [], found);
  store.saveProcess(process);
  const offThread = createOffThread();
  onTestFinished(() => offThread.close());
  const long = `${'and then I go on '.repeat(2000)}${SECRET}`;
  const look = () => lookAhead({ store, offThread, found }, { processId: process.id, texts: ['short', long] });
  const save = (): string => {
    store.saveRecording({ ...draft, segments: [{ index: 0, startMs: 0, endMs: 1, text: long }] });
    return store.listSegments(recording.id)[0]!.text.slice(-12);
  };
  await look();
  const spans = [...found.values()].map((texts) => [...texts.values()].map((each) => each.map(({ rule }) => rule)));
  expect(spans).toEqual([[[], ['email']]]);
  expect([save(), found.size]).toEqual([' on [e-mail]', 0]);
  await look();
  writeRedactionRules(store, { ...DEFAULT_REDACTION, on: ['card'] });
  expect(save()).toBe(SECRET.slice(-12));
});

test('a value that is several words on a screen is one placeholder there, around all of them', () => {
  const store = redactBeforeSaving(createStore(openForTest()), () => []);
  store.saveProcess(process);
  store.saveRecording(draft);
  store.saveFrames(recording.id, [{ ...frame, text: null }]);
  const word = (text: string, x: number, y = 10) => ({ text, x, y, w: 40, h: 10, confidence: 0.9 });
  const card = ['4111', '1111', '1111', '1111'].map((digits, at) => ({
    ...word(digits, 100 + at * 50),
    confidence: 0.8,
  }));
  store.saveScreens(recording.id, [
    { atMs: frame.atMs, text: '', words: [word('Card:', 20), ...card, word('valid', 320), word('Ida', 20, 40)] },
  ]);
  const { text, words } = store.findFrame(recording.id, frame.atMs)!;
  expect({ text, words }).toEqual({
    text: 'Card:\t[card]\tvalid\nIda',
    words: [
      word('Card:', 20),
      { text: '[card]', x: 100, y: 10, w: 190, h: 10, confidence: 0.8 },
      word('valid', 320),
      word('Ida', 20, 40),
    ],
  });
  expect(readRedactionCounts(store)).toEqual({ [`${recording.id}/screens`]: { card: 1 } });
  store.removeRecording(recording.id);
  expect(readRedactionCounts(store)).toEqual({});
});

function saveEverywhere(store: Store): void {
  store.saveProcess({ ...process, description: withSecret('How orders come in') });
  store.saveRecording({
    ...draft,
    recording: { ...recording, title: withSecret('Monday'), problem: withSecret('It stopped') },
    segments: draft.segments.map((each) => ({ ...each, text: withSecret(each.text), speaker: SECRET })),
    events: draft.events.map((each) => ({ ...each, title: withSecret(each.title) })),
  });
  const told = { ...receipt.intent, title: SECRET, trigger: SECRET, done: SECRET, caseReference: SECRET };
  const other = { ...recording, id: receipt.recordingId, title: SECRET };
  store.saveCaptured(
    { recording: other, tracks: [], segments: [], events: [] },
    {
      receipt: { ...receipt, intent: told, marks: [{ atMs: 1, kind: 'decision', note: SECRET }] },
      frames: [{ ...frame, text: withSecret('To:'), words: [{ text: SECRET, x: 1, y: 2, w: 3, h: 4, confidence: 1 }] }],
    },
  );
  const box = { x: 1, y: 2, w: 3, h: 4, confidence: 1 };
  store.saveFrames(other.id, [{ ...frame, text: withSecret('To:'), words: [{ text: SECRET, ...box }] }]);
  store.saveTranscript(other.id, {
    segments: [{ index: 0, startMs: 0, endMs: 1, text: SECRET, speaker: SECRET }],
    by: 'person',
  });
  store.saveScreens(other.id, [{ atMs: frame.atMs, text: SECRET, words: [{ text: SECRET, ...box }] }]);
  for (const correction of corrections) {
    store.appendCorrection({ ...correction, command: labelled() });
  }
  store.saveArtifact(
    { ...artifact, name: withSecret('Mail of'), title: withSecret('From'), warnings: [withSecret('not read:')] },
    artifactPages.map((page) => ({ ...page, name: withSecret('Sheet'), text: withSecret(page.text) })),
  );
  store.saveLog({ ...log, name: withSecret('orders'), warnings: [withSecret('row 3:')] }, columns);
  store.saveStage({ ...recordingStage, problem: withSecret('The track of'), warnings: [withSecret('not heard:')] });
  store.saveJob({ ...job, problem: withSecret('The file of') });
  const [turn] = turns;
  const sentences = turn.answer.sentences.map((each) => ({ ...each, text: withSecret(each.text) }));
  const understood = turn.answer.understood && { ...turn.answer.understood, topic: [SECRET] };
  store.saveProposal({ ...proposal, why: withSecret('As said to'), command: labelled() });
  store.saveTurn(thread, {
    ...turn,
    question: withSecret('Who writes to'),
    answer: {
      ...turn.answer,
      answer: SECRET,
      followUps: [SECRET],
      understood,
      sentences,
      tools: [{ tool: 'search', input: { text: SECRET, people: [{ name: SECRET }], limit: 3 } }],
    },
  });
  store.setRecordingTitle(recording.id, withSecret('Monday'));
  store.setRecordingState(recording.id, 'failed', withSecret('It stopped at'));
  store.setLogName(log.id, withSecret('orders'));
  store.setArtifactName(artifact.id, withSecret('Mail of'));
}

const labelled = () => ({ do: 'rename' as const, elements: [], logLabel: null, label: withSecret('write to') });
