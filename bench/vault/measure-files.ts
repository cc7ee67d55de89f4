// What sealing costs the files of a workspace: each thing done plain and sealed in turn, in one run, as ratios of the
// processor's time. The disk is left out of it: whoever waits for a disk waits as long for either.
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../src/lib/random.ts';
import { accessFiles } from '../../src/host/files/create-files.ts';
import { hashContent, writeWhole } from '../../src/host/files/whole-file.ts';
import type { WorkspaceFiles } from '../../src/host/files/workspace-files.ts';

export interface FileFigure {
  readonly what: string;
  /** Milliseconds of processor, the median of the rounds. */
  readonly plainMs: number;
  readonly sealedMs: number;
  readonly ratio: number;
}

const FILM_BYTES = 64 * 1024 ** 2;
const ROUNDS = 5;
const SEEKS = 400;
/** What a player asks for when somebody jumps. */
const SEEK_BYTES = 64 * 1024;
/** A quarter of a second of a screen and a voice, four minutes of it. */
const CHUNK_BYTES = 60 * 1024;
const CHUNKS = 240;

type Act = (files: WorkspaceFiles, root: string) => Promise<void>;

const ACTS: Readonly<Record<string, Act>> = {
  'write a film of 64 MB': (files, root) => writeWhole(files, join(root, 'media', 'new'), film),
  'read a film of 64 MB with its hash': async (files, root) =>
    void (await hashContent(files, join(root, 'media', 'film'))),
  'read 64 KB at 400 places of a film': seek,
  'add 240 chunks of a recording': append,
};

const film = randomBytes(FILM_BYTES);

/** Takes about ten seconds. */
export async function measureFiles(): Promise<FileFigure[]> {
  const roots = { plain: await makeRoot(null), sealed: await makeRoot(randomBytes(32)) };
  try {
    const figures: FileFigure[] = [];
    for (const [what, act] of Object.entries(ACTS)) {
      const took: Record<'plain' | 'sealed', number[]> = { plain: [], sealed: [] };
      for (let round = 0; round < ROUNDS; round += 1)
        for (const form of ['plain', 'sealed'] as const) took[form].push(await timeOf(act, roots[form]));
      const [plainMs, sealedMs] = [median(took.plain), median(took.sealed)];
      figures.push({ what, plainMs, sealedMs, ratio: Math.round((sealedMs / plainMs) * 100) / 100 });
    }
    return figures;
  } finally {
    for (const { root } of Object.values(roots)) await rm(root, { recursive: true, force: true });
  }
}

interface Root {
  readonly root: string;
  readonly files: WorkspaceFiles;
}

async function makeRoot(key: Uint8Array | null): Promise<Root> {
  const root = await mkdtemp(join(tmpdir(), 'mirror-bench-'));
  for (const folder of ['media', 'live']) await mkdir(join(root, folder));
  const files = accessFiles({ root, key });
  await writeWhole(files, join(root, 'media', 'film'), film);
  return { root, files };
}

async function timeOf(act: Act, { root, files }: Root): Promise<number> {
  const before = process.cpuUsage();
  await act(files, root);
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 10) / 100;
}

async function seek(files: WorkspaceFiles, root: string): Promise<void> {
  const random = createRandom(5);
  const opened = await files.open(join(root, 'media', 'film'));
  const into = new Uint8Array(SEEK_BYTES);
  for (let time = 0; time < SEEKS; time += 1) await opened.read(into, Math.floor(random() * (FILM_BYTES - SEEK_BYTES)));
  await opened.close();
}

async function append(files: WorkspaceFiles, root: string): Promise<void> {
  const grown = await files.grow(join(root, 'live', 'part'));
  for (let at = 0; at < CHUNKS; at += 1) {
    await grown.append(film.subarray(at * CHUNK_BYTES, (at + 1) * CHUNK_BYTES));
    await grown.sync();
  }
  await grown.close();
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
