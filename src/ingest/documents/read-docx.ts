// In: a Word document (ECMA-376, WordprocessingML). Out: its text, page by page as Word last laid it out.
import { collectPages, type DocumentInput, type DocumentReading, tidyTitle, unreadable } from './document-reading.ts';
import { type Archive, openArchive } from './open-archive.ts';
import { walkXml } from './walk-xml.ts';

const MIME_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Notes stand behind the pages, under their own names; deleted text is not read. @throws as openArchive, walkXml */
export function readDocx(input: DocumentInput): DocumentReading {
  const archive = openArchive(input);
  const body = archive.read('word/document.xml');
  if (body === undefined) throw unreadable(input.file, 'it is no Word document');
  const collected = collectPages(input);
  for (const page of readPages(input, { name: 'word/document.xml', bytes: body })) if (!collected.add(page)) break;
  for (const [part, name] of [
    ['word/footnotes.xml', 'Footnotes'],
    ['word/endnotes.xml', 'Endnotes'],
    ['word/comments.xml', 'Comments'],
  ] as const) {
    const bytes = archive.read(part);
    const text = bytes && readPages(input, { name: part, bytes }).join('\n').trim();
    if (text) collected.add(text, name);
  }
  return {
    mimeType: MIME_TYPE,
    title: readCoreTitle(input, archive),
    pages: collected.pages,
    warnings: collected.warnings(),
    attachments: [],
  };
}

/** What the file says of itself, in Word and Excel alike. */
export function readCoreTitle(input: DocumentInput, archive: Archive): string | null {
  const bytes = archive.read('docProps/core.xml');
  if (bytes === undefined) return null;
  let title = '';
  let isTitle = false;
  walkXml(
    input,
    { name: 'docProps/core.xml', bytes },
    {
      open: (name) => {
        isTitle = name === 'title';
      },
      text: (text) => {
        if (isTitle) title += text;
      },
      close: () => {
        isTitle = false;
      },
    },
  );
  return tidyTitle(title);
}

/** Pages are parted where a person did so, and where Word noted that it did. */
function readPages(input: DocumentInput, part: { readonly name: string; readonly bytes: Uint8Array }): string[] {
  const pages: string[] = [];
  let page: string[] = [];
  let cells = 0;
  let isText = false;
  const turn = (): void => {
    const text = page.join('');
    page = [];
    // Word notes a break behind one that a person made: that is the same page's end.
    if (text.trim() !== '') pages.push(text);
  };
  walkXml(input, part, {
    open: (name, attributes) => {
      if (name === 't') isText = true;
      else if (name === 'tab') page.push('\t');
      else if (name === 'cr' || (name === 'br' && attributes['w:type'] !== 'page')) page.push('\n');
      else if (name === 'br' || name === 'lastRenderedPageBreak') turn();
      else if (name === 'tc') cells += 1;
    },
    text: (text) => {
      if (isText) page.push(text);
    },
    close: (name) => {
      if (name === 't') isText = false;
      else if (name === 'p') page.push(cells > 0 ? ' ' : '\n');
      else if (name === 'tc') {
        cells -= 1;
        page.push('\t');
      } else if (name === 'tr') page.push('\n');
    },
  });
  turn();
  return pages;
}
