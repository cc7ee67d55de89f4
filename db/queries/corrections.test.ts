import { expect, test } from 'vitest';
import { CorrectionId, ProcessId } from '../../src/domain/ids.ts';
import { fillEveryTable } from '../fixtures/fill-every-table.ts';
import { corrections, otherRecording, process, recording } from '../fixtures/sample-evidence.ts';
import { createStore } from '../store.ts';
import { errorOf, openForTest } from '../testing.ts';

function openFilled() {
  const db = openForTest();
  fillEveryTable(db);
  return { db, store: createStore(db) };
}

const [first] = corrections;
const later = { ...first!, id: CorrectionId.parse('correction-0'), atMs: first!.atMs + 5 };

test('the log is read in order of time, and an entry is added once', () => {
  const { store } = openFilled();
  store.appendCorrection(later);
  expect(store.listCorrections(process.id)).toEqual([...corrections, later]);
  expect(() => store.appendCorrection(later)).toThrow('UNIQUE constraint failed');
  expect(store.listCorrections(ProcessId.parse('another'))).toEqual([]);
  expect([store.findCorrection(later.id), store.findCorrection(CorrectionId.parse('none'))]).toEqual([
    later,
    undefined,
  ]);
});

test('removing a recording removes what quotes it, and only that', () => {
  const { db, store } = openFilled();
  const ofBoth = { ...later, recordingId: null };
  const ofOther = { ...later, id: CorrectionId.parse('correction-9'), recordingId: otherRecording.id, anchors: [] };
  store.appendCorrection(ofBoth);
  store.appendCorrection(ofOther);
  store.removeRecording(recording.id);
  expect(store.listCorrections(process.id)).toEqual([ofOther]);
  expect(db.sqlite.prepare('SELECT count(*) FROM corrections').pluck().get()).toBe(1);
});

test('a correction that does not fit is named, because nobody could make it again', () => {
  const { db, store } = openFilled();
  db.sqlite.exec(`UPDATE corrections SET command = '{"do":"sing"}'`);
  expect(errorOf(() => store.listCorrections(process.id))?.message).toContain('table corrections, command.do: ');
});
