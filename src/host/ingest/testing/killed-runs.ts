// For tests and benches: processes that ingest a film with all models, killed where it is wanted, and what they leave.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import BetterSqlite3 from 'better-sqlite3';
import { z } from 'zod';
import { tablesOf } from '../../../../db/tables-of.ts';
import { join as joinSounds, silence, tone } from '../../../../models/testing/made-sound.ts';
import { TONES } from '../../../../models/testing/tiny-whisper-words.ts';
import { writeWave } from '../../media/testing.ts';

export const PROCESS = 'Invoices';
export const STOPPED_AT_MS = Date.UTC(2026, 2, 2, 9);

const FFMPEG = process.env['MIRROR_FFMPEG'] || 'ffmpeg';
const PICTURES = join(import.meta.dirname, '../../../../models/screen/fixtures');
/** What a run is: WORKSPACE MODELS FILM. */
export const SCRIPT = join(import.meta.dirname, 'ingest-until-killed.ts');

/** Twelve seconds: two screens one after the other, and sentences that the tiny Whisper hears. */
export function makeToldFilm(folder: string): string {
  const words = [silence(1), tone(TONES.invoice, 3), silence(3), tone(TONES.handover, 3), silence(2)];
  const sound = writeWave(folder, { channels: [joinSounds(...words)], rate: 16_000, name: 'told.wav' });
  const still = (name: string): string[] => ['-loop', '1', '-t', '6', '-i', join(PICTURES, name)];
  const inputs = [...still('waiting.webp'), ...still('approved.webp'), '-i', sound];
  const cut = ['-filter_complex', '[0][1]concat=n=2:v=1,fps=5,format=yuv420p', '-map', '2:a'];
  const film = join(folder, 'told.webm');
  const codecs = ['-c:v', 'libvpx', '-b:v', '2M', '-c:a', 'libopus', '-b:a', '64k'];
  execFileSync(FFMPEG, ['-v', 'error', ...inputs, ...cut, ...codecs, film]);
  return film;
}

export interface Place {
  readonly workspace: string;
  readonly models: string;
  readonly film: string;
}

export interface KilledRun {
  /** What it said, in order; "end 0" is last when it came to its end. */
  readonly said: readonly string[];
  readonly ms: number;
}

/** Runs until it ends by itself, or is killed without warning when `isEnough` says so, or after `killAfterMs`. */
export async function ingest(
  { workspace, models, film }: Place,
  { isEnough, killAfterMs }: { isEnough?: (said: readonly string[]) => boolean; killAfterMs?: number } = {},
): Promise<KilledRun> {
  const args = ['--disable-warning=ExperimentalWarning', SCRIPT, workspace, models, film];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const startedMs = performance.now();
  const timer = killAfterMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    said.push(line);
    if (isEnough?.(said)) child.kill('SIGKILL');
  }
  const [code, signal] = z.tuple([z.number().nullable(), z.string().nullable()]).parse(await ended);
  clearTimeout(timer);
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`the ingest ended with ${String(code ?? signal)}`);
  return { said, ms: performance.now() - startedMs };
}

/** Names of the stages that a run worked at, each once. */
export const stagesIn = ({ said }: KilledRun): string[] => [...new Set(said.map((line) => line.split(' ')[0] ?? ''))];

/** Stages that are done for good. */
export function doneIn({ workspace }: Place): string[] {
  return readRows(workspace, (sqlite) =>
    z.array(z.string()).parse(sqlite.prepare("SELECT stage FROM recording_stages WHERE state = 'done'").pluck().all()),
  );
}

/** All that is stored: rows of every table, and the files beside the database by name. */
export function readResult({ workspace }: Place): Record<string, unknown> {
  const rows = readRows(workspace, (sqlite) =>
    tablesOf(sqlite)
      .filter(isOfIngest)
      .map((table) => [table, sqlite.prepare(`SELECT * FROM "${table}"`).all().map(readable)]),
  );
  const files = ['media', '.sound', '.incoming'].map((folder) => [folder, list(join(workspace, folder))]);
  return { ...Object.fromEntries(rows), ...Object.fromEntries(files) };
}

/** Each workspace has a name of its own, and was made when it was. */
const isOfIngest = (table: string): boolean => table !== 'workspace' && table !== 'schema_versions';

function readRows<T>(workspace: string, read: (sqlite: BetterSqlite3.Database) => T): T {
  const sqlite = new BetterSqlite3(join(workspace, 'mirror.db'), { readonly: true });
  try {
    return read(sqlite);
  } finally {
    sqlite.close();
  }
}

/**
 * Vectors as text: a difference in one should not print a thousand numbers. Numbers of entries of the search are left
 * out: they are never given twice, so they tell how often an entry was made anew, and not what it is.
 */
const readable = (row: unknown): unknown =>
  Object.fromEntries(
    Object.entries(z.record(z.string(), z.unknown()).parse(row))
      .filter(([column, value]) => column !== 'entry_id' && !(column === 'id' && typeof value === 'number'))
      .map(([column, value]) => [column, Buffer.isBuffer(value) ? value.toString('base64') : value]),
  );

function list(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}
