// In: what a page asks for. Out: a file of the workspace or of the window, the same in every door that has pages.
import { MirrorError } from '../domain/errors.ts';
import type { Host } from '../host/host.ts';
import { answerDocument } from './document.ts';
import { answerExported } from './exported.ts';
import { answerFrame } from './frame.ts';
import { answerMedia } from './media.ts';
import { makeRefusal, type PageAnswer, type PageRequest } from './respond.ts';

/** Whether an address means a file of the workspace, which the core answers; all others are the window's own. */
export const isOfWorkspace = (pathname: string): boolean => /^\/(?:media|frames|documents|exports)\//.test(pathname);

/** Undefined where the address means no file of the workspace. */
export async function answerFile(host: Host, request: PageRequest): Promise<PageAnswer | undefined> {
  try {
    return await answerKept(host, request);
  } catch (error) {
    // Somebody has changed the file: that is no fault of Mirror's, and the page says so.
    if (error instanceof MirrorError && error.code === 'file/changed-outside') return makeRefusal(500, error.message);
    throw error;
  }
}

async function answerKept(host: Host, { pathname, range }: PageRequest): Promise<PageAnswer | undefined> {
  const track = /^\/media\/([\w-]+)$/.exec(pathname)?.[1];
  if (track !== undefined) return answerMedia(host, track, range);
  const [, recording, time] = /^\/frames\/([\w-]+)\/(\d{1,15})$/.exec(pathname) ?? [];
  if (recording !== undefined && time !== undefined) return answerFrame(host, { recording, time });
  const document = /^\/documents\/([\w-]+)$/.exec(pathname)?.[1];
  if (document !== undefined) return answerDocument(host, document);
  if (pathname.startsWith('/exports/')) return answerExported(host, pathname);
  return undefined;
}
