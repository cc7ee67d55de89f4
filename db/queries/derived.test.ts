import { expect, test } from 'vitest';
import type { MirrorDatabase } from '../database.ts';
import { fillEveryTable } from '../fixtures/fill-every-table.ts';
import * as sample from '../fixtures/sample-evidence.ts';
import { extraction, graph, insights } from '../fixtures/sample-mined.ts';
import { createStore } from '../store.ts';
import { errorOf, openForTest } from '../testing.ts';

const { process, recording, log, columns, job } = sample;

function openFilled() {
  const db = openForTest();
  fillEveryTable(db);
  return { db, store: createStore(db) };
}

const ask = (db: MirrorDatabase, sql: string): unknown[] => db.sqlite.prepare(sql).raw().all();

test('what explains waiting comes back as it was saved', () => {
  const { store } = openFilled();
  const causes = { batchingMs: 0, contentionMs: 90, prioritisationMs: 0, unavailabilityMs: 30, extraneousMs: 0 };
  const efficiency = {
    processingMs: 40,
    cte01: 0.25,
    cteWithout01: { ...causes, contentionMs: null, unavailabilityMs: 0.3 },
  };
  const explained = {
    ...insights,
    bottlenecks: insights.bottlenecks.map((bottleneck) => ({ ...bottleneck, causes })),
    waiting: { totalMs: 120, ...causes, ...efficiency },
  };
  store.saveMined(process.id, { graph, insights: explained });
  expect(store.findMined(process.id)?.insights).toEqual(explained);
  store.saveMined(process.id, { graph, insights: { ...insights, waiting: null } });
  expect(store.findMined(process.id)?.insights).toEqual({ ...insights, waiting: null });
});

test('saving derived facts again replaces them', () => {
  const { db, store } = openFilled();
  const [step] = extraction.steps;
  const shorter = { ...extraction, steps: [step!], handoffs: [], warnings: [] };
  store.saveExtraction(recording.id, shorter);
  expect(store.listNarrated(process.id)).toEqual([{ recording, extraction: shorter }]);
  const fewer = { graph: { ...graph, transitions: [], cycle: null }, insights: { ...insights, handoffs: [] } };
  store.saveMined(process.id, fewer);
  expect(store.findHeadline(process.id)).toBeUndefined();
  expect(store.findMined(process.id)).toEqual(fewer);
  expect(ask(db, 'SELECT count(*) FROM findings')).toEqual([[8]]);
});

test('a difference keeps its own kind beside the kind of its list', () => {
  const { store } = openFilled();
  const { decisions, ...others } = insights;
  const { question: _, branches: _branches, ...found } = decisions[0]!;
  const differences = [{ ...found, kind: 'order' as const, elementIds: extraction.steps.map(({ id }) => id) }];
  store.saveMined(process.id, { graph, insights: { ...others, decisions: [], differences } });
  expect(store.findMined(process.id)?.insights).toEqual({ ...others, decisions: [], differences });
});

test('an extraction without steps is an extraction', () => {
  const { store } = openFilled();
  const nothing = { steps: [], handoffs: [], waits: [], decisions: [], exceptions: [], judgements: [] };
  const empty = { ...nothing, rework: [], transfers: [], warnings: ['The transcript is in German.'] };
  store.saveExtraction(recording.id, empty);
  expect(store.listNarrated(process.id)).toEqual([{ recording, extraction: empty }]);
});

