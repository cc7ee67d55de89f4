// In: plain text, Markdown, HTML or a table as text. Out: its words in pages of a readable length.
import { guessEncoding, weighUtf8 } from '../text-encoding.ts';
import { collectPages, type DocumentInput, type DocumentReading, tidyTitle, unreadable } from './document-reading.ts';
import { readHtmlText } from './html-text.ts';

const PAGE_CHARACTERS = 20_000;

/** @throws document/unreadable for bytes that are no text */
export function readText(input: DocumentInput, mimeType: string): DocumentReading {
  const whole = decodeDocument(input);
  const { title, text } =
    mimeType === 'text/html' ? readHtmlText(whole) : { title: findHeading(whole, mimeType), text: whole };
  const collected = collectPages(input);
  for (const page of splitPages(text)) if (!collected.add(page)) break;
  return {
    mimeType,
    title: tidyTitle(title),
    pages: collected.pages,
    warnings: collected.warnings(),
    attachments: [],
  };
}

function decodeDocument({ file, bytes, decode }: DocumentInput): string {
  const { encoding, isSure } = guessEncoding(bytes.subarray(0, 400));
  if (isSure) return decodeBy(encoding, { file, bytes, decode });
  if (bytes.subarray(0, 65_536).includes(0)) throw unreadable(file, 'it is no text');
  const { characters, strays } = weighUtf8(bytes);
  return decode(bytes, strays > characters ? 'windows-1252' : 'utf-8');
}

function decodeBy(encoding: string, { file, bytes, decode }: DocumentInput): string {
  try {
    return decode(bytes, encoding);
  } catch (cause) {
    throw unreadable(file, `"${encoding}" is no encoding that is known here`, cause);
  }
}

const findHeading = (text: string, mimeType: string): string | undefined =>
  mimeType === 'text/markdown' ? /^#{1,2}[ \t]+(.{1,300})$/m.exec(text.slice(0, 10_000))?.[1] : undefined;

/** Cut at the end of a line where there is one. */
function* splitPages(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const limit = at + PAGE_CHARACTERS;
    const lineEnd = text.lastIndexOf('\n', limit);
    const end = limit >= text.length ? text.length : lineEnd > at ? lineEnd + 1 : limit;
    yield text.slice(at, end);
    at = end;
  }
}
