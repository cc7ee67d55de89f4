// In: a part of an office file. Out: its elements and texts, one at a time; declarations that could hide a bomb are refused.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { type DocumentInput, unreadable } from './document-reading.ts';

export interface XmlVisitor {
  /** Names come without their prefix. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  text?(text: string): void;
  close?(name: string): void;
}

const MAX_DEPTH = 300;
const PIECE = 65_536;

/** @throws document/unreadable naming the part */
export function walkXml(
  { file, decode }: Pick<DocumentInput, 'file' | 'decode'>,
  { name: part, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  visitor: XmlVisitor,
): void {
  const refuse = (detail: string): never => {
    throw unreadable(file, `${part}: ${detail}`);
  };
  const parser = new SaxesParser();
  let depth = 0;
  // An entity can stand for gigabytes or for another file of the machine, and office files have none.
  parser.on('doctype', () => refuse('a document type declaration is not accepted'));
  parser.on('error', ({ message }) => refuse(message.replace(/^(?:\d+:\d+: )?/, '').replace(/\.$/, '')));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    if (depth > MAX_DEPTH) refuse(`elements are nested more than ${MAX_DEPTH} deep`);
    visitor.open?.(withoutPrefix(tag.name), tag.attributes);
  });
  parser.on('text', (text) => visitor.text?.(text));
  parser.on('cdata', (text) => visitor.text?.(text));
  parser.on('closetag', (tag: SaxesTagPlain) => {
    visitor.close?.(withoutPrefix(tag.name));
    depth -= 1;
  });
  const text = decode(bytes, bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8');
  for (let at = 0; at < text.length; at += PIECE) parser.write(text.slice(at, at + PIECE));
  parser.close();
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);
