// In: an event log as XES text. Out: its columns.
import { SaxesParser } from 'saxes';
import type { ReadOptions, TextChunks } from './chunks.ts';
import { createLogBuilder } from './log-builder.ts';
import { finishLog, type LogReading } from './log-reading.ts';
import { parseXml, withoutPrefix } from './parse-xml.ts';
import { createTraceReader } from './xes-traces.ts';

export interface XesOptions extends ReadOptions {
  /** The name of one of the log's classifiers; otherwise concept:name is the activity. */
  readonly classifier?: string | undefined;
}

/**
 * Reads XES 1.0, 2.0 and IEEE 1849: the event's concept:name, time:timestamp, start_timestamp, lifecycle:transition,
 * org:resource and org:role, and the trace's concept:name. Element names may have any prefix.
 * Events without a name or a time are left out and counted in the warnings.
 * @throws log/bad-format with line and column, log/no-classifier, log/too-large, log/empty
 */
export async function readXes(chunks: TextChunks, { file, signal, classifier }: XesOptions): Promise<LogReading> {
  const builder = createLogBuilder({ file });
  const traces = createTraceReader(builder, { file, classifier });
  await parseXml(new SaxesParser(), chunks, {
    file,
    signal,
    what: 'XES',
    open: ({ name, attributes }, depth) => {
      // An event's attributes are known by their keys alone, and are most of the file.
      if (depth === 4) traces.attribute(attributes);
      else if (depth < 4) traces.open(withoutPrefix(name), depth, attributes);
    },
    close: (_tag, depth) => {
      if (depth <= 3) traces.close(depth);
    },
  });
  return finishLog(builder, { file, warnings: traces.warnings(), details: traces.details() });
}
