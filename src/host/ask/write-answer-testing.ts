// A workspace with two cases and a recording, and models that are scripts: what they say is what a test says.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WrittenAnswer } from '../../domain/answer.ts';
import type { ProcessId } from '../../domain/ids.ts';
import { WriterId } from '../../domain/writer.ts';
import type { Writer, WriterGate, WriterPart, WriterRequest } from '../../needs/writer.ts';
import type { Core } from '../core.ts';
import { runFlow } from '../flow.ts';
import { findRecordingSource } from '../sources.ts';
import { createTestCore, createTestFolder, finish, writeTranscript } from '../testing.ts';
import { writeAnswer, type WriteEvent, type WriteWish } from './write-answer.ts';

const ROWS = [
  'case,activity,start,end,resource,role',
  '1,enter order,2026-03-02T08:00:00Z,2026-03-02T08:30:00Z,Ann Lee,clerk',
  '1,ship order,2026-03-02T10:00:00Z,2026-03-02T11:00:00Z,Bea Moss,packer',
  '2,enter order,2026-04-20T08:00:00Z,2026-04-20T09:00:00Z,Ann Lee,clerk',
  '2,ship order,2026-04-21T09:00:00Z,2026-04-21T09:30:00Z,Bea Moss,packer',
];

/** `file` is a transcript; otherwise the one of `writeTranscript`. */
export async function openOrders(file?: string): Promise<{ core: Core; processId: ProcessId }> {
  const core = await createTestCore();
  const folder = createTestFolder();
  const log = join(folder, 'orders.csv');
  writeFileSync(log, `${ROWS.join('\n')}\n`);
  const transcript = findRecordingSource(file ?? writeTranscript(folder), { actor: 'Ann Lee', role: 'clerk' });
  const sources = [{ kind: 'log' as const, file: log, columns: {} }, transcript];
  const { process } = await finish(runFlow(core.host, { process: { name: 'Orders' }, sources }));
  return { core, processId: process.id };
}

export type Said = string | { readonly tool: string; readonly input?: unknown };
/** What a model says to each request: text, or calls. It may look at what it was given. */
export type Script = readonly (Said | readonly Said[] | ((request: WriterRequest) => Said | readonly Said[]))[];

export function scripted(script: Script, part: Partial<Writer> = {}): Writer & { readonly asked: WriterRequest[] } {
  const asked: WriterRequest[] = [];
  return {
    id: 'w1',
    title: 'Scribe',
    host: '127.0.0.1:9',
    isBeyond: false,
    contextTokens: 16_000,
    price: null,
    ...part,
    asked,
    write: async function* (request, { gate }): AsyncGenerator<WriterPart> {
      const body = JSON.stringify(request);
      await gate.pass({ url: 'http://x', host: 'x', isBeyond: part.isBeyond ?? false, body, model: 'm', purpose: 'p' });
      if (part.isBeyond === true) gate.sent(body.length);
      const turn = script[asked.length] ?? 'I cannot answer this.';
      asked.push(structuredClone(request));
      const said = typeof turn === 'function' ? turn(request) : turn;
      for (const [at, each] of [said].flat().entries()) {
        if (typeof each === 'string') for (const text of each.match(/.{1,7}/gs) ?? []) yield { kind: 'text', text };
        else yield { kind: 'call', call: { id: `c${asked.length}-${at}`, name: each.tool, input: each.input ?? {} } };
      }
      yield { kind: 'end', tokens: { input: 1000, output: 100 }, isCut: false };
    },
  };
}

export const OPEN_GATE: WriterGate = { pass: async () => ({ agreedBy: null }), sent: () => undefined };

export async function write(
  { core, processId }: { readonly core: Core; readonly processId: ProcessId },
  writers: readonly Writer[],
  part: Partial<WriteWish> & { readonly question: string },
): Promise<{ answer: WrittenAnswer; events: WriteEvent[] }> {
  const wish: WriteWish = {
    processId,
    earlier: [],
    choice: WriterId.parse('w1'),
    writers: writers.map((writer, at) => ({ writer, strength: at === 0 ? 'light' : 'strong', refusal: null })),
    release: 'nothing',
    budget: { perQuestionUsd: null, perDayUsd: null },
    spentTodayUsd: 0,
    gate: OPEN_GATE,
    ...part,
  };
  const work = writeAnswer(core.host, wish, { signal: new AbortController().signal });
  const events: WriteEvent[] = [];
  for (;;) {
    const { value, done } = await work.next();
    if (done) return { answer: value, events };
    events.push(value);
  }
}

export const texts = ({ sentences }: WrittenAnswer): string[] => sentences.map(({ text }) => text);
/** The number of the first item whose line has the words. */
export const cite = (request: WriterRequest, words: string): string => {
  const lines = request.messages.flatMap((message) =>
    message.role === 'tool'
      ? message.results.flatMap(({ text }) => text.split('\n'))
      : 'text' in message
        ? message.text.split('\n')
        : [],
  );
  return /^\[\d+\]/.exec(lines.find((line) => line.startsWith('[') && line.includes(words)) ?? '')?.[0] ?? '[0]';
};
