import { expect, test } from 'vitest';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { WriterPreset } from '../../domain/writer-presets.ts';
import { findWriters, guessStrength } from './find-writers.ts';
import { type FakeServerOptions, openFakeServer } from './testing/fake-server.ts';
import { openTestEgress } from './testing/open-for-test.ts';

const signal = new AbortController().signal;

test('finds the models of every server that answers, and leaves out what cannot write or does not run here', async () => {
  const one = await open({
    pages: {
      '/v1/models': {
        object: 'list',
        data: ['qwen3:4b', 'nomic-embed-text:latest', 'gpt-oss:120b-cloud', 'llama3.3:70b'].map((id) => ({ id })),
      },
    },
  });
  const other = await open({ pages: { '/v1/models': { data: [{ id: 'qwen3:4b' }] } } });
  const silent = await open({});
  const closed = await open({});
  await closed.close();
  const servers = [one, closed, silent, other].map(({ host }, at) => presetAt(host, `Server ${at}`));
  const egress = openTestEgress();
  const found = await findWriters(egress, { signal, servers });
  const idOf = (host: string, model: string): string => `${host.replaceAll(/[^0-9.]/g, '-')}-${model}`;
  const same = { dialect: 'openai-compatible', price: null, contextTokens: null, callsTools: null };
  expect(found).toEqual([
    {
      ...same,
      id: idOf(one.host, 'qwen3-4b'),
      title: 'qwen3:4b (Server 0)',
      url: `http://${one.host}/v1`,
      model: 'qwen3:4b',
      strength: 'light',
    },
    {
      ...same,
      id: idOf(one.host, 'llama3.3-70b'),
      title: 'llama3.3:70b (Server 0)',
      url: `http://${one.host}/v1`,
      model: 'llama3.3:70b',
      strength: 'strong',
    },
    {
      ...same,
      id: idOf(other.host, 'qwen3-4b'),
      title: 'qwen3:4b (Server 3)',
      url: `http://${other.host}/v1`,
      model: 'qwen3:4b',
      strength: 'light',
    },
  ]);
  expect(one.paths).toEqual(['GET /v1/models']);
  const asked = egress.list(10).map(({ host, purpose, isBeyond, sentBytes }) => [host, purpose, isBeyond, sentBytes]);
  expect(new Set(asked.map((each) => JSON.stringify(each)))).toEqual(
    new Set(servers.map(({ url }) => JSON.stringify([new URL(url).host, 'looking for models', false, 0]))),
  );
});

test('a page for people, and a list of something else, are no models', async () => {
  const server = createServer((request, response) =>
    response.end(request.url?.startsWith('/a') ? '<html>hello</html>' : '{"data":"none"}'),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  // Safe: it listens on a port.
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const servers = ['a', 'b'].map((path) => ({ ...presetAt(host, path), url: `http://${host}/${path}` }));
  expect(await findWriters(openTestEgress(), { signal, servers })).toEqual([]);
});

test('stops when it is told to', async () => {
  const { host } = await open({ pages: { '/v1/models': { data: [] } } });
  const reason = new DOMException('enough', 'AbortError');
  const looking = findWriters(openTestEgress(), { signal: AbortSignal.abort(reason), servers: [presetAt(host, 'a')] });
  await expect(looking).rejects.toBe(reason);
});

test('how strong a model is, is guessed from its name', () => {
  const names = ['qwen2.5-1.5b-instruct', 'gemma3:27b', 'gpt-5-mini', 'claude-haiku-4', 'gpt-5', 'mixtral-8x7b', 'o4'];
  expect(names.map(guessStrength)).toEqual(['light', 'strong', 'light', 'light', 'strong', 'strong', 'strong']);
});

async function open(options: FakeServerOptions) {
  const server = await openFakeServer([], options);
  onTestFinished(() => server.close());
  return server;
}

const presetAt = (host: string, title: string): WriterPreset => ({
  id: title,
  title,
  dialect: 'openai-compatible',
  url: `http://${host}/v1`,
  wantsKey: false,
  hint: '',
});
