// In: the paths of many files, as a folder holds them. Out: what belongs together, and what each part is.
import type { PartKind } from '../domain/intake.ts';
import { DOCUMENT_KINDS, promisedType } from './documents/recognise.ts';
import {
  endingOf,
  EVENTS_KIND,
  fileNameOf,
  isLitter,
  LOG_KINDS,
  MEDIA_KINDS,
  SIDECAR_KINDS,
  stemOf,
} from './file-kinds.ts';

export interface ArrangedPart {
  readonly kind: PartKind;
  readonly canBe: readonly PartKind[];
  readonly file: string;
  readonly transcript?: string;
  readonly events?: string;
}

export interface ArrangedFiles {
  readonly parts: readonly ArrangedPart[];
  readonly skipped: readonly { readonly path: string; readonly why: string }[];
}

/** What a look into the file says, where its ending says two things. */
export type Look = 'activity' | 'log' | 'transcript' | 'document';

const includes = (kinds: readonly string[], kind: string): boolean => kinds.includes(kind);

/**
 * A video with FILE.vtt or FILE.srt and FILE.events.jsonl is one recording, wherever in the folder it lies; paths are
 * parted by `/`. What is left over of sidecars is a recording in words. Files of systems (.DS_Store) are left out
 * without a word.
 */
export function arrangeFiles(paths: readonly string[], look: (path: string) => Look | undefined): ArrangedFiles {
  const given = paths.filter((path) => !isLitter(path)).toSorted();
  const free = new Set(given);
  const parts: ArrangedPart[] = [];
  const skipped: { path: string; why: string }[] = [];
  const take = (path: string | undefined): string | undefined => {
    if (path !== undefined) free.delete(path);
    return path;
  };
  const findBeside = (file: string, endings: readonly string[]): string | undefined =>
    endings.flatMap((ending) => [stemOf(file) + ending, file + ending]).find((path) => free.has(path));
  const takeRecording = (file: string, transcript: string | undefined): void => {
    take(file);
    const events = take(findBeside(file, [EVENTS_KIND]));
    parts.push({
      kind: 'recording',
      canBe: ['recording'],
      file,
      ...(transcript && { transcript }),
      ...(events && { events }),
    });
  };
  for (const file of given.filter((path) => includes(MEDIA_KINDS, endingOf(path))))
    takeRecording(file, take(findBeside(file, SIDECAR_KINDS)));
  for (const file of given.filter((path) => free.has(path) && includes(SIDECAR_KINDS, endingOf(path))))
    takeRecording(file, file);
  for (const path of given.filter((each) => free.has(each))) {
    const part = arrangeOne(path, look);
    if (part === undefined) skipped.push({ path, why: whyNot(path) });
    else if (part.kind === 'recording') takeRecording(path, path);
    else parts.push(part);
  }
  const isTaken = new Set(parts.flatMap(({ events }) => (events === undefined ? [] : [events])));
  return {
    parts: parts.toSorted((a, b) => compare(a.file, b.file)),
    skipped: skipped.filter(({ path }) => !isTaken.has(path)),
  };
}

function arrangeOne(path: string, look: (path: string) => Look | undefined): ArrangedPart | undefined {
  const name = path.toLowerCase();
  const ending = endingOf(path);
  if (name.endsWith(EVENTS_KIND)) return undefined;
  if (includes(DOCUMENT_KINDS, ending)) return { kind: 'document', canBe: ['document'], file: path };
  if (ending === '.txt') return { kind: 'document', canBe: ['document', 'recording'], file: path };
  if (ending === '.csv' || ending === '.tsv') {
    const canBe: PartKind[] = look(path) === 'log' ? ['log', 'document'] : ['document', 'log'];
    return { kind: canBe[0]!, canBe, file: path };
  }
  if (ending === '.json') {
    const seen = look(path);
    if (seen === 'activity') return { kind: 'activity', canBe: ['activity'], file: path };
    const kind = seen === 'transcript' ? 'recording' : 'log';
    return { kind, canBe: [kind], file: path };
  }
  if (LOG_KINDS.some((kind) => name.endsWith(kind))) return { kind: 'log', canBe: ['log'], file: path };
  if (promisedType(path) !== undefined) return { kind: 'document', canBe: ['document'], file: path };
  return undefined;
}

function whyNot(path: string): string {
  if (path.toLowerCase().endsWith(EVENTS_KIND)) return 'there is no recording of the same name';
  if (/\.(?:doc|xls|ppt|msg|rtf|odt|ods|pptx)$/i.test(path)) return 'save it as PDF first';
  if (/\.(?:zip|7z|rar|tar)$/i.test(path)) return 'unpack it first';
  const name = fileNameOf(path);
  return endingOf(path) === ''
    ? `"${name}" has no ending that says what it is`
    : 'Mirror does not read this kind of file';
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
