import { expect, test } from 'vitest';
import { fillEveryTable } from './fixtures/fill-every-table.ts';
import * as sample from './fixtures/sample-evidence.ts';
import { extraction, graph, insights } from './fixtures/sample-mined.ts';
import { createStore } from './store.ts';
import { openForTest } from './testing.ts';

const { process, recording, otherRecording, draft, corrections, log, columns, job } = sample;

function openFilled() {
  const db = openForTest();
  fillEveryTable(db);
  return { db, store: createStore(db) };
}

test('gives back every saved value unchanged', () => {
  const { store } = openFilled();
  const track = draft.tracks[1]!;
  const { cases: _, ...rows } = columns;
  expect({
    processes: store.listProcesses(),
    byId: store.findProcess(process.id),
    byName: store.findProcessByName(process.name),
    recordings: store.listRecordings(process.id),
    recording: store.findRecording(otherRecording.id),
    tracks: store.listTracks(recording.id),
    track: store.findTrack(track.id),
    segments: store.listSegments(recording.id),
    events: store.listEvents(recording.id),
    narrated: store.listNarrated(process.id),
    corrections: store.listCorrections(process.id),
    logs: store.listLogs(process.id),
    log: store.findLog(log.id),
    columns: store.readLogColumns(log.id),
    rows: store.readRowColumns(log.id),
    mined: store.findMined(process.id),
    jobs: store.listJobs(),
    setting: store.readSetting('appearance'),
  }).toStrictEqual({
    processes: [process],
    byId: process,
    byName: process,
    recordings: [recording, otherRecording],
    recording: otherRecording,
    tracks: draft.tracks,
    track,
    segments: draft.segments,
    events: draft.events,
    narrated: [{ recording, extraction }],
    corrections,
    logs: [log],
    log,
    columns,
    rows,
    mined: { graph, insights },
    jobs: [job],
    setting: { theme: 'dark', accents: [1, null] },
  });
});
