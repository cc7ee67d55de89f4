// In: this machine. Out: what Mirror needs of it, each as ok, missing or a problem, with the exact fix.
import { execFile } from 'node:child_process';
import { statfs } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Check } from '../domain/views.ts';

const GIB = 1024 ** 3;
const LOW_SPACE_BYTES = 2 * GIB;

/** Each check by itself: one that fails says so and stops no other. */
export async function runDoctor(workspace: string): Promise<Check[]> {
  return Promise.all([checkNode(), checkDatabase(), checkSpace(workspace), checkFfmpeg()]);
}

async function checkNode(): Promise<Check> {
  const isNew = Number(process.versions.node.split('.')[0]) >= 24;
  return {
    name: 'Node',
    state: isNew ? 'ok' : 'problem',
    detail: `${process.version}, ${process.platform}-${process.arch}`,
    fix: isNew ? null : 'Install Node 24 or newer.',
  };
}

async function checkDatabase(): Promise<Check> {
  try {
    const { default: Database } = await import('better-sqlite3');
    const database = new Database(':memory:');
    const version = database.prepare('select sqlite_version()').pluck().get();
    database.close();
    return { name: 'Database', state: 'ok', detail: `SQLite ${String(version)}`, fix: null };
  } catch (error) {
    return {
      name: 'Database',
      state: 'problem',
      detail: `SQLite does not load (${error instanceof Error ? error.message : String(error)})`,
      fix: 'Remove node_modules and run npm start.',
    };
  }
}

async function checkSpace(workspace: string): Promise<Check> {
  const { bavail, bsize } = await statfs(workspace);
  const freeBytes = bavail * bsize;
  const isLow = freeBytes < LOW_SPACE_BYTES;
  return {
    name: 'Disk',
    state: isLow ? 'problem' : 'ok',
    detail: `${(freeBytes / GIB).toFixed(1)} GiB free for ${workspace}`,
    fix: isLow ? 'Free some space, or move the workspace with --workspace.' : null,
  };
}

async function checkFfmpeg(): Promise<Check> {
  const command = process.env['MIRROR_FFMPEG'] || 'ffmpeg';
  try {
    const { stdout } = await promisify(execFile)(command, ['-version'], { timeout: 10_000 });
    return { name: 'ffmpeg', state: 'ok', detail: stdout.split('\n')[0]?.split(' Copyright')[0] ?? command, fix: null };
  } catch {
    return {
      name: 'ffmpeg',
      state: 'missing',
      detail:
        'not found; Mirror works without it, with the recordings it reads itself (webm, mp4, mkv, mov, wav, mp3, m4a)',
      fix: 'Optional: install ffmpeg, or set MIRROR_FFMPEG to it.',
    };
  }
}
