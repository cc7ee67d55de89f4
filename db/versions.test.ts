// Every database an earlier Mirror wrote must open with its rows: each released migration leaves a dump behind.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readNewestSnapshot, statementsBetween } from './fixtures/drizzle-kit.ts';
import * as sample from './fixtures/sample-evidence.ts';
import { extraction, graph, insights } from './fixtures/sample-mined.ts';
import { dumpPath, VERSIONS_FOLDER } from './fixtures/write-version-dump.ts';
import { MIGRATIONS_FOLDER, readMigrations } from './migrations.ts';
import { createStore } from './store.ts';
import { tablesOf } from './tables-of.ts';
import { migrationsWith, openForTest, readAllRows, temporaryFolder } from './testing.ts';

const VERSIONS = readMigrations(MIGRATIONS_FOLDER).map((migration, at) => ({ version: at + 1, tag: migration.tag }));
const { process, recording, draft, log, columns, job } = sample;

function load(version: number): string {
  const file = join(temporaryFolder(), 'mirror.db');
  const sqlite = new BetterSqlite3(file);
  sqlite.exec(readFileSync(dumpPath(version), 'utf8'));
  sqlite.close();
  return file;
}

function readRaw(file: string): Record<string, unknown[]> {
  const sqlite = new BetterSqlite3(file, { readonly: true });
  const rows = tablesOf(sqlite).map((name) => [name, sqlite.prepare(`SELECT * FROM "${name}"`).all()]);
  sqlite.close();
  return Object.fromEntries(rows);
}

test('each migration has its dump, and each dump its migration', () => {
  expect(readdirSync(VERSIONS_FOLDER).toSorted()).toEqual(
    VERSIONS.map(({ version }) => `${String(version - 1).padStart(4, '0')}.sql`),
  );
});

for (const { version, tag } of VERSIONS.filter(({ version: at }) => existsSync(dumpPath(at)))) {
  test(`a database of schema ${tag} had rows in every table, and none is lost when it is opened`, () => {
    const file = load(version);
    const before = readRaw(file);
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    const after = readAllRows(openForTest(file));
    const counts = (all: Record<string, unknown[]>) => Object.keys(before).map((table) => [table, all[table]?.length]);
    const added = VERSIONS.length - version;
    const expected = counts(before).map(([table, n]) => [table, table === 'schema_versions' ? Number(n) + added : n]);
    expect(counts(after)).toEqual(expected);
  });

  test(`a database of schema ${tag} still says what was stored in it`, () => {
    const store = createStore(openForTest(load(version)));
    expect({
      processes: store.listProcesses(),
      recordings: store.listRecordings(process.id),
      tracks: store.listTracks(recording.id),
      segments: store.listSegments(recording.id),
      events: store.listEvents(recording.id),
      narrated: store.listNarrated(process.id),
      logs: store.listLogs(process.id),
      columns: store.readLogColumns(log.id),
      mined: store.findMined(process.id),
      jobs: store.listJobs(),
    }).toMatchObject({
      processes: [process],
      recordings: [recording, sample.otherRecording],
      tracks: draft.tracks,
      segments: draft.segments,
      events: draft.events,
      narrated: [{ recording, extraction }],
      logs: [log],
      columns,
      mined: { graph, insights },
      jobs: [job],
    });
  });
}

test('a migration that builds every table anew keeps all rows, children too', async () => {
  const file = load(VERSIONS.length);
  const { schema_versions: _, ...before } = readRaw(file);
  const migrationsFolder = migrationsWith('9999_rebuild', await rebuildEveryTable());
  const db = openForTest(file, { migrationsFolder });
  const { schema_versions: versions, ...after } = readAllRows(db);
  expect(after).toEqual(before);
  expect(versions).toHaveLength(VERSIONS.length + 1);
  const rebuilt = db.sqlite.prepare("SELECT count(*) FROM sqlite_schema WHERE sql LIKE '%rebuilt%'").pluck().get();
  expect(rebuilt).toBe(Object.keys(after).length + 1);
});

/** What drizzle-kit writes when a constraint is added to every table. */
async function rebuildEveryTable(): Promise<string> {
  const Snapshot = z.looseObject({
    tables: z.record(z.string(), z.looseObject({ checkConstraints: z.record(z.string(), z.unknown()) })),
  });
  const snapshot = readNewestSnapshot(VERSIONS.length);
  const changed = Snapshot.parse(structuredClone(snapshot));
  for (const [name, table] of Object.entries(changed.tables)) {
    table.checkConstraints[`${name}_rebuilt`] = { name: `${name}_rebuilt`, value: '1 = 1' };
  }
  return (await statementsBetween(snapshot, changed)).join('\n--> statement-breakpoint\n');
}
