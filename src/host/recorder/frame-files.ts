// In: pictures of a recording in the making. Out: the same on the disk, each once, and read again at the next start.
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { CapturedFrame } from '../../domain/capture.ts';
import { MirrorError } from '../../domain/errors.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { writeWhole } from '../files/whole-file.ts';
import type { WorkspaceFiles } from '../files/workspace-files.ts';

export interface FrameFile extends CapturedFrame {
  readonly file: string;
  readonly ending: Ending;
}

type Ending = 'webp' | 'jpg' | 'png';

/** The pictures of one recording: files in a folder of their own, whose names say all that is known of them. */
export class FrameFiles {
  readonly #files: WorkspaceFiles;
  readonly #folder: string;
  readonly #known: Set<string>;
  #bytes: number;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(files: WorkspaceFiles, folder: string, known: ReadonlyMap<string, number>) {
    this.#files = files;
    this.#folder = folder;
    this.#known = new Set(known.keys());
    this.#bytes = [...known.values()].reduce((total, size) => total + size, 0);
  }

  /** @param live the folder of the recording */
  static async open(files: WorkspaceFiles, live: string): Promise<FrameFiles> {
    const folder = join(live, 'frames');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const known = new Map<string, number>();
    for (const frame of await listFrameFiles(live)) known.set(keyOf(frame), (await files.sizeOf(frame.file)) ?? 0);
    return new FrameFiles(files, folder, known);
  }

  get count(): number {
    return this.#known.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Resolves when it is on the disk; false when it was there already. @throws recorder/bad-chunk for no picture */
  add(frame: CapturedFrame, image: Uint8Array): Promise<boolean> {
    const mine = this.#turn.then(() => this.#add(frame, image));
    this.#turn = mine.catch(() => {}); // its sender hears of the failure
    return mine;
  }

  /** When those on their way are there. */
  async settled(): Promise<void> {
    await this.#turn;
  }

  async #add(frame: CapturedFrame, image: Uint8Array): Promise<boolean> {
    if (this.#known.has(keyOf(frame))) return false;
    const ending = findEnding(image);
    if (ending === undefined)
      throw new MirrorError('recorder/bad-chunk', { data: { track: frame.track, detail: 'this is no picture' } });
    const { track, atMs, widthPx, heightPx } = frame;
    const whole = join(this.#folder, `${String(atMs).padStart(10, '0')}_${track}_${widthPx}x${heightPx}.${ending}`);
    const draft = `${whole}.draft`;
    await writeWhole(this.#files, draft, image);
    await this.#files.rename(draft, whole);
    await syncFolder(this.#folder);
    this.#known.add(keyOf(frame));
    this.#bytes += image.length;
    return true;
  }
}

/** By time and then by track. A folder without pictures has none. */
export async function listFrameFiles(live: string): Promise<FrameFile[]> {
  const folder = join(live, 'frames');
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = names.flatMap((name) => {
    const [, atMs, track, widthPx, heightPx, ending] =
      /^(\d{10,})_([a-z][a-z0-9-]*)_(\d+)x(\d+)\.(webp|jpg|png)$/.exec(name) ?? [];
    if (track === undefined) return [];
    const size = { widthPx: Number(widthPx), heightPx: Number(heightPx) };
    // The pattern allows no other ending.
    return [{ atMs: Number(atMs), track, ...size, file: join(folder, name), ending: ending as Ending }];
  });
  return files.toSorted((a, b) => a.atMs - b.atMs || (a.track < b.track ? -1 : 1));
}

const keyOf = ({ track, atMs }: CapturedFrame): string => `${atMs} ${track}`;

/** By the first bytes of the file, whatever anybody calls it. */
function findEnding(image: Uint8Array): Ending | undefined {
  const head = Buffer.from(image.subarray(0, 12)).toString('latin1');
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'webp';
  if (head.startsWith('\xff\xd8\xff')) return 'jpg';
  return head.startsWith('\x89PNG\r\n\x1a\n') ? 'png' : undefined;
}
