// Each dialect, as its servers speak it: the same turns, what reaches the server, and what may go wrong.
import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import type { FakeDialect, FakeReply } from './testing/fake-reply.ts';
import type { FakeScript } from './testing/fake-server.ts';
import { openTestWriter, textOf } from './testing/open-for-test.ts';
import { ANSWER, ASK, type Behaviour, describeWriter, INPUT, withResults, WORDS } from './writer.case.ts';

const DIALECTS: readonly FakeDialect[] = ['openai-compatible', 'anthropic', 'google'];

describe.each(DIALECTS)('a server that speaks %s', (dialect) => {
  describeWriter(async (behaviour) => (await openTestWriter(script(behaviour), { dialect })).writer);

  test('is asked with what the request says, and with the key in a header alone', async () => {
    const { take, server } = await openTestWriter([{ text: 'yes' }], { dialect, key: 'sk-very-secret' });
    await take(ASK);
    const [asked] = server.asked;
    expect(asked).toMatchObject({
      model: 'small-1',
      system: 'You answer questions about a process.',
      messages: [{ role: 'user', text: 'How many cases wait?', calls: [] }],
      tools: ['count_cases'],
      maxOutputTokens: 200,
    });
    const { headers, path, body } = asked!;
    expect(body).toContain('"temperature":0.2');
    expect(headers[HEADERS[dialect]]).toContain('sk-very-secret');
    expect(JSON.stringify([path, body])).not.toContain('sk-very-secret');
  });

  test('is the only one that is asked, whatever the environment says', async () => {
    for (const name of ['ANTHROPIC_API_KEY', 'GOOGLE_GENERATIVE_AI_API_KEY', 'OPENAI_API_KEY', 'ANTHROPIC_AUTH_TOKEN'])
      vi.stubEnv(name, 'sk-of-somebody-else');
    vi.stubEnv('ANTHROPIC_BASE_URL', 'https://api.example.com');
    const fetch = vi.fn<typeof globalThis.fetch>();
    vi.stubGlobal('fetch', fetch);
    onTestFinished(() => void vi.unstubAllGlobals());
    onTestFinished(() => void vi.unstubAllEnvs());
    const { take, server } = await openTestWriter([{ text: 'yes' }], { dialect });
    expect(textOf(await take(ASK))).toBe('yes');
    expect(JSON.stringify(server.asked)).not.toContain('sk-of-somebody-else');
    expect(server.paths.length).toBe(1);
    expect(fetch).not.toHaveBeenCalled();
  });

  test('gets exactly the bytes that the gate was shown and the ledger names', async () => {
    const { take, server, shown, egress } = await openTestWriter([{ text: 'ja' }], { dialect });
    await take({ ...ASK, messages: [{ role: 'user', text: 'Wer prüft "4711 €" \u2028 😀?' }] });
    expect(shown.map(({ body }) => body)).toEqual(server.asked.map(({ body }) => body));
    expect(egress.list(5)).toMatchObject([
      {
        host: server.host,
        isBeyond: false,
        model: 'small-1',
        payloadSha256: createHash('sha256').update(server.asked[0]!.body).digest('hex'),
        sentBytes: Buffer.byteLength(server.asked[0]!.body),
        tokens: { input: 100, output: 10 },
        costUsd: null,
        outcome: '200',
      },
    ]);
  });

  test('costs what its price says, and the ledger says it', async () => {
    const entry = { price: { input: 3, output: 15 } };
    const { take, egress } = await openTestWriter([{ text: 'yes', tokens: { input: 2000, output: 100 } }], {
      dialect,
      entry,
    });
    await take(ASK);
    expect(egress.list(1)).toMatchObject([{ tokens: { input: 2000, output: 100 }, costUsd: 0.0075 }]);
  });

  test('is told the results of tools in the order of the calls', async () => {
    const calls = [
      { name: 'count_cases', input: { role: 'sales' } },
      { name: 'count_cases', input: { role: 'finance' } },
    ];
    const { take, server } = await openTestWriter([{ text: 'Let me look.', calls }, { text: 'Done.' }], { dialect });
    const first = await take(ASK);
    const made = first.flatMap((part) => (part.kind === 'call' ? [part.call] : []));
    expect(made.map(({ name, input }) => ({ name, input }))).toEqual(calls);
    expect(new Set(made.map(({ id }) => id)).size).toBe(2);
    await take(withResults(ASK, textOf(first), made));
    expect(server.asked[1]!.messages).toEqual([
      { role: 'user', text: 'How many cases wait?', calls: [] },
      { role: 'assistant', text: 'Let me look.', calls },
      { role: 'tool', text: '{"count":4}', calls: [] },
      { role: 'tool', text: '{"count":4}', calls: [] },
    ]);
  });

  test('what it thinks is no part of its answer', async () => {
    const { take } = await openTestWriter([{ thinks: 'The user wants a number.', text: 'Four.' }], { dialect });
    expect(textOf(await take(ASK))).toBe('Four.');
  });

  test('is left by whoever stops: its connection ends, and the ledger says so', async () => {
    const { writer, gate, server, egress } = await openTestWriter([{ text: WORDS, holds: NEVER }], { dialect });
    const stop = new AbortController();
    const turn = writer.write(ASK, { signal: stop.signal, purpose: 'a question', gate })[Symbol.asyncIterator]();
    expect(await turn.next()).toEqual({ done: false, value: { kind: 'text', text: 'Four ca' } });
    const rest = (async () => {
      while (!(await turn.next()).done);
    })();
    stop.abort(new DOMException('enough', 'AbortError'));
    await expect(rest).rejects.toThrow('enough');
    expect(await server.asked[0]!.left).toBe('gone');
    expect(egress.list(1)).toMatchObject([{ outcome: 'stopped', tokens: null }]);
  });

  test('is left by whoever reads no further', async () => {
    const { writer, gate, server } = await openTestWriter([{ text: WORDS, holds: NEVER }], { dialect });
    const signal = new AbortController().signal;
    for await (const _ of writer.write(ASK, { signal, purpose: 'a question', gate })) break;
    expect(await server.asked[0]!.left).toBe('gone');
  });

  test.each(failuresOf(dialect))('$what is told as $code, and not tried again', async ({ answer, code, says }) => {
    const { take, server } = await openTestWriter([answer, { text: 'second try' }], { dialect, key: 'sk-very-secret' });
    const failed = await take(ASK).catch((error: unknown) => error);
    expect(failed).toMatchObject({ code, message: expect.stringContaining(says.replace('HOST', server.host)) });
    expect((failed as Error).message).not.toMatch(/\n|sk-very-secret/);
    expect(server.asked.length).toBe(1);
  });
});

