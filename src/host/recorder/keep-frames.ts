// In: the pictures of a recording that runs no more. Out: the same in the workspace by content, each at a time of its own.
import { randomUUID } from 'node:crypto';
import { copyFile, link, mkdir, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Frame } from '../../domain/evidence.ts';
import type { Host } from '../host.ts';
import { flush, hashFile } from './finish-piece.ts';
import { type FrameFile, listFrameFiles } from './frame-files.ts';
import { isThere, syncFolder } from './live-folder.ts';

/** What lies in the recording's folder stays there: a crash at any point costs nothing, and it runs again. */
export async function keepFrames(host: Host, live: string): Promise<Frame[]> {
  const frames: Frame[] = [];
  let lastMs = -1;
  for (const file of await listFrameFiles(live)) {
    // A time names a frame, so of two screens that change at once one is a millisecond later.
    lastMs = Math.max(lastMs + 1, file.atMs);
    frames.push({ atMs: lastMs, ...(await keepFrame(host, file)) });
  }
  if (frames.length > 0) await syncFolder(dirname(host.workspace.file(frames[0]!.path)));
  return frames;
}

async function keepFrame(host: Host, { file, ending, widthPx, heightPx }: FrameFile): Promise<Omit<Frame, 'atMs'>> {
  const sha256 = await hashFile(file);
  const path = `media/${sha256}.${ending}`;
  const target = host.workspace.file(path);
  if (!(await isThere(target))) await place(host, file, target);
  return { path, sha256, widthPx, heightPx, text: null };
}

/** A second name for the same bytes; a copy where the file system knows no such thing. */
async function place(host: Host, file: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  try {
    await link(file, target);
  } catch {
    const draft = join(host.workspace.incoming, randomUUID());
    await copyFile(file, draft);
    await flush(draft);
    await rename(draft, target);
  }
}
