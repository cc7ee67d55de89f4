// In: an object-centric event log as JSON, OCEL 2.0 (ocel-standard.org) or 1.0. Out: the log of one type of its objects.
import { z } from 'zod';
import { MirrorError } from '../domain/errors.ts';
import { readChunks, type ReadOptions, type TextChunks } from './chunks.ts';
import type { LogReading } from './log-reading.ts';
import { flattenLog, type ObjectLog, type OcelOptions } from './ocel-flatten.ts';
import { parseJson } from './parse-json.ts';

/** A text may have half a billion characters in V8, and its values take several times as much. */
const MOST_CHARACTERS = 400_000_000;

const Text = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .transform((value) => (value === null ? '' : String(value)));

const Ocel2 = z.object({
  objects: z.array(z.object({ id: Text, type: Text })),
  events: z.array(
    z.object({
      id: Text,
      type: Text,
      time: Text,
      attributes: z.array(z.object({ name: z.string(), value: Text.optional() })).nullish(),
      relationships: z.array(z.object({ objectId: Text })).nullish(),
    }),
  ),
});

const Ocel1 = z.object({
  'ocel:objects': z.record(z.string(), z.object({ 'ocel:type': Text })),
  'ocel:events': z.record(
    z.string(),
    z.object({
      'ocel:activity': Text,
      'ocel:timestamp': Text,
      'ocel:omap': z.array(Text).nullish(),
      'ocel:vmap': z.record(z.string(), z.unknown()).nullish(),
    }),
  ),
});

/** @throws log/bad-format with the place, log/no-object-type, log/too-large, log/empty */
export async function readOcelJson(chunks: TextChunks, options: OcelOptions & ReadOptions): Promise<LogReading> {
  const { file, signal } = options;
  const refuse = (detail: string, cause?: unknown): never => {
    throw new MirrorError('log/bad-format', { data: { file, detail }, cause });
  };
  const parts: string[] = [];
  let characters = 0;
  for await (const chunk of readChunks(chunks, signal)) {
    characters += chunk.length;
    if (characters > MOST_CHARACTERS) {
      throw new MirrorError('log/too-large', { data: { file, detail: 'more than 400 million characters of JSON' } });
    }
    parts.push(chunk);
  }
  const parsed = parseJson(parts.join(''));
  if ('problem' in parsed) return refuse(`this is not JSON (${parsed.problem})`, parsed.cause);
  return flattenLog(readShape(parsed.value, refuse), options);
}

function readShape(value: unknown, refuse: (detail: string, cause?: unknown) => never): ObjectLog {
  if (typeof value === 'object' && value !== null && 'ocel:events' in value) {
    const first = Ocel1.safeParse(value);
    return first.success ? fromFirst(first.data) : refuse(describeIssue(first.error), first.error);
  }
  const second = Ocel2.safeParse(value);
  return second.success ? fromSecond(second.data) : refuse(describeIssue(second.error), second.error);
}

const fromSecond = ({ objects, events }: z.infer<typeof Ocel2>): ObjectLog => ({
  typeOf: new Map(objects.map(({ id, type }) => [id, type])),
  events: events.map(({ type, time, attributes, relationships }) => ({
    type,
    time,
    objects: relationships?.map(({ objectId }) => objectId) ?? [],
    attributes: new Map(attributes?.map(({ name, value: text = '' }) => [name, text])),
  })),
});

const fromFirst = ({ 'ocel:objects': objects, 'ocel:events': events }: z.infer<typeof Ocel1>): ObjectLog => ({
  typeOf: new Map(Object.entries(objects).map(([id, object]) => [id, object['ocel:type']])),
  events: Object.values(events).map((event) => ({
    type: event['ocel:activity'],
    time: event['ocel:timestamp'],
    objects: event['ocel:omap'] ?? [],
    attributes: new Map(
      Object.entries(event['ocel:vmap'] ?? {}).flatMap(([name, text]) =>
        typeof text === 'string' ? [[name, text]] : [],
      ),
    ),
  })),
});

function describeIssue({ issues: [issue] }: z.ZodError): string {
  const path = (issue?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  const place = path.replace(/^\./, '');
  return `${place === '' ? '' : `${place}: `}${issue?.message ?? 'not an object-centric event log'}`;
}