const NEVER = new Promise(() => {});

const HEADERS: Readonly<Record<FakeDialect, string>> = {
  'openai-compatible': 'authorization',
  anthropic: 'x-api-key',
  google: 'x-goog-api-key',
};

test('how long a server wants to be left alone is told', async () => {
  const { take } = await openTestWriter([
    { status: 429, headers: { 'retry-after': '20' }, body: '{"error":{"message":"Slow down"}}' },
  ]);
  await expect(take(ASK)).rejects.toMatchObject({
    code: 'writer/overloaded',
    data: { detail: 'Slow down; again in 20 s' },
  });
});

test.each([
  ['{"error":"llama runner process has terminated"}', 'writer/failed', 'llama runner process has terminated'],
  ['{"object":"error","message":"This model\'s maximum context length is 8192 tokens"}', 'writer/too-long', '8192'],
])('an error of a shape of its own in a stream, %s, is told as %s', async (body, code, says) => {
  const { take } = await openTestWriter([{ status: 200, type: 'text/event-stream', body: `data: ${body}\n\n` }]);
  await expect(take(ASK)).rejects.toMatchObject({ code, message: expect.stringContaining(says) });
});

function script(behaviour: Behaviour): FakeScript {
  if (behaviour === 'speaks') return [{ text: WORDS }];
  if (behaviour === 'calls') return [{ calls: [{ name: 'count_cases', input: INPUT }] }, { text: ANSWER }];
  return [{ text: 'and then '.repeat(50), isCut: true }];
}

interface Failure {
  readonly what: string;
  readonly answer: FakeReply | { status: number; body: string; type?: string };
  readonly code: string;
  readonly says: string;
}

