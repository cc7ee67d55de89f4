// In: the pictures of a recording that runs no more. Out: the same in the workspace by content, each at a time of its own.
import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Frame } from '../../domain/evidence.ts';
import { copyWhole, hashContent } from '../files/whole-file.ts';
import { syncFolder } from '../files/sync-folder.ts';
import type { Host } from '../host.ts';
import { type FrameFile, listFrameFiles } from './frame-files.ts';

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
  const sha256 = await hashContent(host.workspace.files, file);
  const path = `media/${sha256}.${ending}`;
  const target = host.workspace.file(path);
  if ((await host.workspace.files.sizeOf(target)) === undefined) await place(host, file, target);
  return { path, sha256, widthPx, heightPx, text: null };
}

/** A second name for the same bytes; a copy where there is no such thing. */
async function place({ workspace }: Host, file: string, target: string): Promise<void> {
  const { files } = workspace;
  await mkdir(dirname(target), { recursive: true });
  if (await files.link(file, target)) return;
  const draft = join(workspace.incoming, randomUUID());
  await copyWhole(files, file, draft);
  await files.rename(draft, target);
}
