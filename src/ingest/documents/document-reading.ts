// What every reader of documents gives back, and the limits that a hostile or a huge file meets.
import type { ArtifactPage } from '../../domain/artifact.ts';
import { MirrorError } from '../../domain/errors.ts';

export interface DocumentReading {
  readonly mimeType: string;
  readonly title: string | null;
  readonly pages: readonly ArtifactPage[];
  /** What was left out, one sentence each. */
  readonly warnings: readonly string[];
  /** Of a mail: the files in it, under the names it gives them, which are not to be trusted as paths. */
  readonly attachments: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface DocumentInput {
  /** How messages name it. */
  readonly file: string;
  readonly bytes: Uint8Array;
  /** Bytes to text by a label of the Encoding Standard; what is none gives replacement characters. */
  readonly decode: (bytes: Uint8Array, encoding: string) => string;
  /** Further pages are left out, which is said; 2,000 otherwise. */
  readonly mostPages?: number;
}

/** A document is read in memory, whole. */
export const MAX_DOCUMENT_BYTES = 256 * 1024 ** 2;
const MAX_PAGES = 2000;
/** Of all pages together: some twenty thick books. */
const MAX_CHARACTERS = 20_000_000;
/** Of one page: what a window shows at once. */
const PAGE_CHARACTERS = 200_000;

export const unreadable = (file: string, detail: string, cause?: unknown): MirrorError =>
  new MirrorError('document/unreadable', { data: { file, detail }, cause });

export const locked = (file: string, cause?: unknown): MirrorError =>
  new MirrorError('document/locked', { data: { file }, cause });

export const tooLarge = (file: string, detail: string): MirrorError =>
  new MirrorError('document/too-large', { data: { file, detail } });

export interface PageCollector {
  /** False when no more is taken: then stop reading. */
  add(text: string, name?: string | null): boolean;
  readonly pages: readonly ArtifactPage[];
  warnings(): string[];
}

/** Counts pages and characters, and says what was left out of a document that has too many. */
export function collectPages({ mostPages = MAX_PAGES }: Pick<DocumentInput, 'mostPages'>): PageCollector {
  const pages: ArtifactPage[] = [];
  let characters = 0;
  let cut = 0;
  let isFull = false;
  return {
    pages,
    add: (text, name = null) => {
      if (pages.length === mostPages || characters >= MAX_CHARACTERS) {
        isFull = true;
        return false;
      }
      const kept = tidyText(text.slice(0, PAGE_CHARACTERS));
      if (text.length > PAGE_CHARACTERS) cut += 1;
      characters += kept.length;
      pages.push({ page: pages.length + 1, name, text: kept });
      return true;
    },
    warnings: () => [
      ...(isFull ? [`only the first ${pages.length} pages have been read`] : []),
      ...(cut > 0
        ? [`${cut === 1 ? 'one page is' : `${cut} pages are`} longer than 200,000 characters and were cut`]
        : []),
    ],
  };
}

/** Controls and halves of characters are no text; runs of blanks and empty lines say nothing. */
export const tidyText = (text: string): string =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- what is to go
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .replaceAll(/[^\S\n\t]+/g, ' ')
    .replaceAll(/ +(?=[\t\n])/g, '')
    .replaceAll(/\t+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();

/** A title of one line, or null for none. */
export function tidyTitle(text: string | undefined): string | null {
  const title = tidyText(text ?? '')
    .replaceAll(/\s+/g, ' ')
    .slice(0, 300);
  return title === '' ? null : title;
}
