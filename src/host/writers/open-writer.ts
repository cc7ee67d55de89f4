// In: a writer as it is stored, and its key. Out: the same as somebody who can be asked, through the gate and no other way.
import { askInJson } from '../../../models/writers/json-protocol.ts';
import { createServerModel, type ServerDialect, toKeyHeaders } from '../../../models/writers/server-model.ts';
import { writeTurn } from '../../../models/writers/write-turn.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { WriterEntry } from '../../domain/writer.ts';
import type { Writer, WriterPart, WriterRequest } from '../../needs/writer.ts';
import type { Egress } from '../egress/gate.ts';
import { createGatedFetch } from '../egress/gated-fetch.ts';
import { toAbort } from '../engines/to-abort.ts';
import { carefulTokens } from './careful-tokens.ts';
import type { LocalWriters } from './local-writers.ts';
import { placeOf } from './place-of.ts';

export interface WriterParts {
  readonly egress: Pick<Egress, 'get'>;
  /** Read anew for each request; undefined where its server asks for none. */
  readonly readKey: () => string | undefined;
  /** For those that run in here. */
  readonly local: LocalWriters;
}

type WriteOptions = Parameters<Writer['write']>[1];

/** A large model on a slow machine reads for minutes before its first word. */
const PATIENCE_HERE_MS = 600_000;
const PATIENCE_BEYOND_MS = 120_000;
/**
 * Servers of this machine all know one, and come with 0.7 and more, which is for stories. At 0 small models that think
 * repeat themselves without end. Some hosted models refuse to be told any.
 */
const TEMPERATURE_HERE = 0.2;

/** Opens no connection by itself. */
export function openWriter(entry: WriterEntry, { egress, readKey, local }: WriterParts): Writer {
  const { host, isBeyond } = placeOf(entry);
  const ask = (request: WriterRequest, options: WriteOptions): AsyncGenerator<WriterPart, void> =>
    entry.dialect === 'in-process'
      ? local.write(entry.model, request, options.signal)
      : askServer({ ...entry, dialect: entry.dialect }, request, { ...options, egress, readKey });
  return {
    id: entry.id,
    title: entry.title,
    host,
    isBeyond,
    contextTokens: entry.contextTokens ?? carefulTokens(entry),
    price: entry.price,
    write: async function* (request, options) {
      options.signal.throwIfAborted();
      for await (const part of writeParts(entry, request, (each) => ask(each, options))) {
        yield part;
        // What has come already is not told to somebody who has stopped meanwhile.
        options.signal.throwIfAborted();
      }
    },
  };
}

function writeParts(
  { callsTools, dialect, model }: WriterEntry,
  request: WriterRequest,
  ask: (request: WriterRequest) => AsyncGenerator<WriterPart, void>,
): AsyncGenerator<WriterPart, void> {
  if (callsTools === false || dialect === 'in-process') return askInJson(ask, request, model);
  // Nobody has tried it yet: its server says at once when it cannot.
  if (callsTools === null && request.tools.length > 0)
    return orElse(ask(request), () => askInJson(ask, request, model));
  return ask(request);
}

type Asking = WriteOptions & Pick<WriterParts, 'egress' | 'readKey'>;
type ServerEntry = WriterEntry & { readonly dialect: ServerDialect };

async function* askServer(
  entry: ServerEntry,
  request: WriterRequest,
  asking: Asking,
): AsyncGenerator<WriterPart, void> {
  const { host, isBeyond } = placeOf(entry);
  // What nobody reads to its end is closed with this.
  const left = new AbortController();
  const signal = AbortSignal.any([toAbort(asking.signal), left.signal]);
  const gated = createGatedFetch(asking.egress, {
    hosts: [host],
    model: entry.model,
    purpose: asking.purpose,
    gate: asking.gate,
    headers: toKeyHeaders(entry.dialect, asking.readKey()),
    signal,
    patienceMs: isBeyond ? PATIENCE_BEYOND_MS : PATIENCE_HERE_MS,
  });
  const model = createServerModel({ ...entry, fetch: gated.fetch });
  try {
    const turn = { signal, host, ...(isBeyond ? {} : { temperature: TEMPERATURE_HERE }) };
    for await (const part of writeTurn(model, request, turn)) {
      if (part.kind === 'end') gated.tell({ tokens: part.tokens, costUsd: costOf(entry, part.tokens) });
      yield part;
    }
  } finally {
    left.abort();
  }
}

/** US dollars; null where nobody has named a price or counted. */
export function costOf(
  { price }: Pick<WriterEntry, 'price'>,
  tokens: { readonly input: number; readonly output: number } | null,
): number | null {
  if (price === null || tokens === null) return null;
  return (tokens.input * price.input + tokens.output * price.output) / 1e6;
}

async function* orElse(
  first: AsyncGenerator<WriterPart, void>,
  other: () => AsyncGenerator<WriterPart, void>,
): AsyncGenerator<WriterPart, void> {
  try {
    yield* first;
  } catch (error) {
    // Thrown before anything was said: the server refuses the request as such.
    if (!(error instanceof MirrorError) || error.code !== 'writer/no-tools') throw error;
    yield* other();
  }
}
