// In: XML text in pieces. Out: its elements with their depth, one at a time; hostile and broken files are refused.
import type { SaxesParser, SaxesTagPlain } from 'saxes';
import { MirrorError } from '../domain/errors.ts';
import { readChunks, type ReadOptions, type TextChunks } from './chunks.ts';

// Real logs nest attributes two or three deep; a file built to exhaust memory does not stop there.
const MAX_DEPTH = 100;
// The parser keeps what it has not understood yet; a value without end would fill the memory.
const LONGEST_PIECE = 16_000_000;

export interface XmlVisit extends ReadOptions {
  /** The kind of file whose root is <log>, for the refusal of another. */
  readonly what: string;
  /** Depth is 1 for the root. Names have their prefix: `withoutPrefix` takes it off where the name matters. */
  open(tag: SaxesTagPlain, depth: number): void;
  close(tag: SaxesTagPlain, depth: number): void;
}

/**
 * Visits every element. The parser is given so that a reader can listen for text as well.
 * @throws log/bad-format with line and column
 */
export async function parseXml(parser: SaxesParser, chunks: TextChunks, visit: XmlVisit): Promise<void> {
  const { file, signal, what } = visit;
  const refuse = (detail: string): never => {
    const place = `line ${parser.line}, column ${parser.column + 1}`;
    throw new MirrorError('log/bad-format', { data: { file, detail: `${place}: ${detail}` } });
  };
  let depth = 0;
  let understood = 0;
  // An entity can stand for gigabytes, and a log needs none.
  parser.on('doctype', () => refuse('a document type declaration is not accepted'));
  parser.on('error', (error) => refuse(withoutPlace(error.message)));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    understood = parser.position;
    if (depth === 1 && withoutPrefix(tag.name) !== 'log')
      refuse(`this is <${withoutPrefix(tag.name)}>, not the <log> of an ${what} file`);
    if (depth > MAX_DEPTH) refuse(`elements are nested more than ${MAX_DEPTH} deep`);
    visit.open(tag, depth);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    visit.close(tag, depth);
    depth -= 1;
  });
  for await (const chunk of readChunks(chunks, signal)) {
    parser.write(chunk);
    if (parser.position - understood > LONGEST_PIECE) refuse('one element is longer than 16 million characters');
  }
  parser.close();
}

/** "event" of "xes:event". */
export const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

// The parser puts "line:column: " before its message, and we say the place in words.
const withoutPlace = (message: string): string => message.replace(/^(?:\d+:\d+: )?/, '').replace(/\.$/, '');
