// In: an event log as XES text. Out: its columns.
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { MirrorError } from '../domain/errors.ts';
import { readChunks, type ReadOptions, type TextChunks } from './chunks.ts';
import { createLogBuilder } from './log-builder.ts';
import { finishLog, type LogReading } from './log-reading.ts';
import { createTraceReader } from './xes-traces.ts';

// Real logs nest attributes two or three deep; a file built to exhaust memory does not stop there.
const MAX_DEPTH = 100;

/**
 * Reads XES 1.0, 2.0 and IEEE 1849: the event's concept:name, time:timestamp, start_timestamp, lifecycle:transition,
 * org:resource and org:role, and the trace's concept:name. Element names may have any prefix.
 * Events without a name or a time are left out and counted in the warnings.
 * @throws log/bad-format with line and column, log/empty
 */
export async function readXes(chunks: TextChunks, { file, signal }: ReadOptions): Promise<LogReading> {
  const builder = createLogBuilder();
  const traces = createTraceReader(builder);
  const parser = new SaxesParser();
  const refuse = (detail: string): never => {
    const place = `line ${parser.line}, column ${parser.column + 1}`;
    throw new MirrorError('log/bad-format', { data: { file, detail: `${place}: ${detail}` } });
  };
  let depth = 0;
  // An entity can stand for gigabytes, and a log needs none.
  parser.on('doctype', () => refuse('a document type declaration is not accepted'));
  parser.on('error', (error) => refuse(withoutPlace(error.message)));
  parser.on('opentag', (tag: SaxesTagPlain) => {
    depth += 1;
    const name = withoutPrefix(tag.name);
    if (depth === 1 && name !== 'log') refuse(`this is <${name}>, not the <log> of an XES file`);
    if (depth > MAX_DEPTH) refuse(`elements are nested more than ${MAX_DEPTH} deep`);
    if (depth <= 4) traces.open(name, depth, tag.attributes);
  });
  parser.on('closetag', (tag: SaxesTagPlain) => {
    if (depth <= 3) traces.close(withoutPrefix(tag.name), depth);
    depth -= 1;
  });
  for await (const chunk of readChunks(chunks, signal)) parser.write(chunk);
  parser.close();
  return finishLog(builder, { file, warnings: traces.warnings() });
}

const withoutPrefix = (name: string): string => name.slice(name.indexOf(':') + 1);

// The parser puts "line:column: " before its message, and we say the place in words.
const withoutPlace = (message: string): string => message.replace(/^(?:\d+:\d+: )?/, '').replace(/\.$/, '');