test('SQL can ask who does what, where work passes on, and what hurts', () => {
  const { db } = openFilled();
  const questions = {
    steps: 'SELECT step_order, label, actor, system, done_when FROM steps ORDER BY position',
    handoffs: "SELECT from_name, to_name FROM elements WHERE kind = 'handoff' ORDER BY position",
    decisions: "SELECT label FROM elements WHERE kind = 'decision'",
    waits: "SELECT label, duration, cause FROM elements WHERE kind = 'wait' AND duration IS NOT NULL",
    paths: `SELECT source.label, target.label, edge.count FROM transitions AS edge
      JOIN activities AS source ON source.id = edge.source_id
      JOIN activities AS target ON target.id = edge.target_id ORDER BY edge.position`,
    confirmed: "SELECT kind, label FROM findings WHERE status = 'confirmed'",
    quotes:
      "SELECT DISTINCT ref.value ->> 'quote' FROM steps, json_each(steps.evidence) AS ref WHERE ref.value ->> 'kind' = 'speech'",
    cases: "SELECT json_array_length(CAST(data AS TEXT)) FROM log_columns WHERE name = 'cases'",
  };
  expect(Object.fromEntries(Object.entries(questions).map(([name, sql]) => [name, ask(db, sql)]))).toEqual({
    steps: [
      [0, 'open order', 'order clerk', 'SAP', 'always'],
      [1, 'copy', null, null, 'decision-1'],
    ],
    handoffs: [
      [null, 'finance'],
      ['SAP', 'Excel'],
    ],
    decisions: [['Is the customer new?']],
    waits: [['wait for credit check', 'P2D', 'finance answers in the afternoon']],
    paths: [
      ['enter order', 'check credit', 2],
      ['check credit', 'check credit', 2],
    ],
    confirmed: [['handoff', 'finding a-handoff']],
    quotes: [['I copy the number']],
    cases: [[2]],
  });
});

test('derived rows that do not fit the shapes count as not there', () => {
  const { db, store } = openFilled();
  db.sqlite.exec(`UPDATE steps SET provenance = 'guessed'; UPDATE findings SET body = '[]' WHERE kind = 'wait'`);
  expect([store.listNarrated(process.id), store.findMined(process.id)]).toEqual([[], undefined]);
});

test('other rows that do not fit are named', () => {
  const { db, store } = openFilled();
  const spoil = (sql: string, read: () => unknown) => {
    db.sqlite.exec(sql);
    return errorOf(read)?.message.match(/\((.*)\)/)?.[1];
  };
  expect([
    spoil("UPDATE recordings SET state = 'paused'", () => store.listRecordings(process.id)),
    spoil('UPDATE transcript_segments SET start_ms = -1 WHERE position = 2', () => store.listSegments(recording.id)),
    spoil("UPDATE ui_events SET kind = 'constructor' WHERE position = 1", () => store.listEvents(recording.id)),
    spoil("UPDATE jobs SET progress = '{}'", () => store.listJobs()),
    spoil("DELETE FROM log_columns WHERE name = 'endMs'", () => store.readLogColumns(log.id)),
  ]).toEqual([
    expect.stringContaining('table recordings, state: '),
    'table transcript_segments, row 2',
    'table ui_events, row 1',
    expect.stringContaining('table jobs, progress.stage: '),
    'event log log-orders: column endMs is missing',
  ]);
});

test('logs, jobs, processes and settings are replaced in place', () => {
  const { db, store } = openFilled();
  const [renamed, done] = [
    { ...process, name: 'Orders' },
    { ...job, state: 'done' as const, progress: null },
  ];
  store.saveProcess(renamed);
  store.saveJob(done);
  store.saveLog({ ...log, name: 'new.csv' }, { ...columns, roles: ['clerk'] });
  store.writeSetting('appearance', null);
  store.writeSetting('gone', undefined);
  expect([store.listProcesses(), store.listJobs(), store.readSetting('appearance')]).toEqual([[renamed], [done], null]);
  expect([store.listLogs(process.id), store.readLogColumns(log.id).roles]).toEqual([
    [{ ...log, name: 'new.csv' }],
    ['clerk'],
  ]);
  store.writeSetting('appearance', undefined);
  expect([store.readSetting('appearance'), ask(db, 'SELECT count(*) FROM recordings')]).toEqual([undefined, [[2]]]);
});

test('the counts of a process are read back without its graph, and are no part of its findings', () => {
  const store = createStore(openForTest());
  store.saveProcess(process);
  const counts = { recordings: 1, cases: 2, activities: 3, transitions: 4, handoffs: 5, bottlenecks: 6 };
  const headline = { process: process.name, ...counts, exceptions: 7, judgements: 8 };
  expect(store.findHeadline(process.id)).toBeUndefined();
  store.saveMined(process.id, { graph, insights }, headline);
  expect(store.findHeadline(process.id)).toEqual(headline);
  expect(store.findMined(process.id)).toEqual({ graph, insights });
});
