// In: a writer as it was typed. Out: whether it calls tools, and how much it reads at once, tried out on its server.
import { PROBE } from '../../domain/writer-probe.ts';
import { MirrorError } from '../../domain/errors.ts';
import type { WriterEntry } from '../../domain/writer.ts';
import type { WriterGate } from '../../needs/writer.ts';
import { createGatedFetch } from '../egress/gated-fetch.ts';
import { type ServerDialect, toKeyHeaders } from '../../../models/writers/server-model.ts';
import { readPage } from './ask-page.ts';
import { carefulTokens } from './careful-tokens.ts';
import { openWriter, type WriterParts } from './open-writer.ts';
import { placeOf } from './place-of.ts';
import { type AskPage, type ContextFound, readContext } from './read-context.ts';

export interface Probed {
  readonly entry: WriterEntry;
  /** What a person should know, in words. */
  readonly note: string | null;
}

export type ProbeOptions = WriterParts & { readonly gate: WriterGate; readonly signal: AbortSignal };

const PURPOSE = 'trying a model out';
/** Some think at length before they do as they are told. */
const MOST_TOKENS = 1000;
const PATIENCE_MS = 10_000;

/** @throws writer/*, egress/*, policy/*: then nothing is known, and nothing changes */
export async function probeWriter(entry: WriterEntry, options: ProbeOptions): Promise<Probed> {
  // First: a server loads a model when it is asked, and only then knows how much room it has.
  const callsTools = await tryTools(entry, options);
  const { tokens, note, isPassedOn } = await findContext(entry, options);
  if (isPassedOn) throw new MirrorError('writer/bad-entry', { data: { detail: `${entry.model} does not run here` } });
  const contextTokens = tokens ?? entry.contextTokens;
  const notes = [
    contextTokens === null ? `Nobody says how much it reads at once; Mirror takes ${careful(entry)} tokens.` : note,
    callsTools ? null : 'It calls no tools by itself; Mirror asks it in another way.',
  ];
  const said = notes.filter((each) => each !== null).join(' ');
  return { entry: { ...entry, contextTokens, callsTools }, note: said === '' ? null : said };
}

const careful = (entry: WriterEntry): string => carefulTokens(entry).toLocaleString('en');

async function tryTools(entry: WriterEntry, options: ProbeOptions): Promise<boolean> {
  if (entry.dialect === 'in-process') return false;
  const { gate, signal } = options;
  const writer = openWriter({ ...entry, callsTools: true }, options);
  const request = {
    messages: [
      { role: 'system', text: PROBE.system },
      { role: 'user', text: PROBE.question },
    ],
    tools: [PROBE.tool],
    maxOutputTokens: MOST_TOKENS,
  } as const;
  let hasCalled = false;
  try {
    for await (const part of writer.write(request, { signal, gate, purpose: PURPOSE }))
      hasCalled ||= part.kind === 'call' && part.call.name === PROBE.tool.name;
  } catch (error) {
    if (error instanceof MirrorError && error.code === 'writer/no-tools') return false;
    throw error;
  }
  return hasCalled;
}

async function findContext(entry: WriterEntry, options: ProbeOptions): Promise<ContextFound> {
  const { dialect, model } = entry;
  if (dialect === 'in-process') return options.local.readContext(model, options.signal);
  const { egress, gate, signal: stop, readKey } = options;
  // What nobody reads to its end is closed with this.
  const left = new AbortController();
  const signal = AbortSignal.any([stop, left.signal]);
  const headers = toKeyHeaders(dialect satisfies ServerDialect, readKey());
  const hosts = [placeOf(entry).host];
  const gated = createGatedFetch(egress, {
    hosts,
    model,
    purpose: PURPOSE,
    gate,
    headers,
    signal,
    patienceMs: PATIENCE_MS,
  });
  const ask: AskPage = async (url, body) =>
    readPage(await gated.fetch(url, body && { method: 'POST', body: JSON.stringify(body), headers: JSON_TYPE }));
  try {
    return await readContext(entry, ask);
  } finally {
    left.abort();
  }
}

const JSON_TYPE = { 'content-type': 'application/json' };
