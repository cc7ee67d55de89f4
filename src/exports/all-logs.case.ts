// Every log that exports are tried on: an odd one, the bundled sample, and public ones where they are on this machine.
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { LogColumns } from '../domain/log.ts';
import { readCsv } from '../ingest/read-csv.ts';
import { readXes } from '../ingest/read-xes.ts';
import { ODD_LOG } from './odd-log.sample.ts';

const SAMPLE = new URL('../../samples/customer-onboarding/event-log.csv', import.meta.url);
const FOLDER = new URL('../../../shared/data/logs/', import.meta.url);
if (!existsSync(FOLDER)) console.warn('Skipped: the public event logs are not on this machine.');

export const ALL_LOGS: readonly (readonly [name: string, read: () => Promise<LogColumns>])[] = [
  ['the odd log', () => readText(ODD_LOG)],
  ['the bundled sample', () => readText(readFileSync(SAMPLE, 'utf8'))],
  ...['running-example.xes', 'repair.xes.gz', 'reviewing.xes.gz', 'receipt.xes.gz']
    .filter((name) => existsSync(new URL(name, FOLDER)))
    .map((name) => [name, () => readPublic(name)] as const),
];

export const readText = async (text: string): Promise<LogColumns> => (await readCsv(text, { file: 'log.csv' })).columns;

async function readPublic(name: string): Promise<LogColumns> {
  const bytes = readFileSync(new URL(name, FOLDER));
  const text = (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return (await readXes(text, { file: name })).columns;
}
