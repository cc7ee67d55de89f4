// In: HTML of a page or a mail. Out: its words, blocks parted by line breaks. Nothing is ever run, fetched or drawn.
import entities from './data/html-entities.json' with { type: 'json' };

export interface HtmlText {
  readonly title: string | undefined;
  readonly text: string;
}

/** One walk from left to right, whatever the markup is like: no mistake in it makes this slow or fail. */
export function readHtmlText(html: string): HtmlText {
  const parts: string[] = [];
  let title: string | undefined;
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    if (open < 0 || !/[a-z/!?]/i.test(html[open + 1] ?? '')) {
      const end = open < 0 ? html.length : open + 1;
      parts.push(html.slice(at, end));
      at = end;
      continue;
    }
    parts.push(html.slice(at, open));
    const { name, end } = readTag(html, open);
    at = end;
    if (name === 'title') title ??= decodeEntities(html.slice(end, findEnd(html, 'title', end))).trim();
    if (HIDDEN.has(name)) at = skipPast(html, findEnd(html, name, end));
    else if (CELLS.has(name)) parts.push('\t');
    else if (BLOCKS.has(name.replace('/', ''))) parts.push('\n');
  }
  return { title, text: decodeEntities(parts.join('')) };
}

const HIDDEN = new Set(['script', 'style', 'title', 'template', 'noscript', 'svg', 'math', 'object', 'iframe']);
const CELLS = new Set(['/td', '/th']);
const BLOCKS = new Set(
  'address article aside blockquote body br dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol option p pre section table tbody thead tr ul'.split(
    ' ',
  ),
);

/** The name of the tag in small letters, `/p` for one that closes, and the place behind it. */
function readTag(html: string, open: number): { readonly name: string; readonly end: number } {
  if (html.startsWith('<!--', open)) return { name: '!', end: skipTo(html, '-->', open + 4) };
  let quote = '';
  let at = open + 1;
  for (; at < html.length; at += 1) {
    const character = html[at]!;
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '>') break;
  }
  // A quotation mark that nobody closes must not swallow the rest of the page.
  const end = at < html.length ? at + 1 : skipTo(html, '>', open);
  return { name: /^<(\/?[a-z][a-z0-9]*)/i.exec(html.slice(open, open + 40))?.[1]?.toLowerCase() ?? '!', end };
}

function skipTo(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function findEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[\\s>/]`, 'ig');
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

const skipPast = (html: string, at: number): number => (at >= html.length ? at : skipTo(html, '>', at));

/** Those of Latin letters, of money and of typography; the others stay as they are written. */
const NAMED: Readonly<Record<string, string>> = entities;

function decodeEntities(text: string): string {
  return text.replaceAll(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}\d{0,2}));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[String(name)] ?? whole;
    const code = decimal === undefined ? Number.parseInt(String(hex), 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
