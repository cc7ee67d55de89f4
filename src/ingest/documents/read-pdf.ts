// In: a PDF. Out: the text of each page as it reads, and the title the file gives itself.
import { getDocumentProxy } from 'unpdf';
import {
  collectPages,
  type DocumentInput,
  type DocumentReading,
  locked,
  tidyTitle,
  unreadable,
} from './document-reading.ts';

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type Page = Awaited<ReturnType<Pdf['getPage']>>;
type TextItem = Awaited<ReturnType<Page['getTextContent']>>['items'][number];

/** Scanned pages have no text yet. @throws document/unreadable, document/locked */
export async function readPdf(input: DocumentInput): Promise<DocumentReading> {
  const pdf = await open(input);
  try {
    const collected = collectPages(input);
    const broken: number[] = [];
    const empty: number[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const text = await readPage(pdf, number);
      if (text === undefined) broken.push(number);
      else if (text.trim() === '') empty.push(number);
      if (!collected.add(text ?? '')) break;
    }
    if (pdf.numPages === 0 || broken.length === pdf.numPages)
      throw unreadable(input.file, 'none of its pages can be read');
    return {
      mimeType: 'application/pdf',
      title: await readTitle(pdf),
      pages: collected.pages,
      warnings: [
        ...collected.warnings(),
        ...(broken.length > 0 ? [`${sayPages(broken)} cannot be read`] : []),
        ...(empty.length > 0
          ? [`${sayPages(empty)} ${empty.length === 1 ? 'has' : 'have'} no text (scanned, perhaps)`]
          : []),
      ],
      attachments: [],
    };
  } finally {
    await pdf.loadingTask.destroy();
  }
}

async function open({ bytes, file }: DocumentInput): Promise<Pdf> {
  try {
    // A copy: pdf.js takes the memory for itself. Nothing in the file is run, and no font is made for drawing.
    return await getDocumentProxy(bytes.slice(), {
      disableFontFace: true,
      useSystemFonts: false,
      stopAtErrors: false,
      verbosity: 0,
    });
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : '';
    if (name === 'PasswordException') throw locked(file, cause);
    throw unreadable(file, 'it is no whole PDF', cause);
  }
}

/** Undefined for a page that is broken. */
async function readPage(pdf: Pdf, number: number): Promise<string | undefined> {
  try {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return items.map(sayItem).join('');
  } catch {
    // One broken page is said in the warnings and costs no other.
    return undefined;
  }
}

const sayItem = (item: TextItem): string => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '');

async function readTitle(pdf: Pdf): Promise<string | null> {
  try {
    const { info } = await pdf.getMetadata();
    const title: unknown = Reflect.get(info, 'Title');
    return typeof title === 'string' ? tidyTitle(title) : null;
  } catch {
    // A title that cannot be read is none.
    return null;
  }
}

/** "page 3", "pages 1-4, 9 and 12 more". */
function sayPages(numbers: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  const shown = runs.slice(0, 5).map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`));
  const more = runs.length > 5 ? ` and others` : '';
  return `${numbers.length === 1 ? 'page' : 'pages'} ${shown.join(', ')}${more}`;
}
