// What is found of a model when it is tried out, on servers that say it as theirs do.
import { expect, onTestFinished, test } from 'vitest';
import type { WriterEntry } from '../../domain/writer.ts';
import { PROBE } from '../../domain/writer-probe.ts';
import type { WriterGate } from '../../needs/writer.ts';
import { probeWriter } from './probe-writer.ts';
import type { FakeDialect, FakeReply } from './testing/fake-reply.ts';
import { type FakeScript, openFakeServer } from './testing/fake-server.ts';
import { entryFor, NO_LOCAL, openTestEgress } from './testing/open-for-test.ts';

const CALLS: FakeReply = { calls: [{ name: 'report', input: { word: 'ready' } }] };
const OLLAMA = {
  parameters: 'stop "<|im_end|>"\ntemperature 0.7',
  model_info: { 'general.architecture': 'qwen3', 'qwen3.context_length': 40_960 },
};

test.each<{ server: string; pages: Record<string, unknown>; contextTokens: number | null; note: string | null }>([
  {
    server: 'Ollama that has loaded it',
    pages: { '/api/show': OLLAMA, '/api/ps': { models: [{ name: 'small-1:latest', context_length: 16_384 }] } },
    contextTokens: 16_384,
    note: 'Ollama gives it 16,384 tokens at once; it could read 40,960: set OLLAMA_CONTEXT_LENGTH before it starts.',
  },
  {
    server: 'Ollama that does not say what it has loaded',
    pages: { '/api/show': OLLAMA, '/api/ps': { models: [] } },
    contextTokens: 4096,
    note: 'Ollama gives it 4,096 tokens at once; it could read 40,960: set OLLAMA_CONTEXT_LENGTH before it starts.',
  },
  {
    server: 'Ollama with a model that sets it',
    pages: { '/api/show': { ...OLLAMA, parameters: 'num_ctx                        40960\nstop "x"' } },
    contextTokens: 40_960,
    note: null,
  },
  {
    server: 'llama.cpp',
    pages: {
      '/props': { default_generation_settings: { n_ctx: 8192 }, total_slots: 2 },
      '/v1/models': { data: [{ id: 'small-1', meta: { n_ctx_train: 32_768 } }] },
    },
    contextTokens: 8192,
    note: 'llama.cpp gives it 8,192 tokens at once; it could read 32,768: start it with a larger -c, or fewer slots.',
  },
  {
    server: 'LM Studio',
    pages: {
      '/api/v0/models': {
        data: [
          { id: 'other', max_context_length: 2048 },
          { id: 'small-1', state: 'loaded', max_context_length: 131_072, loaded_context_length: 8192 },
        ],
      },
    },
    contextTokens: 8192,
    note: 'LM Studio gives it 8,192 tokens at once; it could read 131,072: load the model with more.',
  },
  {
    server: 'KoboldCpp',
    pages: { '/api/extra/true_max_context_length': { value: 16_384 } },
    contextTokens: 16_384,
    note: null,
  },
  {
    server: 'vLLM',
    pages: { '/v1/models': { data: [{ id: 'small-1', max_model_len: 24_000 }] } },
    contextTokens: 24_000,
    note: null,
  },
  {
    server: 'a server that does not say',
    pages: {},
    contextTokens: null,
    note: 'Nobody says how much it reads at once; Mirror takes 4,096 tokens.',
  },
])('$server', async ({ pages, contextTokens, note }) => {
  const { probe, entry } = await open([CALLS], { pages });
  expect(await probe()).toEqual({ entry: { ...entry, contextTokens, callsTools: true }, note });
});

test.each<[FakeDialect, string, unknown, number]>([
  ['anthropic', '/v1/models/small-1', { id: 'small-1', max_input_tokens: 200_000 }, 200_000],
  ['google', '/v1beta/models/small-1', { name: 'models/small-1', inputTokenLimit: 1_048_576 }, 1_048_576],
])('a server that speaks %s', async (dialect, path, page, contextTokens) => {
  const { probe, entry, server } = await open([CALLS], { dialect, pages: { [path]: page } });
  expect(await probe()).toEqual({ entry: { ...entry, contextTokens, callsTools: true }, note: null });
  expect(server.paths.slice(1)).toEqual([`GET ${path}`]);
});

test('what was typed stays where nobody says better', async () => {
  const { probe } = await open([CALLS], { entry: { contextTokens: 64_000 } });
  expect(await probe()).toMatchObject({ entry: { contextTokens: 64_000 }, note: null });
});

test.each<[string, FakeScript]>([
  ['speaks instead', [{ text: 'ready' }]],
  ['is refused by its server', [{ status: 400, body: '{"error":"small-1 does not support tools"}' }]],
])('a model that %s calls no tools', async (_, script) => {
  const { probe } = await open(script, { entry: { contextTokens: 9000 } });
  expect(await probe()).toMatchObject({
    entry: { callsTools: false, contextTokens: 9000 },
    note: 'It calls no tools by itself; Mirror asks it in another way.',
  });
});

test('sends what everybody may know and nothing else, and every request passes the gate', async () => {
  const { probe, server, shown } = await open([CALLS], { pages: { '/api/show': OLLAMA } });
  await probe();
  expect(server.asked).toMatchObject([
    {
      system: PROBE.system,
      messages: [{ role: 'user', text: PROBE.question, calls: [] }],
      tools: ['report'],
    },
  ]);
  expect(shown).toEqual(['POST /v1/chat/completions', '/api/show {"model":"small-1"}', '/api/ps']);
});

test('a model that is only passed on is no model of this machine', async () => {
  const { probe } = await open([CALLS], { pages: { '/api/show': { ...OLLAMA, remote_host: 'https://ollama.com' } } });
  await expect(probe()).rejects.toMatchObject({
    code: 'writer/bad-entry',
    message: expect.stringContaining('small-1 does not run here'),
  });
});

test('what goes wrong is told, and nothing is made up', async () => {
  const { probe } = await open([{ status: 401, body: '' }]);
  await expect(probe()).rejects.toMatchObject({ code: 'writer/bad-key' });
});

interface OpenOptions {
  readonly dialect?: FakeDialect;
  readonly pages?: Record<string, unknown>;
  readonly entry?: Partial<WriterEntry>;
}

async function open(script: FakeScript, { dialect = 'openai-compatible', pages = {}, entry: given }: OpenOptions = {}) {
  const server = await openFakeServer(script, { pages });
  onTestFinished(() => server.close());
  const entry = entryFor(server.urlOf(dialect), { dialect, callsTools: null, ...given });
  const shown: string[] = [];
  const gate: WriterGate = {
    pass: async ({ url, body }) => {
      const path = url.replace(`http://${server.host}`, '');
      shown.push(path.endsWith('/completions') ? `POST ${path}` : [path, body].join(' ').trim());
      return { agreedBy: null };
    },
    sent: () => {},
  };
  const signal = new AbortController().signal;
  const parts = { egress: openTestEgress(), readKey: () => undefined, local: NO_LOCAL, gate, signal };
  return { server, entry, shown, probe: () => probeWriter(entry, parts) };
}
