// A writer on a scripted server, through the real gate, with a policy that lets everything pass and writes down what.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { WriterEntry } from '../../../domain/writer.ts';
import type { Writer, WriterGate, WriterPart, WriterRequest } from '../../../needs/writer.ts';
import { createEgress, type Egress } from '../../egress/gate.ts';
import { createLedger } from '../../egress/ledger.ts';
import type { LocalWriters } from '../local-writers.ts';
import { openWriter } from '../open-writer.ts';
import { type FakeScript, type FakeServer, openFakeServer } from './fake-server.ts';
import type { FakeDialect } from './fake-reply.ts';

export interface TestWriter {
  readonly writer: Writer;
  readonly server: FakeServer;
  readonly egress: Egress;
  /** What the gate was shown. */
  readonly shown: Parameters<WriterGate['pass']>[0][];
  readonly gate: WriterGate;
  /** One turn, whole. */
  take(request: WriterRequest, signal?: AbortSignal): Promise<WriterPart[]>;
}

export interface TestWriterOptions {
  readonly dialect?: FakeDialect;
  readonly entry?: Partial<WriterEntry>;
  readonly key?: string;
}

export async function openTestWriter(script: FakeScript, options: TestWriterOptions = {}): Promise<TestWriter> {
  const { dialect = 'openai-compatible', key } = options;
  const server = await openFakeServer(script);
  onTestFinished(() => server.close());
  const shown: TestWriter['shown'] = [];
  const gate: WriterGate = {
    pass: async (outbound) => {
      shown.push(outbound);
      return { agreedBy: null };
    },
    sent: () => {},
  };
  const egress = openTestEgress();
  const entry = entryFor(server.urlOf(dialect), { dialect, ...options.entry });
  const writer = openWriter(entry, { egress, readKey: () => key, local: NO_LOCAL });
  return { writer, server, egress, shown, gate, take: (request, signal) => takeTurn(writer, request, gate, signal) };
}

export function openTestEgress(): Egress {
  const folder = mkdtempSync(join(tmpdir(), 'mirror-writer-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let last = 0;
  const ledger = createLedger(join(folder, 'egress.jsonl'), () => `id-${(last += 1)}`);
  return createEgress({ ledger, clock: { nowMs: () => 1_000 }, env: {} });
}

export const entryFor = (url: string, given: Partial<WriterEntry> = {}): WriterEntry =>
  WriterEntry.parse({
    id: 'small',
    title: 'Small',
    dialect: 'openai-compatible',
    url,
    model: 'small-1',
    strength: 'light',
    price: null,
    contextTokens: null,
    callsTools: true,
    ...given,
  });

export async function takeTurn(
  writer: Writer,
  request: WriterRequest,
  gate: WriterGate,
  signal: AbortSignal = new AbortController().signal,
): Promise<WriterPart[]> {
  const parts: WriterPart[] = [];
  for await (const part of writer.write(request, { signal, purpose: 'a question', gate })) parts.push(part);
  return parts;
}

/** What was said, in one text. */
export const textOf = (parts: readonly WriterPart[]): string =>
  parts.map((part) => (part.kind === 'text' ? part.text : '')).join('');

// A test that asks one has an entry it did not mean.
const none = (): never => {
  throw new Error('no model runs in here');
};
export const NO_LOCAL: LocalWriters = { list: () => [], write: none, readContext: none, close: async () => {} };
