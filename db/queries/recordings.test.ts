import { expect, test } from 'vitest';
import { ProcessId, RecordingId } from '../../src/domain/ids.ts';
import { fillEveryTable } from '../fixtures/fill-every-table.ts';
import * as sample from '../fixtures/sample-evidence.ts';
import { extraction, graph, insights } from '../fixtures/sample-mined.ts';
import { createStore } from '../store.ts';
import { errorOf, openForTest, readAllRows } from '../testing.ts';

const { process, recording, otherRecording, draft } = sample;

function openFilled() {
  const db = openForTest();
  fillEveryTable(db);
  return { db, store: createStore(db) };
}

const counts = (rows: Record<string, unknown[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(rows).map(([table, { length }]) => [table, length]));

test('saving a recording again replaces its evidence and drops what was derived, but no correction', () => {
  const { db, store } = openFilled();
  const before = counts(readAllRows(db));
  const again = {
    ...draft,
    recording: { ...recording, title: 'Again' },
    segments: draft.segments.slice(1),
    events: [],
  };
  store.saveRecording(again);
  expect({
    recording: store.findRecording(recording.id),
    tracks: store.listTracks(recording.id),
    segments: store.listSegments(recording.id),
    events: store.listEvents(recording.id),
    narrated: store.listNarrated(process.id),
    mined: store.findMined(process.id),
  }).toEqual({ ...again, narrated: [], mined: undefined });
  const found = ['extractions', 'steps', 'elements', 'graphs', 'activities', 'transitions', 'findings'];
  const made = ['recording_stages', 'speech_spans', 'search_entries', 'search_vectors'];
  const expected = Object.fromEntries([...found, ...made].map((table) => [table, 0]));
  // One picture is of the other recording.
  const kept = { transcript_segments: 2, ui_events: 0, frames: 1 };
  expect(counts(readAllRows(db))).toEqual({ ...before, ...expected, ...kept });
});

test('a new recording leaves the graph of its process until that is mined again', () => {
  const { store } = openFilled();
  store.saveRecording({ ...draft, recording: { ...recording, id: RecordingId.parse('recording-c') }, tracks: [] });
  expect(store.findMined(process.id)).toEqual({ graph, insights });
});

test('a recording that cannot be saved whole is not saved at all', () => {
  const { db, store } = openFilled();
  const before = readAllRows(db);
  const [segment] = draft.segments;
  const twice = { ...draft, segments: [segment!, segment!] };
  expect(() => store.saveRecording(twice)).toThrow('UNIQUE constraint failed');
  const homeless = { ...recording, processId: ProcessId.parse('no-such-process') };
  expect(() => store.saveRecording({ ...draft, recording: homeless })).toThrow('FOREIGN KEY constraint failed');
  expect(readAllRows(db)).toEqual(before);
});

test('removing a recording leaves nothing of it in the file', () => {
  const { db, store } = openFilled();
  store.removeRecording(recording.id);
  expect(JSON.stringify(readAllRows(db))).not.toContain('copy the number');
  db.sqlite.pragma('wal_checkpoint(TRUNCATE)');
  expect(db.sqlite.serialize().includes('copy the number')).toBe(false);
  expect(store.listRecordings(process.id)).toEqual([otherRecording]);
});

test('sets the state of a recording, and says so when somebody removed it', () => {
  const { store } = openFilled();
  store.setRecordingState(otherRecording.id, 'ready', null);
  expect(store.findRecording(otherRecording.id)).toEqual({ ...otherRecording, state: 'ready', problem: null });
  store.removeRecording(otherRecording.id);
  expect(errorOf(() => store.setRecordingState(otherRecording.id, 'ready', null))?.code).toBe('recording/missing');
  expect(errorOf(() => store.saveExtraction(otherRecording.id, extraction))?.code).toBe('recording/missing');
});

test('what is not there is undefined or an empty list', () => {
  const store = createStore(openForTest());
  expect([
    store.findProcess(process.id),
    store.findProcessByName('order entry'),
    store.findRecording(recording.id),
    store.findTrack(draft.tracks[0]!.id),
    store.findLog(sample.log.id),
    store.findMined(process.id),
    store.readSetting('appearance'),
  ]).toEqual(Array.from({ length: 7 }));
  expect([store.listProcesses(), store.listSegments(recording.id), store.listJobs()]).toEqual([[], [], []]);
});
