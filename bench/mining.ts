// How fast an event log is mined: ours from a workspace, bare loops over typed arrays, window SQL in SQLite, and DuckDB,
// on one made log in one run. Every engine runs in a process of its own that has done nothing before, and must give the
// same answers.
//   node bench/mining.ts [--events N] [--json]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { openDatabase } from '../db/open.ts';
import { createStore } from '../db/store.ts';
import { ProcessId } from '../src/domain/ids.ts';
import type { LogColumns } from '../src/domain/log.ts';
import type { Run } from './mining/answers.ts';
import { runDuckdb, writeCsv } from './mining/duckdb.ts';
import { runFloor } from './mining/floor.ts';
import { makeLog } from './mining/made-log.ts';
import { LOG_ID, runOurs, WORKSPACE_FILE } from './mining/ours.ts';
import { runSqlite, writeRows } from './mining/sqlite.ts';

const ENGINES = { ours: runOurs, floor: runFloor, sqlite: runSqlite, duckdb: runDuckdb } as const;
type Engine = keyof typeof ENGINES;

/** The two that are compared run in turn and count by their median: one run differs from the next by a fifth. */
const ROUNDS = 7;

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    json: { type: 'boolean' },
    // For the child processes only.
    engine: { type: 'string' },
    folder: { type: 'string' },
  },
});

if (values.engine === undefined) await main(Number(values.events));
else await runChild(values.engine, values.folder ?? '');

async function runChild(engine: string, folder: string): Promise<void> {
  if (!Object.hasOwn(ENGINES, engine)) throw new Error(`no engine ${engine}`);
  // Safe: it is a key of the table.
  const run = await ENGINES[engine as Engine](folder);
  console.log(JSON.stringify(run));
}

async function main(events: number): Promise<void> {
  if (!Number.isSafeInteger(events) || events < 1) {
    process.stderr.write('bench:mining: --events must be a whole number above 0\n');
    process.exitCode = 2;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'mirror-bench-mining-'));
  try {
    await prepare(folder, makeLog(events));
    print(measureAll(folder, events));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measureAll(folder: string, events: number) {
  const rounds = Array.from({ length: ROUNDS }, () => [start('ours', folder), start('floor', folder)] as const);
  const sqlite = start('sqlite', folder);
  const duckdb = tryDuckdb(folder);
  const [[first]] = rounds as [readonly [Run, Run]];
  for (const run of [...rounds.flat(), sqlite, ...(duckdb ? [duckdb] : [])]) {
    if (!isDeepStrictEqual(run.answers, first.answers))
      throw new Error(`the engines disagree: ${JSON.stringify([first.answers, run.answers])}`);
  }
  const oursCpuMs = median(rounds.map(([ours]) => ours.cpuMs));
  const floorCpuMs = median(rounds.map(([, floor]) => floor.cpuMs));
  return {
    events,
    oursCpuMs: round(oursCpuMs),
    floorCpuMs: round(floorCpuMs),
    ratioToFloor: Math.round((oursCpuMs / floorCpuMs) * 100) / 100,
    duckdbCpuMs: duckdb && round(duckdb.cpuMs),
    sqliteCpuMs: round(sqlite.cpuMs),
    peakRssMb: Math.max(...rounds.map(([ours]) => ours.peakRssMb)),
  };
}

async function prepare(folder: string, columns: LogColumns): Promise<void> {
  const store = createStore(openDatabase(join(folder, WORKSPACE_FILE)));
  const processId = ProcessId.parse('made');
  store.saveProcess({ id: processId, name: 'Made', owner: null, description: null, createdAtMs: 0 });
  const counts = { events: columns.caseOf.length, cases: columns.cases.length };
  store.saveLog(
    {
      id: LOG_ID,
      processId,
      name: 'made.csv',
      format: 'csv',
      sha256: '0'.repeat(64),
      path: '',
      warnings: [],
      createdAtMs: 0,
      ...counts,
    },
    columns,
  );
  store.close();
  writeRows(folder, columns);
  await writeCsv(folder, columns);
}

function start(engine: Engine, folder: string): Run {
  const args = [import.meta.filename, '--engine', engine, '--folder', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${engine} failed: ${stderr}`);
  // Safe: it is what runChild has just printed.
  return JSON.parse(stdout) as Run;
}

/** DuckDB has no binary for some machines; the others are measured all the same. */
function tryDuckdb(folder: string): Run | null {
  try {
    return start('duckdb', folder);
  } catch (cause) {
    process.stderr.write(`bench:mining: without DuckDB: ${cause instanceof Error ? cause.message : String(cause)}\n`);
    return null;
  }
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function median(list: readonly number[]): number {
  const sorted = list.toSorted((a, b) => a - b);
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2;
}

function print(figures: ReturnType<typeof measureAll>): void {
  if (values.json) console.log(JSON.stringify(figures));
  else console.log(figures);
}
