// DuckDB: the same queries on one thread, over a table in memory that is filled before the clock starts.
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { once } from 'node:events';
import type { LogColumns } from '../../src/domain/log.ts';
import { measure, type Run } from './answers.ts';
import { CREATE_ROWS, DUCKDB_MEDIANS, joinAnswers, QUERIES } from './queries.ts';

const FILE = 'rows.csv';
const ROWS_A_CHUNK = 20_000;

/** Writes the log as CSV without a header: case, time, row, activity, resource. */
export async function writeCsv(folder: string, columns: LogColumns): Promise<void> {
  const { caseOf, activityOf, resourceOf, endMs } = columns;
  const file = createWriteStream(join(folder, FILE));
  for (let from = 0; from < caseOf.length; from += ROWS_A_CHUNK) {
    let chunk = '';
    for (let row = from; row < Math.min(from + ROWS_A_CHUNK, caseOf.length); row += 1)
      chunk += `${caseOf[row]},${endMs[row]},${row},${activityOf[row]},${resourceOf[row]}\n`;
    if (!file.write(chunk)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/** @throws when the package or its binary for this machine is not installed */
export async function runDuckdb(folder: string): Promise<Run> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(`${CREATE_ROWS})`.replace('ts INTEGER', 'ts BIGINT'));
  await connection.run(`COPY rows FROM '${join(folder, FILE).replaceAll("'", "''")}' (HEADER false)`);
  return measure(async () => {
    const rows: Record<string, unknown>[] = [];
    for (const query of [...QUERIES, DUCKDB_MEDIANS]) {
      const reader = await connection.runAndReadAll(query);
      rows.push(...reader.getRowObjects());
    }
    return joinAnswers(rows);
  });
}