/** As each of them words it. */
function failuresOf(dialect: FakeDialect): Failure[] {
  const page = (status: number, message: string, kind = 'error'): Failure['answer'] => ({
    status,
    body: JSON.stringify(
      dialect === 'google'
        ? { error: { code: status, message, status: kind } }
        : { type: 'error', error: { type: kind, message } },
    ),
  });
  const said = WORDS_OF[dialect];
  return [
    {
      what: 'a wrong key',
      answer: page(said.keyStatus, said.key),
      code: 'writer/bad-key',
      says: 'HOST does not accept',
    },
    {
      what: 'an unknown model',
      answer: page(404, said.model),
      code: 'writer/unknown-model',
      says: 'no model "small-1"',
    },
    { what: 'too long a request', answer: page(400, said.long), code: 'writer/too-long', says: said.long },
    { what: 'a busy server', answer: page(said.busyStatus, said.busy), code: 'writer/overloaded', says: said.busy },
    { what: 'an empty purse', answer: page(429, said.unpaid), code: 'writer/unpaid', says: said.unpaid },
    {
      what: 'another refusal',
      answer: page(400, 'seed must be a number'),
      code: 'writer/refused',
      says: 'seed must be',
    },
    {
      what: 'another address',
      answer: page(404, 'no such route'),
      code: 'writer/not-there',
      says: 'often ends in /v1',
    },
    {
      what: 'the page of a broken proxy',
      answer: { status: 500, type: 'text/html', body: '<html><title>502 Bad\nGateway</title><h1>nginx</h1></html>' },
      code: 'writer/failed',
      says: 'HOST failed (502 Bad Gateway)',
    },
    { what: 'an error without words', answer: { status: 500, body: '' }, code: 'writer/failed', says: 'HOST failed' },
    {
      what: 'a page instead of a stream',
      answer: { status: 200, type: 'text/html', body: '<!doctype html><title>Log in</title>' },
      code: 'writer/no-answer',
      says: 'HOST answers something',
    },
    {
      what: 'nonsense in the stream',
      answer: { status: 200, type: 'text/event-stream', body: 'data: {"hello": \n\ndata: 12\n\n' },
      code: 'writer/no-answer',
      says: 'HOST answers something',
    },
    {
      what: 'an empty stream',
      answer: { status: 200, type: 'text/event-stream', body: '' },
      code: 'writer/no-answer',
      says: 'HOST answers something',
    },
    {
      what: 'an end in the middle',
      answer: { text: WORDS, breaksOff: 'quietly' },
      code: 'writer/broken-off',
      says: 'HOST broke off',
    },
    {
      what: 'a torn connection',
      answer: { text: WORDS, breaksOff: 'loudly' },
      code: 'egress/cut',
      says: 'HOST broke off',
    },
    {
      what: 'an error in the middle',
      answer: { text: WORDS, failsWith: 'Overloaded' },
      code: 'writer/overloaded',
      says: 'Overloaded',
    },
  ];
}

const WORDS_OF: Readonly<
  Record<
    FakeDialect,
    Readonly<Record<'key' | 'model' | 'long' | 'busy' | 'unpaid', string>> & { keyStatus: number; busyStatus: number }
  >
> = {
  'openai-compatible': {
    keyStatus: 401,
    key: 'Incorrect API key provided: sk-ver*****cret',
    model: 'model "small-1" not found, try pulling it first',
    long: "This model's maximum context length is 8192 tokens",
    busyStatus: 429,
    busy: 'Rate limit reached for requests',
    unpaid: 'You exceeded your current quota',
  },
  anthropic: {
    keyStatus: 401,
    key: 'invalid x-api-key',
    model: 'model: small-1 not found',
    long: 'prompt is too long: 208310 tokens > 200000 maximum',
    busyStatus: 529,
    busy: 'Overloaded',
    unpaid: 'Your credit balance is too low',
  },
  google: {
    keyStatus: 400,
    key: 'API key not valid. Please pass a valid API key.',
    model: 'models/small-1 is not found for API version v1beta',
    long: 'The input token count exceeds the maximum number of tokens allowed in the context',
    busyStatus: 503,
    busy: 'The model is overloaded. Please try again later.',
    unpaid: 'You exceeded your current quota, please check your plan and billing details',
  },
};
