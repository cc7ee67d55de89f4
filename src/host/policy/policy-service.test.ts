// The rules of a workspace: local only at first, kept in it, and hosts written as hosts.
import { expect, test } from 'vitest';
import { EgressPolicy, FIRST_POLICY } from '../../domain/policy.ts';
import { createTestCore, createTestFolder, TEST_TIME_MS } from '../testing.ts';
import { readPolicy, readReceiver } from './policy-service.ts';

test('nothing may leave until somebody says so, and what is said is kept', async () => {
  const folder = `${createTestFolder()}/workspace`;
  const core = await createTestCore(folder);
  expect(await core.client.policy.read()).toEqual(FIRST_POLICY);
  const told = await core.client.policy.set({
    release: 'figures',
    receivers: ['https://API.example.com/v1', 'api.example.com:443', 'mcp', 'other.example:8443'],
    agrees: 'owner',
    owner: ' Ida Berg ',
  });
  expect(told).toEqual({
    release: 'figures',
    receivers: ['api.example.com', 'mcp', 'other.example:8443'],
    agrees: 'owner',
    owner: 'Ida Berg',
    changedMs: TEST_TIME_MS,
  });
  await core.close();
  const again = await createTestCore(folder);
  expect(await again.client.policy.read()).toEqual(told);
});

test('where the owner must agree, somebody must be named', async () => {
  const core = await createTestCore();
  const wish = { release: 'text', receivers: [], agrees: 'owner', owner: '  ' } as const;
  await expect(core.client.policy.set({ ...wish, receivers: [] })).rejects.toMatchObject({
    data: { code: 'policy/no-owner' },
  });
  expect(await core.client.policy.read()).toEqual(FIRST_POLICY);
});

test('rules that cannot be read let nothing leave', () => {
  for (const stored of [undefined, null, 'text', { release: 'everything' }, { release: 'text', receivers: 'all' }])
    expect(readPolicy({ readSetting: () => stored })).toEqual(FIRST_POLICY);
  expect(EgressPolicy.parse(FIRST_POLICY)).toEqual(FIRST_POLICY);
});

test.each([
  ['api.example.com', 'api.example.com'],
  [' API.Example.COM:443 ', 'api.example.com'],
  ['https://api.example.com/v1/chat', 'api.example.com'],
  ['api.example.com:8443', 'api.example.com:8443'],
  ['bücher.example', 'xn--bcher-kva.example'],
  ['10.0.0.7:11434', '10.0.0.7:11434'],
  ['[2001:db8::1]', '[2001:db8::1]'],
  ['MCP', 'mcp'],
])('%j is the receiver %s', (text, host) => {
  expect(readReceiver(text)).toBe(host);
});

test.each([
  '',
  '*',
  '*.example.com',
  'a b.example',
  'example',
  'you@example.com',
  'x.example/path',
  'ftp://x.example',
  'a,b',
])('%j is no receiver', (text) => {
  expect(() => readReceiver(text)).toThrow(expect.objectContaining({ code: 'policy/bad-receiver' }));
});
