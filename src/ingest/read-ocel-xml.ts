// In: an object-centric event log as OCEL 2.0 XML. Out: the log of one type of its objects.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import type { ReadOptions, TextChunks } from './chunks.ts';
import type { LogReading } from './log-reading.ts';
import { flattenLog, type ObjectEvent, type OcelOptions } from './ocel-flatten.ts';
import { parseXml, withoutPrefix } from './parse-xml.ts';

interface EventDraft extends ObjectEvent {
  readonly objects: string[];
  readonly attributes: Map<string, string>;
}

/** @throws log/bad-format with line and column, log/no-object-type, log/too-large, log/empty */
export async function readOcelXml(chunks: TextChunks, options: OcelOptions & ReadOptions): Promise<LogReading> {
  const typeOf = new Map<string, string>();
  const events: EventDraft[] = [];
  let event: EventDraft | undefined;
  let attribute: string | undefined;
  const parser = new SaxesParser();
  parser.on('text', (text) => {
    if (event && attribute !== undefined) event.attributes.set(attribute, text.trim());
  });
  await parseXml(parser, chunks, {
    ...options,
    what: 'OCEL',
    open: ({ name: written, attributes }: SaxesTagPlain, depth) => {
      const name = withoutPrefix(written);
      if (depth === 3 && name === 'object') typeOf.set(attributes['id'] ?? '', attributes['type'] ?? '');
      else if (depth === 3 && name === 'event') {
        const { type = '', time = '' } = attributes;
        event = { type, time, objects: [], attributes: new Map() };
        events.push(event);
      } else if (event && name === 'attribute') attribute = attributes['name'];
      else if (event && attributes['object-id'] !== undefined) event.objects.push(attributes['object-id']);
    },
    close: ({ name }, depth) => {
      if (withoutPrefix(name) === 'attribute') attribute = undefined;
      if (depth === 3) event = undefined;
    },
  });
  return flattenLog({ typeOf, events }, options);
}
