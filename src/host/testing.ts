// For tests: a core on a new workspace that goes away again, and small recordings to put in it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Progress } from '../domain/progress.ts';
import { type Core, type CoreOptions, createCore } from './core.ts';
import { createMemorySlots } from './keys/key-store.ts';
import { createOffThread, type OffThread } from './off-thread/pool.ts';
import { noWindows } from './windows/window-source.ts';

export const TEST_TIME_MS = Date.UTC(2026, 2, 2, 9);

/** A folder that is removed when the test ends. */
export function createTestFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

let heavyWork: OffThread | undefined;

/** One worker for all cores of a test file: each takes a second to start, and an idle one keeps no process alive. */
const shareOffThread = (): OffThread => (heavyWork ??= createOffThread());

/** A core with a stopped clock; closed when the test ends. */
export async function createTestCore(
  workspace = join(createTestFolder(), 'workspace'),
  options: Pick<
    CoreOptions,
    'offThread' | 'recorder' | 'ingest' | 'worksInBackground' | 'models' | 'egress' | 'keys' | 'unlock'
  > = {},
): Promise<Core> {
  // Whoever runs the tests may well sit before a screen: their windows are none of a test's business.
  const recorder = { windows: noWindows('not in tests'), ...options.recorder };
  const models = options.models ?? join(dirname(workspace), 'models');
  const keys = options.keys ?? createMemorySlots();
  const core = await createCore({
    workspace,
    door: 'terminal',
    nowMs: () => TEST_TIME_MS,
    offThread: shareOffThread(),
    ...options,
    keys,
    models,
    recorder,
  });
  onTestFinished(() => core.close());
  return core;
}

/** A transcript of a few sentences, as a file. */
export function writeTranscript(folder: string, name = 'refund.vtt'): string {
  const file = join(folder, name);
  writeFileSync(
    file,
    [
      'WEBVTT',
      '',
      '00:00:01.000 --> 00:00:04.000',
      'First I open the return request in Atlas.',
      '',
      '00:00:05.000 --> 00:00:09.000',
      'I check the receipt and I enter the amount in Ledgerly.',
      '',
      '00:00:10.000 --> 00:00:15.000',
      'If it is more than two hundred euros I send it to Noor in finance.',
      '',
      '00:00:16.000 --> 00:00:19.000',
      'That usually takes two days.',
      '',
    ].join('\n'),
  );
  return file;
}

/** Runs long work to its end and gives its result. */
export async function finish<Result>(work: AsyncIteratorObject<Progress, Result>): Promise<Result> {
  for (;;) {
    const { value, done } = await work.next();
    if (done) return value;
  }
}

/** A file system of its own in memory, gone after the test; undefined where nothing can be mounted. */
export function mountSmallDisk(sizeMb: number): string | undefined {
  const folder = join(createTestFolder(), 'disk');
  mkdirSync(folder);
  if (process.platform !== 'linux') return undefined;
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMb}m`, 'tmpfs', folder]);
  if (status !== 0) return undefined;
  onTestFinished(() => void spawnSync('umount', [folder]));
  return folder;
}
