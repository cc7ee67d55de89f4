// What every writer must do, whatever is behind it: a server of any dialect, the protocol in JSON, a model in a child.
import { expect, test } from 'vitest';
import type { Writer, WriterGate, WriterPart, WriterRequest } from '../../needs/writer.ts';
import { takeTurn, textOf } from './testing/open-for-test.ts';

export const WORDS = 'Four cases wait for finance.';
export const INPUT = { role: 'finance', top: 3 };
export const ANSWER = 'Finance has 4 of them.';

/** What it does with `ASK`, and what it says when the result of the tool is there. */
export type Behaviour = 'speaks' | 'calls' | 'goes on for ever';

export const ASK: WriterRequest = {
  messages: [
    { role: 'system', text: 'You answer questions about a process.' },
    { role: 'user', text: 'How many cases wait?' },
  ],
  tools: [
    {
      name: 'count_cases',
      description: 'How many cases there are.',
      input: {
        type: 'object',
        properties: { role: { type: 'string' }, top: { type: 'integer' } },
        required: ['role'],
        additionalProperties: false,
      },
    },
  ],
  maxOutputTokens: 200,
};

/** Registers the tests; `open` gives a writer that behaves so, which whoever registers them closes. */
export function describeWriter(open: (behaviour: Behaviour) => Promise<Writer>): void {
  const gate: WriterGate = { pass: async () => ({ agreedBy: null }), sent: () => {} };

  test('speaks in pieces, and says at the end what it took', async () => {
    const parts = await takeTurn(await open('speaks'), ASK, gate);
    expect(textOf(parts)).toBe(WORDS);
    expect(parts.map(({ kind }) => kind)).toEqual([...parts.slice(0, -1).map(() => 'text'), 'end']);
    const end = parts.at(-1);
    expect(end).toEqual({
      kind: 'end',
      isCut: false,
      tokens: { input: expect.any(Number), output: expect.any(Number) },
    });
  });

  test('calls a tool with what it wants of it, and goes on with the result', async () => {
    const writer = await open('calls');
    const parts = await takeTurn(writer, ASK, gate);
    const calls = parts.flatMap((part) => (part.kind === 'call' ? [part.call] : []));
    expect(calls.map(({ name, input }) => ({ name, input }))).toEqual([{ name: 'count_cases', input: INPUT }]);
    const again = await takeTurn(writer, withResults(ASK, textOf(parts), calls), gate);
    expect(textOf(again)).toBe(ANSWER);
    expect(again.filter(({ kind }) => kind === 'call')).toEqual([]);
  });

  test('is told how much it may write, and says when that was too little', async () => {
    const parts = await takeTurn(await open('goes on for ever'), { ...ASK, maxOutputTokens: 12 }, gate);
    expect(textOf(parts)).not.toBe('');
    expect(parts.at(-1)).toMatchObject({ kind: 'end', isCut: true });
  });

  test('stops when it is told to, with the reason it was given', async () => {
    const stop = new AbortController();
    const reason = new DOMException('enough', 'AbortError');
    const said: WriterPart[] = [];
    const listening = async (): Promise<void> => {
      const writer = await open('goes on for ever');
      for await (const part of writer.write(ASK, { signal: stop.signal, purpose: 'a question', gate })) {
        said.push(part);
        stop.abort(reason);
      }
    };
    await expect(listening()).rejects.toBe(reason);
    expect(said.length).toBeGreaterThan(0);
    expect(said.every(({ kind }) => kind === 'text')).toBe(true);
  });

  test('does not begin when it is stopped already', async () => {
    const reason = new DOMException('enough', 'AbortError');
    const writer = await open('speaks');
    await expect(takeTurn(writer, ASK, gate, AbortSignal.abort(reason))).rejects.toBe(reason);
  });
}

/** The next turn of a conversation: what it called, and what came of it. */
export const withResults = (
  request: WriterRequest,
  text: string,
  calls: readonly Extract<WriterPart, { kind: 'call' }>['call'][],
): WriterRequest => ({
  ...request,
  messages: [
    ...request.messages,
    { role: 'assistant', text, calls },
    { role: 'tool', results: calls.map(({ id, name }) => ({ id, name, text: '{"count":4}' })) },
  ],
});
